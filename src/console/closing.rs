//! 一日を締める: what is left to be done about a day, who comes next, whom no mail has reached, and the day in numbers.
//!
//! It locks nothing: the page can be looked at again, and shows what is still left.

use super::closing_record::{ClosedBy, closed_by};
use super::remaining::Remaining;
use super::report::DayReport;
use super::unreached::{self, Unreached};
use crate::clinic::{Clinic, schedule};
use crate::reservation::{Reservation, rows};
use crate::store::{Reader, Result};
use time::Date;

/// The end of a day.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The day.
    pub day: Date,
    /// Who did not come.
    pub absent: Vec<Reservation>,
    /// Whose visit is not said to be over.
    pub present: Vec<Reservation>,
    /// The next day on which the clinic takes anybody.
    pub next: Option<NextDay>,
    /// Whom no mail has reached.
    pub unreached: Vec<Unreached>,
    /// The day in numbers.
    pub report: DayReport,
    /// How many are still to come on this day, as long as it is not over.
    pub expected: usize,
    /// Whether people may still come in on this day.
    pub receives: bool,
    /// Each time that the day was closed, the latest first.
    pub closed: Vec<ClosedBy>,
    /// Whether it was closed, and nothing has changed since.
    pub is_current: bool,
}

/// The next day on which the clinic takes anybody.
#[derive(Clone, Debug)]
pub struct NextDay {
    /// The day.
    pub day: Date,
    /// Who is expected.
    pub visits: Vec<Reservation>,
}

/// How far ahead the next day is looked for.
const DAYS_AHEAD: usize = 21;

impl Closing {
    /// Reads it.
    ///
    /// # Errors
    /// What the store says.
    pub fn read(r: &dyn Reader, clinic: &Clinic, day: Date) -> Result<Self> {
        let visits = rows::of_day(r, &clinic.id, day)?;
        let left = |what: Remaining| {
            let those = visits.iter().filter(|visit| Remaining::of(visit, r.now()) == Some(what));
            those.cloned().collect::<Vec<_>>()
        };
        let next = match next_day(clinic, day) {
            Some(day) => {
                let all = rows::of_day(r, &clinic.id, day)?;
                Some(NextDay { day, visits: all.into_iter().filter(Reservation::is_expected).collect() })
            }
            None => None,
        };
        let (absent, present) = (left(Remaining::NoShow), left(Remaining::Fulfilled));
        let unreached = unreached::of_clinic(r, clinic)?;
        let closings = super::rows::closings(r, &clinic.id, day)?;
        Ok(Self {
            day,
            absent,
            present,
            next,
            unreached,
            report: DayReport::of(visits.iter()),
            expected: visits.iter().filter(|visit| visit.is_coming(r.now())).count(),
            receives: schedule::last_reception(clinic, day).is_some_and(|last| r.now() < last.on(day)),
            closed: closed_by(r, &closings)?,
            is_current: closings.is_current(&visits),
        })
    }

    /// How many things are left to be done.
    pub fn left(&self) -> usize {
        self.absent.len() + self.present.len() + self.unreached.len()
    }

    /// Whether nothing is left to be done and nobody can still come, on a day that has begun.
    pub fn is_over(&self, today: Date) -> bool {
        self.left() == 0 && self.expected == 0 && !self.receives && self.day <= today
    }
}

/// The next day that is not closed and has hours.
fn next_day(clinic: &Clinic, after: Date) -> Option<Date> {
    let mut days = std::iter::successors(after.next_day(), |day| day.next_day()).take(DAYS_AHEAD);
    days.find(|day| schedule::has_hours(clinic, *day) && schedule::closed(clinic, *day).is_none())
}
