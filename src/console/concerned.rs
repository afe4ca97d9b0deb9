//! Who is booked where a clinic would no longer be open: asked before hours or closures change, since what is booked stays booked
//! and somebody has to call.

use super::closure_form::DAYS_AHEAD;
use crate::clinic::{Clinic, schedule, today};
use crate::reservation::{self, Reservation};
use crate::slots::{self, Offers};
use crate::store::{Reader, Result};
use time::{Date, Duration};

/// A day on which a change concerns visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConcernedDay {
    /// The day.
    pub day: Date,
    /// How many visits.
    pub visits: usize,
}

/// The days on which a change of a clinic concerns visits to come, in order. Days that stay as they are, and those without any
/// visit, are not read.
///
/// # Errors
/// What the store says.
pub fn concerned(r: &dyn Reader, before: &Offers, after: &Clinic) -> Result<Vec<ConcernedDay>> {
    let (id, first) = (&before.clinic.id, r.now().jst_date());
    let last = first.saturating_add(Duration::days(DAYS_AHEAD));
    let taken = slots::rows::taken(r, id, first..=last, None)?;
    let changes = |day: &Date| today::stretches(&before.clinic, *day) != today::stretches(after, *day);
    let mut days = Vec::new();
    for day in taken.into_keys().filter(changes) {
        let visits = reservation::rows::of_day(r, id, day)?;
        let to_come = visits.iter().filter(|visit| visit.is_expected() && r.now() < visit.slot.starts());
        let visits = to_come.filter(|visit| loses(before, after, visit)).count();
        days.extend((0 < visits).then_some(ConcernedDay { day, visits }));
    }
    Ok(days)
}

/// Whether a visit is on a day that becomes a closed one, or lies within the hours now and not afterwards.
fn loses(before: &Offers, after: &Clinic, visit: &Reservation) -> bool {
    let slot = &visit.slot;
    let is_closed = |clinic| schedule::closed(clinic, slot.day).is_some();
    if is_closed(after) {
        return !is_closed(&before.clinic);
    }
    let Some(menu) = before.menus.iter().find(|menu| menu.id == slot.menu) else { return false };
    let is_within = |clinic| schedule::is_within_hours(clinic, menu, slot.day, slot.start, slot.minutes);
    !is_closed(&before.clinic) && is_within(&before.clinic) && !is_within(after)
}
