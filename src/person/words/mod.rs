//! What the form of a person says, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::PersonWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static PersonWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
