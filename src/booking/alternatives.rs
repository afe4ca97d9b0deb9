//! What a calendar offers first: the earliest free slot, and real alternatives to it rather than the same morning three times.

use crate::clinic::TimeOfDay;
use crate::slots::Days;
use crate::store::Result;
use time::{Date, Duration, Weekday};

/// How many slots are offered.
const NEXT: usize = 3;

/// A free slot that is offered before the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What sets it apart.
    pub kind: AlternativeKind,
    /// The day.
    pub day: Date,
    /// The start.
    pub start: TimeOfDay,
}

/// What sets a slot apart that is offered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlternativeKind {
    /// It is the earliest of all.
    Earliest,
    /// It is the first one before noon, where the earliest is not.
    Morning,
    /// It is the first one after noon, where the earliest is not.
    Afternoon,
    /// It is the first one on a Saturday.
    Saturday,
    /// It is simply the next one.
    Next,
}

/// For how many days behind the earliest free slot alternatives to it are looked for.
const ALTERNATIVES: i64 = 14;

/// What is offered first: the earliest free slot, one in the other half of the day and one on a Saturday where there are such
/// within two weeks, otherwise the next ones.
///
/// # Errors
/// What the store says.
pub fn alternatives(days: &mut Days<'_>, from: Date) -> Result<Vec<Alternative>> {
    let next = next_free(days, from)?;
    let Some((first, start)) = next.first().copied() else { return Ok(Vec::new()) };
    let span = || first..=first.saturating_add(Duration::days(ALTERNATIVES - 1));
    let noon = TimeOfDay::of_hour(12);
    let (other, in_other_half) = match start < noon {
        true => (AlternativeKind::Afternoon, days.first_where(span(), |_| true, |start| noon <= start)?),
        false => (AlternativeKind::Morning, days.first_where(span(), |_| true, |start| start < noon)?),
    };
    let saturday = days.first_where(span(), |day| day.weekday() == Weekday::Saturday, |_| true)?;
    let own = days.given_up().map(|old| (old.day, old.start));
    let found = [(AlternativeKind::Earliest, Some((first, start))), (other, in_other_half)];
    let found = found.into_iter().chain([(AlternativeKind::Saturday, saturday)]);
    let found = found.filter_map(|(kind, slot)| Some((kind, slot.filter(|slot| Some(*slot) != own)?)));
    let mut offered: Vec<Alternative> = Vec::with_capacity(NEXT);
    for (kind, (day, start)) in found.chain(next.into_iter().map(|slot| (AlternativeKind::Next, slot))) {
        if offered.len() < NEXT && offered.iter().all(|known| (known.day, known.start) != (day, start)) {
            offered.push(Alternative { kind, day, start });
        }
    }
    Ok(offered)
}

/// The next free slots. The time that would be given up is free for its patient, and no news to them.
fn next_free(days: &mut Days<'_>, from: Date) -> Result<Vec<(Date, TimeOfDay)>> {
    let mut next = days.next_free(from, NEXT + 1)?;
    let own = days.given_up().map(|old| (old.day, old.start));
    next.retain(|slot| Some(*slot) != own);
    next.truncate(NEXT);
    Ok(next)
}
