//! When nobody is taken on a day: between two bands of the clinic's hours, where a part of the day is closed, and where the staff
//! have stopped it.
//!
//! Pure: clinic and day come as arguments.

use crate::clinic::{Clinic, OwnText, TimeOfDay};
use crate::slots::{Suspended, Suspension};
use time::Date;

/// A stretch of a day in which nobody is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuietLine<'a> {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub until: TimeOfDay,
    /// Why.
    pub why: Quiet<'a>,
}

/// Why nobody is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet<'a> {
    /// Between two bands of the hours.
    Break,
    /// 一部休診, with the clinic's reason.
    Closed(Option<OwnText<'a>>),
    /// The staff have closed these slots.
    Suspended(&'a Suspension),
}

impl<'a> QuietLine<'a> {
    /// Those of a day, in order.
    pub fn of_day(clinic: &'a Clinic, day: Date, suspensions: &'a [Suspension]) -> Vec<Self> {
        let mut lines = breaks(clinic, day);
        let closed = clinic.closures.iter().filter(|closure| closure.days.hold(day));
        lines.extend(closed.filter_map(|closure| {
            let (from, until) = closure.part?;
            Some(Self { from, until, why: Quiet::Closed(closure.own_reason()) })
        }));
        let stopped = suspensions.iter().filter(|one| one.what == Suspended::Slots && one.stands());
        lines.extend(stopped.map(|one| Self { from: one.from, until: one.until, why: Quiet::Suspended(one) }));
        lines.sort_by_key(|line| (line.from, line.until));
        lines
    }
}

fn breaks<'a>(clinic: &Clinic, day: Date) -> Vec<QuietLine<'a>> {
    let bands = clinic.hours.iter().map(|opening| &opening.band).filter(|band| band.days.contains(&day.weekday()));
    let mut spans: Vec<(TimeOfDay, TimeOfDay)> = bands.map(|band| (band.from, band.until)).collect();
    spans.sort_unstable();
    let mut found = Vec::new();
    let mut open_until: Option<TimeOfDay> = None;
    for (from, until) in spans {
        if let Some(ended) = open_until.filter(|ended| *ended < from) {
            found.push(QuietLine { from: ended, until: from, why: Quiet::Break });
        }
        open_until = open_until.max(Some(until));
    }
    found
}
