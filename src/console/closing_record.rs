//! 締めを記録する: who closed a day, and when.

use super::day_closing::{ClosingRecord, DayClosings};
use super::rows;
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::reservation::attendance::NotSet;
use crate::reservation::rows as visits;
use crate::staff;
use crate::store::{Reader, Result};
use crate::work::{Event, Outcome, Refuse, Work};
use time::Date;

/// A day was closed, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedBy {
    /// When.
    pub at: Moment,
    /// The name of who did it, where it is known.
    pub name: Option<String>,
}

/// Each time that a day was closed, the latest first.
///
/// # Errors
/// What the store says.
pub fn closed_by(r: &dyn Reader, closings: &DayClosings) -> Result<Vec<ClosedBy>> {
    let named = |ClosingRecord { at, by }: &ClosingRecord| {
        let staff = by.map(|by| staff::rows::find(r, by)).transpose()?.flatten();
        Ok(ClosedBy { at: *at, name: staff.map(|staff| staff.name) })
    };
    closings.records.iter().rev().map(named).collect()
}

/// Notes that the caller has closed a day. Said twice while nothing changes, it is noted once.
///
/// # Errors
/// Refused before the day.
pub fn record(work: &mut Work<'_>, clinic: &ClinicId, day: Date) -> Outcome<(), NotSet> {
    if work.now().jst_date() < day {
        return Err(NotSet::BeforeTheDay).or_refuse();
    }
    let closings = rows::closings(work, clinic, day)?;
    if closings.is_current(&visits::of_day(work, clinic, day)?) {
        return Ok(());
    }
    let record = ClosingRecord { at: work.now(), by: work.caller().staff };
    rows::put_closings(work, clinic, day, &closings.and(record))?;
    work.record(Event::of("day_closed").with("clinic", clinic.as_str()).with("day", day));
    Ok(())
}
