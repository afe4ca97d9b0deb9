//! On which days a clinic is closed: those of every week and month as rules, the others by their dates.
//!
//! Holidays are listed for some weeks, spans however far ahead they lie. A day that is closed in every week anyway is not
//! said twice.

use super::week::{of_weekday, week};
use crate::clinic::schedule::NoSlots;
use crate::clinic::{Clinic, ClosedDays, Closure, TimeOfDay, holiday};
use time::{Date, Duration, Weekday};

/// For how many days national holidays are listed.
const HOLIDAYS: i64 = 30;
/// The most days and spans that are listed.
const MOST: usize = 12;

/// What is closed in every week and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regular<'a> {
    /// Weekdays on which it is never open, Monday first.
    pub weekdays: Vec<Weekday>,
    /// Whether it is closed on national holidays.
    pub holidays: bool,
    /// Parts of weekdays, certain weekdays of the month, parts of holidays.
    pub others: Vec<&'a Closure>,
}

/// One day or several on end that are closed, or a part of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedAhead<'a> {
    /// The first day, today at the earliest.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// The part of each day; the whole day where there is none.
    pub part: Option<(TimeOfDay, TimeOfDay)>,
    /// Why.
    pub why: NoSlots<'a>,
}

/// The rules by which a clinic is closed.
pub fn regular(clinic: &Clinic) -> Regular<'_> {
    let holidays = |closure: &Closure| closure.days == ClosedDays::Holidays && closure.part.is_none();
    let others = clinic.closures.iter().filter(|closure| match (&closure.days, closure.part) {
        (ClosedDays::Nth { .. }, _) => true,
        (ClosedDays::Weekly(_) | ClosedDays::Holidays, part) => part.is_some(),
        (ClosedDays::Span { .. }, _) => false,
    });
    Regular {
        weekdays: week().into_iter().filter(|weekday| of_weekday(clinic, *weekday).is_empty()).collect(),
        holidays: clinic.closures.iter().any(holidays),
        others: others.collect(),
    }
}

/// The days to come that are closed, in order.
pub fn closed_ahead(clinic: &Clinic, today: Date) -> Vec<ClosedAhead<'_>> {
    let mut found: Vec<ClosedAhead<'_>> =
        clinic.closures.iter().flat_map(|closure| coming(clinic, closure, today)).collect();
    found.sort_by_key(|closed| (closed.from, closed.until));
    found.truncate(MOST);
    found
}

fn coming<'a>(clinic: &'a Clinic, closure: &'a Closure, today: Date) -> Vec<ClosedAhead<'a>> {
    let part = closure.part;
    match &closure.days {
        ClosedDays::Weekly(_) | ClosedDays::Nth { .. } => Vec::new(),
        ClosedDays::Span { until, .. } if *until < today => Vec::new(),
        ClosedDays::Span { from, until } => {
            let why = NoSlots::Closed(closure.own_reason());
            vec![ClosedAhead { from: (*from).max(today), until: *until, part, why }]
        }
        ClosedDays::Holidays => {
            let days = (0..HOLIDAYS).filter_map(|days| today.checked_add(Duration::days(days)));
            let open = days.filter(|day| !of_weekday(clinic, day.weekday()).is_empty());
            let named = open.filter_map(|day| Some((day, holiday::name(day)?)));
            named.map(|(day, name)| ClosedAhead { from: day, until: day, part, why: NoSlots::Holiday(name) }).collect()
        }
    }
}
