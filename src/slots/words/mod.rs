//! How a slot is said, and why a day or a slot cannot be booked, in each language.

mod en;
mod ja;
mod sentences;

pub use sentences::Short;

use crate::lang::Lang;
use sentences::SlotWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static SlotWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
