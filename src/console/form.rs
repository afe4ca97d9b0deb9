//! The fields of the console's forms.

/// The value that takes the last step back.
pub const BACK: &str = "back";
/// The field with what is wanted.
pub const WANTED: &str = "to";
/// The value that says that a patient was called.
pub const CALLED: &str = "called";
/// The field with what the page showed.
pub const SEEN: &str = "seen";
/// The field with the sequence of a visit that the page showed.
pub const SEQUENCE: &str = "sequence";
/// The field with the visit of which something is said.
pub const VISIT: &str = "visit";
/// The field with the number of what is stopped.
pub const NUMBER: &str = "number";
/// The field in which a visit of the day is searched. It is sent in the address, so that the page can be loaded again.
pub const SOUGHT: &str = "q";
/// The box in which a patient is searched. It is posted, because what is typed there must not stand in an address.
pub const BOX: &str = "q";
/// What the box was asked when the page was drawn.
pub const ASKED: &str = "asked";
/// The button that asks it.
pub const FIND: &str = "find";
/// The button that books. Enter presses neither: it asks the box where something new stands in it, and books otherwise.
pub const BOOK: &str = "book";
/// The field that says whether the patient is told by mail.
pub const TELL: &str = "tell";
/// In the address of a page for booking: after which visit of the patient this one is the next.
pub const AFTER: &str = "after";
/// The field with the name of a unit; empty where any will do.
pub const UNIT: &str = "unit";
/// The field with how many minutes a visit takes.
pub const MINUTES: &str = "minutes";
/// How the day is looked at to which a page leads back.
pub const VIEW: &str = "view";
/// The field with a day, as the browser's date field sends it.
pub const DAY: &str = "day";
