//! What the pages of the kept mails say, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::MailboxWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static MailboxWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
