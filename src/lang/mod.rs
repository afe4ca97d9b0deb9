//! The two languages of the product, how dates, weekdays and eras are written in each, and what typed text may contain.
//!
//! Pages, mails and calendar files use the same formatters, so that they always agree.
//!
//! Sentences are in the `words` of each feature: `sentences.rs` has a field for each, and a file for each language fills
//! them. A further language is a variant of [`Lang`]; the compiler then names every match, table and file that lacks it.

mod date;
mod era;
pub mod kana;
pub mod search;
pub mod typed;

#[cfg(test)]
mod tests;

pub use date::{
    WrittenMoment, calendar_date, date, date_in_full, date_with_era, day_and_month, days_ahead, era_date, moment,
    moment_in_brief, time_of, weekday,
};
pub use era::{Era, EraYear};

use serde::{Deserialize, Serialize};

/// A language of the user interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Lang {
    /// 日本語, the first language of the product.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// All languages, the first one first.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::En => "English",
        }
    }

    /// The BCP 47 tag, as used in `lang` attributes and cookies.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag, by its primary subtag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.trim();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// The name in this language.
    pub const fn of(self, words: Words) -> &'static str {
        match self {
            Self::Ja => words.0,
            Self::En => words.1,
        }
    }
}

/// A name in every language, for tables such as eras, holidays and prefectures: Japanese, then English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub &'static str, pub &'static str);
