//! The only caller of the system clock, and the `Moment` that everything else is given.
//!
//! Rules take a `Moment` as an argument and never ask for the time. Tests use a fixed clock and move it.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use time::{Date, OffsetDateTime, UtcOffset};

/// Japan Standard Time, UTC+9 all year.
pub const JST: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(i64);

impl Moment {
    /// From milliseconds since the Unix epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the Unix epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Six bytes in the order of the moments, for the beginning of a key: its milliseconds, enough for 8,900 years after 1970.
    /// An earlier moment counts as 1970.
    pub fn six_bytes(self) -> [u8; 6] {
        let [_, _, millis @ ..] = u64::try_from(self.0).unwrap_or(0).to_be_bytes();
        millis
    }

    /// Reads what [`Moment::six_bytes`] gave.
    pub fn of_six_bytes(bytes: [u8; 6]) -> Self {
        Self(bytes.iter().fold(0, |sum, byte| sum << 8 | i64::from(*byte)))
    }

    /// This moment moved by some seconds, which may be negative.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// This moment moved by some minutes, which may be negative.
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// This moment moved by some hours, which may be negative.
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_minutes(hours.saturating_mul(60))
    }

    /// This moment moved by some days of 24 hours, which may be negative.
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_hours(days.saturating_mul(24))
    }

    /// Whole seconds from `earlier` to this moment; negative when `earlier` is later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0) / 1000
    }

    /// The wall clock in Japan at this moment. A moment outside the calendar's range gives the epoch.
    pub fn jst(self) -> OffsetDateTime {
        // The conversion from finer units than seconds calculates with 128 bits, and lists write dozens of moments.
        let seconds = self.0.div_euclid(1000).saturating_add(i64::from(JST.whole_seconds()));
        let millis = u16::try_from(self.0.rem_euclid(1000)).unwrap_or_default();
        let local = OffsetDateTime::from_unix_timestamp(seconds).and_then(|at| at.replace_millisecond(millis));
        local.map_or_else(|_| OffsetDateTime::UNIX_EPOCH.to_offset(JST), |local| local.replace_offset(JST))
    }

    /// The calendar day in Japan at this moment.
    pub fn jst_date(self) -> Date {
        self.jst().date()
    }
}

/// Notices when the clock is set, or the machine has slept: the moments and a steady clock then go different ways.
#[derive(Clone, Copy, Debug)]
pub struct Jumps {
    begun: (Moment, Instant),
    moment: Moment,
    steady: Instant,
}

impl Jumps {
    /// The smallest jump that matters, in seconds. Clocks that are kept right are moved by less.
    const LEAST: i64 = 60;

    /// Begins to watch a clock.
    pub fn from(moment: Moment, steady: Instant) -> Self {
        Self { begun: (moment, steady), moment, steady }
    }

    /// The moment that it would be now, had nobody set the clock since the first look.
    pub fn undisturbed(&self) -> Moment {
        let (moment, steady) = self.begun;
        let passed = self.steady.saturating_duration_since(steady);
        Moment(moment.0.saturating_add(i64::try_from(passed.as_millis()).unwrap_or(i64::MAX)))
    }

    /// By how many seconds the clock has gone back from one moment to the next, as a negative number; `None` if it has not, or
    /// by less than matters.
    pub fn back(from: Moment, to: Moment) -> Option<i64> {
        Some(to.seconds_since(from)).filter(|seconds| *seconds < -Self::LEAST)
    }

    /// By how many seconds the clock has jumped since the last look, negative when it was set back; `None` if it has not.
    pub fn look(&mut self, moment: Moment, steady: Instant) -> Option<i64> {
        let passed = steady.saturating_duration_since(self.steady);
        let jump =
            moment.seconds_since(self.moment).saturating_sub(i64::try_from(passed.as_secs()).unwrap_or(i64::MAX));
        *self = Self { moment, steady, ..*self };
        (jump.abs() > Self::LEAST).then_some(jump)
    }
}

/// The source of the time: the machine, or a test that sets it.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until [`Clock::advance_to`] moves it.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `moment`.
    pub fn fixed(moment: Moment) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(moment.millis())))
    }

    /// The moment now.
    pub fn now(&self) -> Moment {
        match self {
            Self::System => {
                let millis = match SystemTime::now().duration_since(UNIX_EPOCH) {
                    Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
                    Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |m| -m),
                };
                Moment::from_millis(millis)
            }
            Self::Fixed(millis) => Moment::from_millis(millis.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock, in either direction. The machine's clock is not changed.
    pub fn advance_to(&self, moment: Moment) {
        if let Self::Fixed(millis) = self {
            millis.store(moment.millis(), Ordering::SeqCst);
        }
    }
}
