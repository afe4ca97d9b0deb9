//! The paths of the kept mails.

/// The list of kept mails.
pub const PATH: &str = "/_mail";
/// One mail.
pub(super) const ONE: &str = "/_mail/:number";
/// An attachment, counted from 1.
pub(super) const ATTACHMENT: &str = "/_mail/:number/attachments/:place";

/// One mail, by its number.
pub(super) fn one(number: u64) -> String {
    ONE.replace(":number", &number.to_string())
}

/// An attachment of a mail. `place` counts from 1.
pub(super) fn attachment(number: u64, place: usize) -> String {
    ATTACHMENT.replace(":number", &number.to_string()).replace(":place", &place.to_string())
}
