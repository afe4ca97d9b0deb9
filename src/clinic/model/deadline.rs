//! When booking opens and until when something may still be done, counted from the visit.
//!
//! Days are days of the calendar in Japan.

use super::TimeOfDay;
use crate::clock::Moment;
use serde::{Deserialize, Serialize};
use time::{Date, Duration};

/// The last moment for something, counted from the start of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deadline {
    /// So many minutes before the start.
    Before {
        /// Minutes.
        minutes: u32,
    },
    /// At a time on a day before.
    AtClock {
        /// How many days before the day of the visit; 0 is the day itself.
        days: u16,
        /// The time on that day.
        at: TimeOfDay,
    },
}

impl Deadline {
    /// The moment for a visit that starts then; never after the start.
    pub fn of(&self, start: Moment) -> Moment {
        match self {
            Self::Before { minutes } => start.plus_minutes(-i64::from(*minutes)),
            Self::AtClock { days, at } => at.on(days_before(start.jst_date(), *days)).min(start),
        }
    }

    /// The first day on which it has not passed for a visit at any time of the day.
    pub fn first_day(&self, now: Moment) -> Date {
        match self {
            Self::Before { minutes } => now.plus_minutes(i64::from(*minutes)).jst_date(),
            Self::AtClock { days, at } => {
                let today = now.jst_date();
                let passed = i64::from(at.on(today) <= now);
                today.saturating_add(Duration::days(i64::from(*days) + passed))
            }
        }
    }
}

/// When booking for a day opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opens {
    /// How many days before.
    pub days: u16,
    /// The time on that day.
    pub at: TimeOfDay,
}

impl Opens {
    /// The moment from which on a visit on that day can be booked.
    pub fn of(&self, day: Date) -> Moment {
        self.at.on(days_before(day, self.days))
    }

    /// The first day that cannot be booked yet; `None` where the calendar ends before it.
    pub fn first_shut_day(&self, now: Moment) -> Option<Date> {
        let reach = self.reach(now.jst_date());
        if now < self.of(reach) { Some(reach) } else { reach.next_day() }
    }

    /// The last day for which booking opens by the end of another.
    pub fn reach(&self, today: Date) -> Date {
        today.saturating_add(Duration::days(i64::from(self.days)))
    }
}

/// A day so many days before; the first day of the calendar where there is none.
pub fn days_before(day: Date, days: u16) -> Date {
    day.checked_sub(Duration::days(i64::from(days))).unwrap_or(Date::MIN)
}
