//! The mail that a visit was cancelled, with the file that takes it out of calendars.
//!
//! Who cancelled it is not told.

use super::{begun, rows};
use crate::clinic::Clinic;
use crate::lang;
use crate::mail::{Letter, Letterhead};
use crate::reservation::calendar::calendar_file;
use crate::reservation::model::Reservation;
use crate::reservation::words;

/// That a visit was cancelled; none where it has no address.
pub fn cancelled(head: &Letterhead, clinic: &Clinic, reservation: &Reservation) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter = begun(head, clinic, reservation, words.letter.cancelled_subject)?.paragraph(words.letter.cancelled);
    let when = lang::moment(lang, reservation.slot.starts());
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when)])
        .detail(words.letter.phone, clinic.phone.hyphenated())
        .paragraph(words.letter.not_asked);
    Some(letter.attach(calendar_file(head, clinic, reservation, None)))
}
