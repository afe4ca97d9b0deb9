//! The eras of the Japanese calendar: when each begins and ends, and the era and year of a day.
//!
//! Reading birth dates and writing dates share this calculation. Japan used the lunisolar calendar before 明治6年 (1873);
//! the months and days of such dates are not converted.

use super::{Lang, Words};
use time::Date;
use time::macros::date;

/// An era since the restoration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// 明治, from 25 January 1868.
    Meiji,
    /// 大正, from 30 July 1912.
    Taisho,
    /// 昭和, from 25 December 1926.
    Showa,
    /// 平成, from 8 January 1989.
    Heisei,
    /// 令和, from 1 May 2019.
    Reiwa,
}

impl Era {
    /// All eras, oldest first.
    pub const ALL: [Self; 5] = [Self::Meiji, Self::Taisho, Self::Showa, Self::Heisei, Self::Reiwa];

    /// The first day.
    pub const fn first_day(self) -> Date {
        match self {
            Self::Meiji => date!(1868 - 01 - 25),
            Self::Taisho => date!(1912 - 07 - 30),
            Self::Showa => date!(1926 - 12 - 25),
            Self::Heisei => date!(1989 - 01 - 08),
            Self::Reiwa => date!(2019 - 05 - 01),
        }
    }

    /// The last day; none for the current era.
    pub fn last_day(self) -> Option<Date> {
        let next = Self::ALL.into_iter().find(|later| *later > self)?;
        next.first_day().previous_day()
    }

    /// Whether a day lies in this era.
    pub fn holds(self, day: Date) -> bool {
        Self::of(day) == Some(self)
    }

    /// The era of a day; none before 明治.
    pub fn of(day: Date) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|era| era.first_day() <= day)
    }

    /// The name, in kanji or in romaji.
    pub const fn name(self) -> Words {
        match self {
            Self::Meiji => Words("明治", "Meiji"),
            Self::Taisho => Words("大正", "Taisho"),
            Self::Showa => Words("昭和", "Showa"),
            Self::Heisei => Words("平成", "Heisei"),
            Self::Reiwa => Words("令和", "Reiwa"),
        }
    }
}

/// A year of an era, such as 昭和63年. The year may lie outside the era: it is what somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EraYear {
    /// The era it is counted from.
    pub era: Era,
    /// The year; 元年 is 1.
    pub year: u16,
}

impl EraYear {
    /// The year of a day; none before 明治.
    pub fn of(day: Date) -> Option<Self> {
        let era = Era::of(day)?;
        let year = u16::try_from(day.year() - era.first_day().year() + 1).ok()?;
        Some(Self { era, year })
    }

    /// The same year in the Gregorian calendar.
    pub fn gregorian(self) -> i32 {
        self.era.first_day().year() + i32::from(self.year) - 1
    }

    /// The usual spelling: `昭和63年`, `平成元年`, `Showa 63`.
    pub fn written(self, lang: Lang) -> String {
        let name = lang.of(self.era.name());
        match (lang, self.year) {
            (Lang::Ja, 1) => format!("{name}元年"),
            (Lang::Ja, year) => format!("{name}{year}年"),
            (Lang::En, year) => format!("{name} {year}"),
        }
    }
}
