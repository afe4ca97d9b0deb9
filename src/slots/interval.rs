//! The days that have to lie between two visits of one person, such as between the doses of a vaccine.
//!
//! Pure: the visits come as arguments. A later visit counts as an earlier one does, and which was booked first does not matter.

use time::{Date, Duration};

/// Another visit of the person that counts, booked or past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedVisit {
    /// Its day in Japan.
    pub day: Date,
    /// So many days lie between it and the visit that is wanted.
    pub apart: u16,
    /// What may be said of it.
    pub said: SaidOfVisit,
}

/// What may be said of another visit of the person to who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidOfVisit {
    /// The day on which it is: they have booked it.
    Day,
    /// Only that there is such a rule.
    Rule,
}

/// Why a day is too near to another visit of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooNear {
    /// So many days lie between two visits.
    pub apart: u16,
    /// The other visit, where that may be said.
    pub visit: Option<Neighbour>,
    /// The first day from the one that was asked for on that is not too near to any visit, where that may be said.
    pub from: Option<Date>,
}

/// On which side of a day another visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// On that day or an earlier one.
    Before(Date),
    /// On a later day.
    After(Date),
}

impl CountedVisit {
    fn distance(&self, day: Date) -> u64 {
        (day - self.day).whole_days().unsigned_abs()
    }

    fn is_too_near(&self, day: Date) -> bool {
        self.distance(day) < u64::from(self.apart)
    }
}

/// What stands against a day, if one of these visits is too near: the nearest of them is named.
pub(super) fn too_near(visits: &[CountedVisit], day: Date) -> Option<TooNear> {
    let near = visits.iter().filter(|visit| visit.is_too_near(day));
    let CountedVisit { day: other, apart, said } = near.min_by_key(|visit| visit.distance(day))?.clone();
    let neighbour = if other <= day { Neighbour::Before(other) } else { Neighbour::After(other) };
    Some(TooNear {
        apart,
        visit: (said == SaidOfVisit::Day).then_some(neighbour),
        from: (said == SaidOfVisit::Day).then(|| first_day(visits, day)),
    })
}

/// The first day from one on that is far enough from all of them.
fn first_day(visits: &[CountedVisit], from: Date) -> Date {
    let mut in_order: Vec<&CountedVisit> = visits.iter().collect();
    in_order.sort_by_key(|visit| visit.day);
    // A visit that has been passed is not too near again: what is behind it needs fewer days.
    in_order.into_iter().fold(from, |from, visit| match visit.is_too_near(from) {
        true => visit.day.saturating_add(Duration::days(i64::from(visit.apart))),
        false => from,
    })
}
