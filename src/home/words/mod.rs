//! What the dashboard and the pages of a patient's clinics say, in each language.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::HomeWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static HomeWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
