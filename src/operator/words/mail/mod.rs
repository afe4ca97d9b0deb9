//! What the page about mail says, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::MailSettingWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static MailSettingWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
