//! 休診: on which days a clinic takes nobody, for the whole day or a part of it.
//!
//! Which days are national holidays is known in `holiday`.

use super::{OwnText, TimeOfDay};
use crate::clinic::holiday;
use serde::{Deserialize, Serialize};
use time::{Date, Weekday};

/// A rule by which a clinic is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// On which days.
    pub days: ClosedDays,
    /// The part of these days, from and until; the whole day where none is given.
    #[serde(default)]
    pub part: Option<(TimeOfDay, TimeOfDay)>,
    /// Why, as patients read it.
    #[serde(default)]
    pub reason: Option<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_in_english: Option<String>,
}

impl Closure {
    /// Why, as patients read it.
    pub fn own_reason(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.reason.as_ref(), self.reason_in_english.as_ref())
    }
}

/// The days of a closure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClosedDays {
    /// The same weekday every week.
    Weekly(Weekday),
    /// The first (1) to fifth (5) such weekdays of every month.
    Nth {
        /// Which weekday.
        weekday: Weekday,
        /// Which of the month.
        nth: Vec<u8>,
    },
    /// 国民の祝日.
    Holidays,
    /// From a day until another, both included.
    Span {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
}

impl ClosedDays {
    /// Whether a day is one of them.
    pub fn hold(&self, day: Date) -> bool {
        match self {
            Self::Weekly(weekday) => day.weekday() == *weekday,
            Self::Nth { weekday, nth } => day.weekday() == *weekday && nth.contains(&(1 + (day.day() - 1) / 7)),
            Self::Holidays => holiday::name(day).is_some(),
            Self::Span { from, until } => *from <= day && day <= *until,
        }
    }
}
