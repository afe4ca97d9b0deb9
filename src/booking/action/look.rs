//! What a calendar shows: which month, which day of it, and what is free, read for these days alone.
//!
//! Days that nobody can look at are said to be wrong, never an error: an address is typed and shared.

use crate::booking::alternatives::alternatives;
use crate::booking::page::course::{Calendar, FEW};
use crate::booking::path;
use crate::clinic::TimeOfDay;
use crate::slots::{Days, Reason, TooNear};
use crate::store;
use crate::web::Cx;
use time::macros::format_description;
use time::{Date, Duration};

/// The day and the month that somebody wants to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The day whose slots are to be shown.
    pub day: Option<Date>,
    /// A day of the month that is to be shown.
    pub from: Option<Date>,
    /// From when on the next free slots are looked for; today where none is given.
    pub next_from: Option<Date>,
    /// Whether what was asked for is no day at all.
    pub unreadable: bool,
    /// The slot that cannot be booked.
    pub refused: Option<(Date, TimeOfDay)>,
}

impl View {
    /// As the address says.
    pub fn of(cx: &Cx) -> Self {
        let [day, from] = [path::DAY, path::FROM].map(|name| cx.query(name));
        let unreadable = [&day, &from].into_iter().any(|text| !text.is_empty() && date(text).is_none());
        Self { day: date(&day), from: date(&from), unreadable, ..Self::default() }
    }

    /// After a slot that cannot be booked.
    pub fn after(slot: Option<(Date, TimeOfDay)>) -> Self {
        let day = slot.map(|(day, _)| day);
        Self { day, next_from: day, refused: slot, ..Self::default() }
    }

    /// The same, at the first day against which that reason does not stand, where that is known.
    pub fn after_refusal(slot: Option<(Date, TimeOfDay)>, reason: &Reason) -> Self {
        match reason {
            Reason::TooNear(TooNear { from: Some(day), .. }) => {
                Self { from: Some(*day), next_from: Some(*day), refused: slot, ..Self::default() }
            }
            _ => Self::after(slot),
        }
    }
}

/// Looks; says also whether a day was asked for that cannot be looked at.
pub fn look(mut all: Days<'_>, wanted: View) -> store::Result<(Calendar, bool)> {
    let (today, horizon) = (all.today(), all.horizon());
    let in_reach = |day: &Date| (today..=horizon).contains(day);
    let month_in_reach = |day: &Date| today <= month(*day).1 && month(*day).0 <= horizon;
    let (day, from) = (wanted.day.filter(in_reach), wanted.from.filter(month_in_reach));
    let start = wanted.next_from.filter(in_reach).unwrap_or(today);
    let mut next = alternatives(&mut all, start)?;
    if next.is_empty() && today < start {
        next = alternatives(&mut all, today)?;
    }
    let shown = day.or(from).or(next.first().map(|first| first.day)).unwrap_or(today);
    let (first, last) = month(shown);
    let days = all.outlooks(first..=last, FEW + 1)?;
    let first_free = || days.iter().find(|day| day.places.is_ok()).map(|free| free.day);
    let chosen = match day.or_else(first_free) {
        Some(day) => all.plans(day..=day)?.pop(),
        None => None,
    };
    let against = match chosen.as_ref().filter(|plan| plan.reason.is_some()) {
        Some(plan) => all.against(plan.day)?,
        None => Vec::new(),
    };
    let wrong = wanted.unreadable || wanted.day != day || wanted.from != from;
    Ok((Calendar { days, chosen, against, next, bounds: (today, horizon) }, wrong))
}

/// The first and the last day of the month of a day.
fn month(day: Date) -> (Date, Date) {
    let first = day.replace_day(1).unwrap_or(day);
    (first, first.saturating_add(Duration::days(i64::from(day.month().length(day.year())) - 1)))
}

fn date(text: &str) -> Option<Date> {
    Date::parse(text, format_description!("[year]-[month]-[day]")).ok()
}

/// Reads a slot as it is posted: `2026-11-24T09:30`.
pub fn slot(text: &str) -> Option<(Date, TimeOfDay)> {
    let (day, start) = text.split_once('T')?;
    date(day).zip(TimeOfDay::parse(start))
}
