//! What mails and fields for an address say, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::MailWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static MailWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
