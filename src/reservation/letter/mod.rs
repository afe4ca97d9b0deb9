//! The mails about a reservation. The subject tells what happened and when the visit is; the text names nobody, since
//! an address may have been mistyped, and gives every deadline as a moment.
//!
//! The clinic's own texts stand as the clinic wrote them, in English where the mail is in English and the clinic gave them so.

mod booked;
mod cancelled;
mod group;

pub use booked::{changed, confirmed, readdressed, reminder, taken_over};
pub use cancelled::cancelled;
pub use group::{WithUrl, cancelled_together, changed_together, confirmed_together, reminder_of_all};

use super::model::Reservation;
use super::words;
use crate::clinic::Clinic;
use crate::lang::{self, Lang};
use crate::mail::{Letter, Letterhead, copy, outbox};
use crate::slots;
use crate::store::{Result, Tx};

/// Sends a letter about a reservation, if there is one to write, and keeps what it says for お知らせ, in the transaction of what it
/// reports.
pub fn post(tx: &mut Tx<'_>, letter: Option<&Letter>) -> Result<()> {
    let Some(letter) = letter else { return Ok(()) };
    outbox::add(tx, letter)?;
    copy::keep(tx, letter).map(drop)
}

/// A letter to the address of a reservation, with no more of the visit in its subject than day and time, and not even those where
/// the clinic does not want it: subjects are read on locked screens. None where it has no address.
fn begun(head: &Letterhead, clinic: &Clinic, of: &Reservation, title: &str) -> Option<Letter> {
    let address = of.attendee.address.as_ref()?;
    Some(match clinic.booking.date_in_subject {
        true => head.dated_letter(address, of.slot.starts(), title),
        false => head.letter(address, title),
    })
}

/// The rows that every letter about a reservation begins with. `when` are the rows of its time.
fn rows(letter: Letter, lang: Lang, clinic: &Clinic, reservation: &Reservation, when: &[(&str, String)]) -> Letter {
    let words = words::of(lang);
    let letter = letter
        .about(reservation.id.text())
        .gist(format!("{} {}", clinic.own_name().text(lang), lang::moment(lang, reservation.slot.starts())))
        .detail(words.detail.number, reservation.number.to_string())
        .detail_in(words.detail.clinic, clinic.own_name().text(lang), clinic.own_name().lang(lang));
    let letter = times(letter, when);
    let letter = menu(letter, lang, reservation);
    unit(letter, lang, clinic, reservation).detail(words.detail.person, reservation.initials(lang).1)
}

fn times(letter: Letter, when: &[(&str, String)]) -> Letter {
    when.iter().fold(letter, |letter, (label, value)| letter.detail(label, value))
}

/// The unit that was asked for.
fn unit(letter: Letter, lang: Lang, clinic: &Clinic, reservation: &Reservation) -> Letter {
    let Some(unit) = reservation.slot.asked_unit() else { return letter };
    let label = slots::words::unit_label(lang, clinic, reservation.slot.pool.as_ref());
    letter.detail_in(label, unit.as_str(), unit.own_name().lang(lang))
}

fn menu(letter: Letter, lang: Lang, reservation: &Reservation) -> Letter {
    let (words, service) = (words::of(lang), &reservation.service);
    letter.detail(words.detail.menu, (words.letter.menu)(service.own_name().text(lang), service.visit))
}
