//! The fields of the console's forms.

/// The word that takes the last step back.
pub const BACK: &str = "back";
/// The field with what is wanted.
pub const WANTED: &str = "to";
/// The field with what the page showed.
pub const SEEN: &str = "seen";
/// The field with a day, as the browser's date field sends it.
pub const DAY: &str = "day";
