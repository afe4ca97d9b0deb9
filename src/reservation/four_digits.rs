//! The last four digits of the phone number, which prove that the holder of the URL of a mail is the patient.
//!
//! An attempt is counted before it is judged, all in one write, so that many at once are many counted ones.

use super::model::{GroupId, Reservation};
use super::rows::TOKEN_DAYS;
use crate::lang::typed;
use crate::store;
use crate::work::{Limit, Outcome, Refuse, Remedy, Uncounted, Work, attempts_left, is_spent};

/// Wrong digits for one reservation.
const FOR_RESERVATION: Limit =
    Limit { name: "four digits for reservation", most: 5, minutes: 15, remedy: Remedy::BookedVisit };
/// Wrong digits for one reservation for as long as anybody can use them, so that patience does not guess them either: a visit
/// may be booked a year before it, and its URL works until some time after it.
const IN_ALL: Limit = Limit {
    name: "four digits for reservation, in all",
    most: 20,
    minutes: DAYS_IN_USE * 24 * 60,
    remedy: Remedy::BookedVisit,
};
const DAYS_IN_USE: i64 = 366 + TOKEN_DAYS;
/// Wrong digits from one client.
const FROM_CLIENT: Limit =
    Limit { name: "four digits from client", most: 50, minutes: 15, remedy: Remedy::BookedVisit };

/// What is wrong with the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsProblem {
    /// They are no four digits; that is not an attempt.
    NotFour,
    /// They are others; so many more may be tried.
    Wrong(u32),
}

/// Why nothing is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproved {
    /// What was typed does not prove it.
    By(DigitsProblem),
    /// There were so many wrong ones that only the clinic can help.
    Spent,
}

/// Judges what was typed against the phone number of a reservation.
///
/// # Errors
/// Refused when it proves nothing; denied when there were too many wrong ones before.
pub fn prove(work: &mut Work<'_>, reservation: &Reservation, typed: &str) -> Outcome<(), Unproved> {
    prove_with(work, reservation, typed, true)
}

/// The same together with something `other` that was typed and was judged already: which of the two is wrong is not said.
///
/// # Errors
/// As of [`prove`].
pub fn prove_with(work: &mut Work<'_>, reservation: &Reservation, typed: &str, other: bool) -> Outcome<(), Unproved> {
    let digits = read(typed).ok_or(Unproved::By(DigitsProblem::NotFour)).or_refuse()?;
    // The URLs of those who were booked together open the same: all of them have the guesses of one.
    let id = reservation.group.map_or(reservation.id, GroupId::cast).text();
    let in_all = IN_ALL.of(&id);
    let counters = [in_all, FOR_RESERVATION.of(&id), work.from_client(&FROM_CLIENT)];
    match work.count(&counters) {
        Err(Uncounted::Spent(_)) if is_spent(work, &in_all)? => return Err(Unproved::Spent).or_refuse(),
        counted => counted?,
    }
    if !other || digits != reservation.attendee.person.phone.last_four() {
        let left: store::Result<Vec<u32>> = counters.iter().map(|counter| attempts_left(work, counter)).collect();
        let left = left?.into_iter().min().unwrap_or_default();
        return Err(Unproved::By(DigitsProblem::Wrong(left))).or_refuse();
    }
    Ok(work.give_back(&counters)?)
}

/// Whether something that was typed is four digits.
pub fn are_four_digits(typed: &str) -> bool {
    read(typed).is_some()
}

/// Four digits of any width, whatever blanks and hyphens stand around them.
fn read(typed: &str) -> Option<String> {
    let text = typed::folded(&typed::clean(typed, 20).ok()?);
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && !typed::is_hyphen(*c)).collect();
    (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}
