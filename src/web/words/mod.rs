//! What error pages say, in each language.

mod en;
mod ja;
mod sentences;

pub use sentences::{Apology, RemedyWords, WebWords};

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static WebWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}

#[cfg(test)]
mod tests;
