//! What the pages of ご家族 say, in each language.

mod en;
mod ja;
mod sentences;

pub use sentences::ClosedOfferWords;

use crate::lang::Lang;
use sentences::FamilyWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static FamilyWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
