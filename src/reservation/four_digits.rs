//! The last four digits of the phone number, which prove that whoever holds the URL of a mail is the patient.
//!
//! An attempt is counted before it is judged, all in one write, so that many at once are many counted ones. What they open
//! is the action's business.

use super::model::Reservation;
use crate::lang::typed;
use crate::store::{self, Tx};
use crate::web::throttle::{self, Limit, Until};
use crate::web::{Cx, client::throttle_key};

/// Wrong digits for one reservation.
const FOR_RESERVATION: Limit = Limit { name: "four digits for reservation", most: 5, minutes: 15 };
/// Wrong digits for one reservation for as long as anybody can use them, so that patience does not guess them either.
const IN_ALL: Limit = Limit { name: "four digits for reservation, in all", most: 20, minutes: 90 * 24 * 60 };
/// Wrong digits from one client.
const FROM_CLIENT: Limit = Limit { name: "four digits from client", most: 50, minutes: 15 };

/// What is wrong with the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// They are no four digits; that is not an attempt.
    NotFour,
    /// They are others.
    Wrong,
}

/// Why nothing is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproved {
    /// What was typed does not prove it.
    By(Problem),
    /// There were too many wrong ones before.
    TooMany(Until),
    /// There were so many wrong ones that only the clinic can help.
    Spent,
}

/// Judges what was typed against the phone number of a reservation.
pub fn prove(tx: &mut Tx<'_>, cx: &Cx, reservation: &Reservation, typed: &str) -> store::Result<Result<(), Unproved>> {
    let Some(digits) = read(typed) else { return Ok(Err(Unproved::By(Problem::NotFour))) };
    let (client, id) = (throttle_key(cx.visit.client).to_string(), reservation.id.text());
    let counters = [(&IN_ALL, id.clone()), (&FOR_RESERVATION, id), (&FROM_CLIENT, client)];
    if let Err(until) = throttle::take_all(tx, &counters)? {
        let spent = throttle::is_spent(tx, &counters[0])?;
        return Ok(Err(if spent { Unproved::Spent } else { Unproved::TooMany(until) }));
    }
    if digits != reservation.visitor.person.phone.last_four() {
        return Ok(Err(Unproved::By(Problem::Wrong)));
    }
    throttle::give_all_back(tx, &counters)?;
    Ok(Ok(()))
}

/// Four digits of any width, whatever blanks and hyphens stand around them.
fn read(typed: &str) -> Option<String> {
    let text = typed::folded(&typed::clean(typed, 20).ok()?);
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && !typed::is_hyphen(*c)).collect();
    (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}
