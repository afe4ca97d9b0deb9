//! What mails and fields for an address say, one field a sentence.

use crate::mail::address::AddressProblem;

/// What stands around every letter, and what can be wrong with an address.
pub struct MailWords {
    /// The service's name in front of a subject.
    pub before_subject: fn(&str) -> String,
    /// The same with the day and time that the mail is about.
    pub before_dated_subject: fn(&str, &str) -> String,
    /// Whom to ask.
    pub contact: fn(&str) -> String,
    pub automatic: &'static str,
    /// What to do about a text that is no e-mail address.
    pub address: fn(AddressProblem) -> &'static str,
}
