//! What the pages and mails of a reservation say, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::ReservationWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static ReservationWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
