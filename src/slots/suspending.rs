//! Stopping what can be booked on a day, and taking that back.

use super::rows;
use super::suspension::Suspension;
use crate::clinic::ClinicId;
use crate::work::{Denied, Event, Outcome, Stop, Work};
use std::convert::Infallible;
use time::Date;

/// Why nothing is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSuspended {
    /// It would be over already.
    Over,
    /// The day has as many as it may.
    TooMany,
}

/// The most of a day, those that were taken back included: a row is bounded.
const MOST_OF_DAY: usize = 50;

/// Stops what `new` says. Its number and who begins it are set here; what is stopped already is not stopped twice.
///
/// # Errors
/// Refused with the reason.
pub fn suspend(work: &mut Work<'_>, clinic: &ClinicId, day: Date, new: &Suspension) -> Outcome<(), NotSuspended> {
    if new.until.on(day) <= work.now() {
        return Err(Stop::Refused(NotSuspended::Over));
    }
    let mut all = rows::suspensions_of(work, clinic, day)?;
    if all.iter().any(|one| one.stands() && one.is_like(new)) {
        return Ok(());
    }
    if MOST_OF_DAY <= all.len() {
        return Err(Stop::Refused(NotSuspended::TooMany));
    }
    let number = all.iter().map(|one| one.number).max().map_or(1, |last| last.saturating_add(1));
    let begun = (work.now(), work.caller().staff);
    all.push(Suspension { number, begun, ended: None, ..new.clone() });
    rows::put_suspensions(work, clinic, day, &all)?;
    work.record(told("booking_suspended", clinic, day).with("from", new.from).with("until", new.until));
    Ok(())
}

/// Takes the suspension of this number back. One that was taken back already stays as it is.
///
/// # Errors
/// Denied when the day has none of this number.
pub fn resume(work: &mut Work<'_>, clinic: &ClinicId, day: Date, number: u32) -> Outcome<(), Infallible> {
    let mut all = rows::suspensions_of(work, clinic, day)?;
    let ended = (work.now(), work.caller().staff);
    let one = all.iter_mut().find(|one| one.number == number).ok_or(Denied::NotFound)?;
    if one.stands() {
        one.ended = Some(ended);
        rows::put_suspensions(work, clinic, day, &all)?;
        work.record(told("booking_resumed", clinic, day));
    }
    Ok(())
}

fn told(what: &'static str, clinic: &ClinicId, day: Date) -> Event {
    Event::of(what).with("clinic", clinic).with("day", day)
}
