//! The mail that a visit was cancelled, with the file that takes it out of calendars.
//!
//! Who cancelled it is not told.

use super::{PHONE, rows};
use crate::clinic::Clinic;
use crate::lang;
use crate::mail::{Letter, Letterhead};
use crate::reservation::calendar::calendar_file;
use crate::reservation::model::Reservation;
use crate::reservation::words;

/// That a visit was cancelled.
pub fn cancelled(head: &Letterhead, clinic: &Clinic, reservation: &Reservation) -> Letter {
    let lang = head.lang;
    let letter = head
        .letter(&reservation.attendee.address, lang.pick("予約をキャンセルしました", "Your reservation was cancelled"))
        .paragraph(lang.pick("以下のご予約をキャンセルしました。", "This reservation was cancelled."));
    let when = lang::moment(lang, reservation.slot.starts());
    rows(letter, lang, clinic, reservation, &[(words::detail::WHEN, when)])
        .detail(lang.of(PHONE), clinic.phone.hyphenated())
        .paragraph(lang.pick(
            "お心当たりがない場合は、クリニックにお電話ください。",
            "If you did not ask for this, please call the clinic.",
        ))
        .attach(calendar_file(head, clinic, reservation, None))
}
