//! What the pages of notices say, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::NoticeWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static NoticeWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
