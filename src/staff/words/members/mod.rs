//! What the pages say on which owners look after the staff.

mod en;
mod ja;
mod sentences;

pub use sentences::MembersWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static MembersWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
