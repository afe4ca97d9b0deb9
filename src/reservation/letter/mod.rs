//! The mails about a reservation. The subject tells what happened and nothing of the visit; the text names nobody, since
//! an address may have been mistyped, and gives every deadline as a moment.
//!
//! The clinic's own texts stand as the clinic wrote them.

mod booked;
mod cancelled;

pub use booked::{changed, confirmed, reminder};
pub use cancelled::cancelled;

use super::model::Reservation;
use super::words;
use crate::clinic::{Clinic, Visit};
use crate::lang::{self, Lang, Words};
use crate::mail::{Letter, copy, outbox};
use crate::store::{Result, Tx};

/// Sends a letter about a reservation, and keeps what it says for お知らせ, in the transaction of what it reports.
pub fn post(tx: &mut Tx<'_>, letter: &Letter) -> Result<()> {
    outbox::add(tx, letter)?;
    copy::keep(tx, letter)
}

const PHONE: Words = Words("クリニックの電話番号", "Clinic's phone");

/// The rows that every letter about a reservation begins with. `when` are the rows of its time.
fn rows(letter: Letter, lang: Lang, clinic: &Clinic, reservation: &Reservation, when: &[(Words, String)]) -> Letter {
    let letter = letter
        .about(reservation.id.text())
        .gist(format!("{} {}", clinic.name, lang::moment(lang, reservation.slot.starts())))
        .detail(lang.of(words::detail::NUMBER), reservation.number.to_string())
        .detail(lang.of(words::detail::CLINIC), &clinic.name);
    let letter = when.iter().fold(letter, |letter, (label, value)| letter.detail(lang.of(*label), value));
    letter
        .detail(lang.of(words::detail::MENU), menu(lang, reservation))
        .detail(lang.of(words::detail::PERSON), words::detail::initials(lang, &reservation.attendee.person).1)
}

fn menu(lang: Lang, reservation: &Reservation) -> String {
    let name = &reservation.service.name;
    match reservation.service.visit {
        Visit::First => lang.pick(format!("{name}(初診)"), format!("{name} (first visit)")),
        Visit::Return => lang.pick(format!("{name}(再診)"), format!("{name} (return visit)")),
    }
}
