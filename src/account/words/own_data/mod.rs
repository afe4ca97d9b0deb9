//! What the page says from which somebody takes along what is stored of them, and the headings of that file.

mod en;
mod ja;
mod sentences;

pub use sentences::OwnDataWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static OwnDataWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
