//! What is said of a new password, in each language.

mod en;
mod ja;
mod sentences;

pub use sentences::PasswordWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static PasswordWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
