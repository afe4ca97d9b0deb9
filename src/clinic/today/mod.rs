//! What a clinic does on a day, as its patients ask: when it is open, whether somebody who comes now is still taken, and when
//! it is open next.
//!
//! Pure: the day or the moment is an argument. What can be booked is for `slots`.

mod ahead;
#[cfg(test)]
mod tests;
mod week;

pub use ahead::{ClosedAhead, Regular, closed_ahead, regular};
pub use week::{Hours, Row, grid, of_day, week};

use super::schedule::{self, NoSlots};
use super::{Clinic, Opening, TimeOfDay};
use crate::clock::Moment;
use time::{Date, Duration};

/// How many days are searched for the next one that is open.
const DAYS_AHEAD: i64 = 60;

/// A stretch of a day in which a clinic sees patients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From this time on.
    pub from: TimeOfDay,
    /// Until this time.
    pub until: TimeOfDay,
    /// 最終受付, the last minute in which somebody is still taken; until the end where there is none.
    pub last: Option<TimeOfDay>,
}

impl Stretch {
    fn of(opening: &Opening) -> Self {
        Self { from: opening.band.from, until: opening.band.until, last: opening.last_reception }
    }

    fn takes(&self, time: TimeOfDay) -> bool {
        self.from <= time && time < self.until && self.last.is_none_or(|last| time <= last)
    }

    /// Until when somebody is taken.
    pub fn taken_until(&self) -> TimeOfDay {
        self.last.unwrap_or(self.until)
    }

    /// What is left of it when a part of the day is closed.
    fn without(self, (from, until): (TimeOfDay, TimeOfDay)) -> impl Iterator<Item = Self> {
        let before = Self { until: self.until.min(from), last: self.last.filter(|last| *last < from), ..self };
        let after = Self { from: self.from.max(until), ..self };
        [before, after]
            .into_iter()
            .filter(|left| left.from < left.until && left.last.is_none_or(|last| left.from <= last))
    }
}

/// Whether somebody who comes now is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reception<'a> {
    /// Yes, until then.
    Open {
        /// The last reception, or the end.
        until: TimeOfDay,
    },
    /// Not now, but again today.
    Later {
        /// From then on.
        from: TimeOfDay,
    },
    /// Not any more today.
    Over,
    /// Not at all today.
    Closed(NoSlots<'a>),
}

/// Whether somebody who comes at that moment is taken.
pub fn reception(clinic: &Clinic, now: Moment) -> Reception<'_> {
    let stretches = match stretches(clinic, now.jst_date()) {
        Ok(stretches) => stretches,
        Err(closed) => return Reception::Closed(closed),
    };
    let time = TimeOfDay::of(now);
    let open = stretches.iter().filter(|stretch| stretch.takes(time)).map(Stretch::taken_until).max();
    let later = stretches.iter().map(|stretch| stretch.from).filter(|from| time < *from).min();
    match (open, later) {
        (Some(until), _) => Reception::Open { until },
        (None, Some(from)) => Reception::Later { from },
        (None, None) => Reception::Over,
    }
}

/// The next day after this one on which the clinic is open, and from when on, if there is one in sight.
pub fn next_open(clinic: &Clinic, day: Date) -> Option<(Date, TimeOfDay)> {
    (1..=DAYS_AHEAD).find_map(|days| {
        let day = day.checked_add(Duration::days(days))?;
        let from = stretches(clinic, day).ok()?.iter().map(|stretch| stretch.from).min()?;
        Some((day, from))
    })
}

/// When a clinic is open on a day, in order.
///
/// # Errors
/// Why it is not.
pub fn stretches(clinic: &Clinic, day: Date) -> Result<Vec<Stretch>, NoSlots<'_>> {
    if let Some(closed) = schedule::closed(clinic, day) {
        return Err(closed);
    }
    let openings = clinic.hours.iter().filter(|opening| opening.band.days.contains(&day.weekday()));
    let whole: Vec<Stretch> = openings.map(Stretch::of).collect();
    let mut open = schedule::closed_parts(clinic, day)
        .fold(whole, |open, part| open.into_iter().flat_map(|stretch| stretch.without(part)).collect());
    open.sort_by_key(|stretch| (stretch.from, stretch.until));
    if open.is_empty() { Err(NoSlots::NoHours) } else { Ok(open) }
}
