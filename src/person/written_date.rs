//! A date as somebody wrote it, in either calendar, with the day that it means if there is one.

use crate::lang::{Era, EraYear, Lang};
use time::{Date, Month};

/// A date as it was written, which need not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// None for a Gregorian year.
    pub era: Option<Era>,
    /// The year of the era, or the Gregorian year without one.
    pub year: u16,
    /// The month, possibly 13.
    pub month: u8,
    /// The day, possibly 32.
    pub day: u8,
}

impl WrittenDate {
    /// The year in the Gregorian calendar.
    pub(super) fn gregorian_year(self) -> i32 {
        match self.era {
            Some(era) => EraYear { era, year: self.year }.gregorian(),
            None => i32::from(self.year),
        }
    }

    /// The day, if it exists. Years of an era begin with 1.
    pub(super) fn date(self) -> Option<Date> {
        if self.year == 0 {
            return None;
        }
        Date::from_calendar_date(self.gregorian_year(), Month::try_from(self.month).ok()?, self.day).ok()
    }

    /// The usual spelling: `昭和63年2月30日`, `30 February Showa 63`, `day 1 of month 13, 1988`.
    pub fn written(self, lang: Lang) -> String {
        let Self { era, year, month, day } = self;
        let year = match (era, lang) {
            (Some(era), _) => EraYear { era, year }.written(lang),
            (None, Lang::Ja) => format!("{year}年"),
            (None, Lang::En) => year.to_string(),
        };
        match (lang, Month::try_from(month).ok()) {
            (Lang::Ja, _) => format!("{year}{month}月{day}日"),
            (Lang::En, Some(month)) => format!("{day} {month} {year}"),
            (Lang::En, None) => format!("day {day} of month {month}, {year}"),
        }
    }
}
