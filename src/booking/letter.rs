//! The mail with the code by which a guest proves their address.
//!
//! It says nothing of the visit: the addressee may not be the person who is booking.

use super::code::CODE_MINUTES;
use super::words;
use crate::clock::Moment;
use crate::mail::{EmailAddress, Letter, Letterhead};

/// The code, mailed at `now`; of no use once it has ended.
pub fn code(head: &Letterhead, to: &EmailAddress, code: &str, now: Moment) -> Letter {
    let words = &words::of(head.lang).code;
    head.letter(to, words.letter_subject)
        .paragraph(words.letter_lead)
        .code(code)
        .paragraph((words.letter_lasts)(CODE_MINUTES))
        .paragraph(words.letter_not_asked)
        .useful_until(now.plus_minutes(CODE_MINUTES))
}
