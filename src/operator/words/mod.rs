//! What the operator's page says, in each language. The command says the English of it.

mod en;
mod ja;
pub mod mail;
mod sentences;
mod size;

pub use sentences::OperatorWords;
pub use size::size;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static OperatorWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
