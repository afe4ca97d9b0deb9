//! What the console says, in each language.

mod closing;
mod day;
pub mod desk;
mod en;
mod hours;
mod ja;
mod sentences;
mod suspension;

pub use closing::ClosingWords;
pub use day::ConsoleDayWords;
pub use hours::ConsoleHoursWords;
pub use sentences::ConsoleWords;
pub use suspension::SuspensionWords;

use crate::lang::Lang;
use crate::reservation::Attendance;
use crate::reservation::Status;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static ConsoleWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// The sentences around a day of the book.
pub const fn day(lang: Lang) -> &'static ConsoleDayWords {
    match lang {
        Lang::Ja => &day::ja::WORDS,
        Lang::En => &day::en::WORDS,
    }
}

/// The sentences about stopping what can be booked.
pub const fn suspension(lang: Lang) -> &'static SuspensionWords {
    match lang {
        Lang::Ja => &suspension::ja::WORDS,
        Lang::En => &suspension::en::WORDS,
    }
}

/// The sentences of 一日を締める.
pub const fn closing(lang: Lang) -> &'static ClosingWords {
    match lang {
        Lang::Ja => &closing::ja::WORDS,
        Lang::En => &closing::en::WORDS,
    }
}

/// The sentences about 診療時間 and 休診.
pub const fn hours(lang: Lang) -> &'static ConsoleHoursWords {
    match lang {
        Lang::Ja => &hours::ja::WORDS,
        Lang::En => &hours::en::WORDS,
    }
}

/// The word for a status.
pub fn status(lang: Lang, status: Status) -> &'static str {
    let words = &of(lang).status;
    Attendance::of(status).map_or(words.cancelled, words.of)
}
