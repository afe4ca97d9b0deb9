//! What the mails to the staff say.

mod en;
mod ja;
mod sentences;

pub use sentences::StaffLetterWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static StaffLetterWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
