//! The mail with the code by which a guest proves their address.
//!
//! It names the clinic and the time, so that two of them can be told apart. It does not name the person: the addressee may not
//! be the one who is booking.

use super::code::CODE_MINUTES;
use super::words;
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::mail::{EmailAddress, Letter, Letterhead};

/// What is being booked.
pub struct VisitToCome<'a> {
    /// Where.
    pub clinic: &'a Clinic,
    /// When; none while no time is chosen.
    pub starts: Option<Moment>,
}

/// The code, mailed at `now`; of no use once it has ended.
pub fn code(head: &Letterhead, to: &EmailAddress, visit: &VisitToCome<'_>, code: &str, now: Moment) -> Letter {
    let words = &words::of(head.lang).code;
    head.letter(to, &(words.letter_subject)(visit.starts))
        .paragraph((words.letter_lead)(visit.clinic.own_name().text(head.lang), visit.starts))
        .code(code)
        .paragraph((words.letter_lasts)(CODE_MINUTES))
        .paragraph(words.letter_not_asked)
        .useful_until(now.plus_minutes(CODE_MINUTES))
}
