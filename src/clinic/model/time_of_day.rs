//! A time on the clock of Japan, in whole minutes. Japan has no summer time, so that every day has 1,440 of them.
//!
//! 24:00 is the end of a day, and nothing starts then. `Display` has the spelling.

use crate::clock::{JST, Moment};
use crate::lang::typed::{clean, folded};
use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Time};

const DAY: u16 = 24 * 60;
const NOON: u16 = DAY / 2;
/// Characters of a time that is typed, with some room for spaces: `午後 12 時 30 分`.
const LONGEST_TYPED: usize = 20;

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

    /// Reads a time as people type it: `9:30`, `9時`, `9時半`, `12時30分`, `930`, `1430`, `9`, `午後2時`, `2pm`, in any width.
    /// What could be meant in two ways, such as `9:5`, is not read.
    pub fn typed(text: &str) -> Option<Self> {
        let text: String = folded(&clean(text, LONGEST_TYPED).ok()?).to_lowercase().split_whitespace().collect();
        let (half, text) = half_of_day(&text);
        let (hour, minute) = match (text.split_once('時'), text.split_once(':')) {
            (Some((hour, rest)), _) => (hour, after_hour(rest)),
            (None, Some((hour, minute))) => (hour, minute.to_owned()),
            (None, None) if text.len() <= 2 => (text, "00".to_owned()),
            (None, None) => {
                let (hour, minute) = text.split_at_checked(text.len() - 2)?;
                (hour, minute.to_owned())
            }
        };
        let time = Self::parse(&format!("{hour}:{minute}"))?;
        match half {
            None => Some(time),
            // 午前12時 and 12am are midnight to some and noon to others.
            Some(Half::Morning) => Some(time).filter(|time| time.0 < NOON),
            Some(Half::Afternoon) if time.0 < NOON => Self::of_minutes(time.0 + NOON),
            Some(Half::Afternoon) => Some(time).filter(|time| time.0 < NOON + 60),
        }
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

/// What stands behind 時, as digits. With its 分 a single digit is clear.
fn after_hour(text: &str) -> String {
    match text.strip_suffix('分') {
        _ if text.is_empty() => "00".to_owned(),
        _ if text == "半" => "30".to_owned(),
        Some(minute) => format!("{minute:0>2}"),
        None => text.to_owned(),
    }
}

/// A half of the day, by which hours are counted up to 12.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

/// The half of the day that a folded text names, and the rest of it.
fn half_of_day(text: &str) -> (Option<Half>, &str) {
    let (morning, afternoon) = (["午前", "am", "a.m."], ["午後", "pm", "p.m."]);
    let halves =
        morning.map(|word| (word, Half::Morning)).into_iter().chain(afternoon.map(|word| (word, Half::Afternoon)));
    let stripped = |(word, half)| Some((half, text.strip_prefix(word).or_else(|| text.strip_suffix(word))?));
    halves.filter_map(stripped).next().map_or((None, text), |(half, rest)| (Some(half), rest))
}

/// `9:30`
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}
