//! A time on the clock of Japan, in whole minutes. Japan has no summer time, so that every day has 1,440 of them.
//!
//! 24:00 is the end of a day, and nothing starts then. `Display` has the spelling.

use crate::clock::{JST, Moment};
use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Time};

const DAY: u16 = 24 * 60;

/// Minutes since midnight in Japan, at most 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// A full hour; hours after 24 are 24.
    pub const fn of_hour(hour: u16) -> Self {
        Self(if hour > 24 { DAY } else { hour * 60 })
    }

    /// So many minutes after midnight; `None` when that is another day.
    pub fn of_minutes(minutes: u16) -> Option<Self> {
        (minutes <= DAY).then_some(Self(minutes))
    }

    /// Reads `9:30`, `09:30` or `24:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str, least: usize| {
            let plain = (least..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u16>().ok()).flatten()
        };
        // `9:5` could be meant as 9:50 as well.
        let (hour, minute) = (digits(hour, 1)?, digits(minute, 2).filter(|m| *m < 60)?);
        Self::of_minutes(hour.checked_mul(60)? + minute)
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The time in Japan at a moment, without its seconds.
    pub fn of(moment: Moment) -> Self {
        let local = moment.jst();
        Self(u16::from(local.hour()) * 60 + u16::from(local.minute()))
    }

    /// This time on a day in Japan.
    pub fn on(self, day: Date) -> Moment {
        let midnight = day.with_time(Time::MIDNIGHT).assume_offset(JST);
        Moment::from_millis(midnight.unix_timestamp() * 1000).plus_minutes(i64::from(self.0))
    }
}

/// `9:30`
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}
