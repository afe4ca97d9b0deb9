//! What the design system itself says, in each language. What a feature says stands in that feature.

mod en;
mod ja;
mod sentences;

use crate::lang::Lang;
use sentences::UiWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static UiWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
