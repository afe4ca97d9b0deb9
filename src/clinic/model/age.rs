//! 対象年齢: for whom a menu is, by the age on the day of the visit.

use serde::{Deserialize, Serialize};
use time::Date;

/// An age on the day of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Age {
    /// In full years.
    Years(u8),
    /// In full months.
    Months(u16),
}

impl Age {
    /// The same age as people say where it is the least: twelve months are one year.
    pub fn as_said(self) -> Self {
        match self {
            Self::Months(months) if 0 < months && months % 12 == 0 => {
                u8::try_from(months / 12).map_or(self, Self::Years)
            }
            age => age,
        }
    }

    /// The first month of life at this age, from 0.
    fn first_month(self) -> i32 {
        match self {
            Self::Years(years) => i32::from(years) * 12,
            Self::Months(months) => i32::from(months),
        }
    }

    /// The last month of life at this age.
    fn last_month(self) -> i32 {
        match self {
            Self::Years(_) => self.first_month() + 11,
            Self::Months(_) => self.first_month(),
        }
    }
}

/// 対象年齢, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AgeRange {
    /// The youngest.
    pub from: Option<Age>,
    /// The oldest.
    pub to: Option<Age>,
    /// Whether the youngest age is reached at the end of the day before, as 年齢計算ニ関スル法律 says, or on the birthday.
    #[serde(default)]
    pub by_law: bool,
}

impl AgeRange {
    /// Whether nobody comes who could be thought to have booked for themselves.
    pub fn is_for_children(&self) -> bool {
        match self.to {
            Some(Age::Years(years)) => years <= 15,
            Some(Age::Months(months)) => months <= 15 * 12,
            None => false,
        }
    }

    /// Whether every age is in it.
    pub const fn is_any(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether nobody is ever of these ages: the range is upside down.
    pub fn is_empty(&self) -> bool {
        let youngest = self.from.map_or(0, Age::first_month);
        self.to.is_some_and(|to| to.last_month() < youngest)
    }

    /// Whether somebody born on a day may come on another. Months and years are full ones; who was born on a day that
    /// a month does not have gets older on the first day after it.
    ///
    /// By law an age is reached at the end of the day before. That day counts for both ages, as municipalities count it
    /// for vaccines: 「1歳の誕生日の前日から2歳の誕生日の前日まで」.
    pub fn hold(&self, born: Date, day: Date) -> bool {
        let during = full_months(born, day);
        let reached = match day.next_day() {
            Some(next) if self.by_law && born <= day => full_months(born, next),
            _ => during,
        };
        self.from.is_none_or(|from| from.first_month() <= reached) && self.to.is_none_or(|to| during <= to.last_month())
    }
}

/// Full months between two days; negative when nobody is born yet.
fn full_months(born: Date, day: Date) -> i32 {
    let count = |date: Date| date.year() * 12 + i32::from(u8::from(date.month()));
    count(day) - count(born) - i32::from(day.day() < born.day())
}
