//! What the pages say on which the staff book, move and cancel, in each language.

mod en;
mod ja;
mod sentences;

use crate::console::reason_form::{CANCELLATION_PRESETS, PRESETS};
use crate::lang::Lang;
use sentences::DeskWords;

/// A usual reason to go on, by its word in the form; empty of any other word.
pub fn preset(lang: Lang, word: &str) -> &'static str {
    named(word, PRESETS, of(lang).objections.presets)
}

/// A usual reason of a cancellation.
pub fn cancellation_preset(lang: Lang, word: &str) -> &'static str {
    named(word, CANCELLATION_PRESETS, of(lang).change.cancel_presets)
}

fn named(word: &str, words: [&str; 4], names: [&'static str; 4]) -> &'static str {
    words.iter().position(|known| *known == word).and_then(|at| names.get(at)).copied().unwrap_or("")
}

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static DeskWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
