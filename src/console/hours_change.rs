//! Changing 診療時間 and 休診 of a clinic. What is booked stays booked: the owner has seen it before, and somebody calls.
//!
//! Each change is made to the clinic as it is in the write, and to nothing else of it.

use super::hours_form::version;
use super::week_hours::{WeekHours, is_of_holidays};
use super::week_hours_form::WeekHoursForm;
use crate::clinic::file::MOST_CLOSURES;
use crate::clinic::{self, Clinic, ClosedDays, Closure};
use crate::secret::TokenHash;
use crate::work::{Event, Outcome, Refuse, Work};

/// The hours are no longer those that the page showed, or do not fit into its form: a colleague or a file was faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursChanged;

/// Changes the hours of an ordinary week. `seen` is the [`version`] that the page showed.
///
/// # Errors
/// Refused when they have changed since, unless they are the wanted ones already.
pub fn change(work: &mut Work<'_>, clinic: &Clinic, seen: &str, week: &WeekHours) -> Outcome<(), HoursChanged> {
    let mut wanted = clinic.clone();
    week.apply(&mut wanted);
    if version(&wanted) == version(clinic) {
        return Ok(());
    }
    if version(clinic) != seen || WeekHoursForm::of(clinic).is_none() {
        return Err(HoursChanged).or_refuse();
    }
    clinic::rows::change(work, &wanted)?;
    work.record(Event::of("hours_changed").with("clinic", &clinic.id));
    Ok(())
}

/// A clinic has as many rules as its file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyClosures;

/// Adds a rule by which the clinic is closed. One that is there already is not added once more.
///
/// # Errors
/// Refused when there are too many.
pub fn close(work: &mut Work<'_>, clinic: &Clinic, closure: &Closure) -> Outcome<(), TooManyClosures> {
    if clinic.closures.contains(closure) {
        return Ok(());
    }
    // The box of the holidays can always be ticked.
    let others = clinic.closures.iter().filter(|closure| !is_of_holidays(closure)).count();
    if MOST_CLOSURES <= others + 1 && !is_of_holidays(closure) {
        return Err(TooManyClosures).or_refuse();
    }
    let mut changed = clinic.clone();
    changed.closures.push(closure.clone());
    clinic::rows::change(work, &changed)?;
    work.record(event("closure_added", clinic, closure));
    Ok(())
}

/// The rule is not there any more, or is another one than the page showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosureChanged;

/// Takes a rule away, by its place and by its [`mark`], so that no other one is hit.
///
/// # Errors
/// Refused when another rule stands there.
pub fn reopen(work: &mut Work<'_>, clinic: &Clinic, at: usize, seen: &str) -> Outcome<(), ClosureChanged> {
    let Some(closure) = clinic.closures.get(at).filter(|closure| mark(closure) == seen) else {
        return Err(ClosureChanged).or_refuse();
    };
    let mut changed = clinic.clone();
    changed.closures.remove(at);
    clinic::rows::change(work, &changed)?;
    work.record(event("closure_removed", clinic, closure));
    Ok(())
}

fn event(what: &'static str, clinic: &Clinic, closure: &Closure) -> Event {
    let event = Event::of(what).with("clinic", &clinic.id);
    match closure.days {
        ClosedDays::Span { from, until } => event.with("from", from).with("until", until),
        ClosedDays::Holidays | ClosedDays::Weekly(_) | ClosedDays::Nth { .. } => event,
    }
}

/// What tells a rule from others, as the form that takes it away carries it.
pub fn mark(closure: &Closure) -> String {
    let Closure { days, part, reason, reason_in_english } = closure;
    TokenHash::of_text(&format!("{days:?} {part:?} {reason:?} {reason_in_english:?}")).in_short()
}
