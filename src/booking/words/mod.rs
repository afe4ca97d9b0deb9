//! What the pages and the mail of booking say, in each language.

mod en;
mod ja;
mod party;
mod person;
mod sentences;

use crate::lang::Lang;
use sentences::BookingWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static BookingWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
