//! What the staff's own pages say, in each language.

pub mod device;
mod en;
mod ja;
pub mod letter;
pub mod members;
mod sentences;

pub use sentences::StaffWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static StaffWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
