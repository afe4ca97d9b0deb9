//! The hours of a clinic as they hang beside its door: each band of hours on the seven days of an ordinary week; and what
//! a single day leaves of them.
//!
//! What is closed on single days or holidays is not in the week itself.

use super::{Stretch, stretches};
use crate::clinic::{Clinic, ClosedDays};
use time::{Date, Weekday};

/// A band of hours on the seven days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The hours.
    pub hours: Stretch,
    /// Monday first.
    pub days: [Hours; 7],
}

/// Whether hours hold: a band of them on a weekday, or those of a weekday on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Open all through it.
    Open,
    /// Open for a part of it.
    Part,
    /// Closed.
    Closed,
}

/// The seven days, Monday first.
pub fn week() -> [Weekday; 7] {
    std::array::from_fn(|days| Weekday::Monday.nth_next(u8::try_from(days).unwrap_or(0)))
}

/// The hours of an ordinary week, the earliest band first.
pub fn grid(clinic: &Clinic) -> Vec<Row> {
    let mut bands: Vec<Stretch> = clinic.hours.iter().map(Stretch::of).collect();
    bands.sort_by_key(|band| (band.from, band.until, band.taken_until()));
    bands.dedup();
    let hours = |band: Stretch, weekday| {
        let is_there = clinic.hours.iter().any(|o| Stretch::of(o) == band && o.band.days.contains(&weekday));
        match left(clinic, weekday, is_there.then_some(band).into_iter().collect()).as_slice() {
            [] => Hours::Closed,
            [whole] if *whole == band => Hours::Open,
            _ => Hours::Part,
        }
    };
    bands.into_iter().map(|band| Row { hours: band, days: week().map(|weekday| hours(band, weekday)) }).collect()
}

/// What a day leaves of the hours that its weekday has in an ordinary week. A day without any is closed.
pub fn of_day(clinic: &Clinic, day: Date) -> Hours {
    let mut ordinary = of_weekday(clinic, day.weekday());
    ordinary.sort_by_key(|stretch| (stretch.from, stretch.until));
    match stretches(clinic, day) {
        Err(_) => Hours::Closed,
        Ok(open) if open == ordinary => Hours::Open,
        Ok(_) => Hours::Part,
    }
}

/// The hours of a weekday in an ordinary week.
pub fn of_weekday(clinic: &Clinic, weekday: Weekday) -> Vec<Stretch> {
    let openings = clinic.hours.iter().filter(|opening| opening.band.days.contains(&weekday));
    left(clinic, weekday, openings.map(Stretch::of).collect())
}

/// What every week's closures leave of a weekday's hours.
fn left(clinic: &Clinic, weekday: Weekday, open: Vec<Stretch>) -> Vec<Stretch> {
    let rules = clinic.closures.iter().filter(|closure| closure.days == ClosedDays::Weekly(weekday));
    rules.fold(open, |open, rule| match rule.part {
        Some(part) => open.into_iter().flat_map(|stretch| stretch.without(part)).collect(),
        None => Vec::new(),
    })
}
