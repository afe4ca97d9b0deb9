//! What mails and fields for an address say in English.

use super::sentences::MailWords;
use crate::mail::address::AddressProblem;

pub const WORDS: MailWords = MailWords {
    before_subject: |service| format!("[{service}] "),
    before_dated_subject: |service, when| format!("[{service}] {when} – "),
    contact: |contact| format!("Contact: {contact}"),
    automatic: "This e-mail was sent automatically. Please do not reply.",
    address,
};

fn address(problem: AddressProblem) -> &'static str {
    match problem {
        AddressProblem::Missing => "Enter your e-mail address",
        AddressProblem::TooLong => "This is longer than an e-mail address can be. Check for surplus text",
        AddressProblem::Forbidden => {
            "The address contains characters that cannot be used. Clear the field and type it again"
        }
        AddressProblem::Space => "There is a space inside the address. Remove it",
        AddressProblem::NoAt => "The address has no @. Enter it like name@example.jp",
        AddressProblem::ManyAts => "The address has more than one @. Enter a single address",
        AddressProblem::NotAscii => "Enter the address in plain letters, digits and signs",
        AddressProblem::Local => "Check the part of the address before the @",
        AddressProblem::Domain => "Check the part of the address after the @",
        AddressProblem::DomainWithoutDot => "The part after the @ has no dot. Enter it to the end, like example.jp",
    }
}
