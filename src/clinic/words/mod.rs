//! What the clinic's pages say, in each language.

mod en;
mod ja;
mod sentences;

pub use sentences::PosterSheetWords;

use crate::lang::Lang;
use sentences::ClinicWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static ClinicWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
