//! What the pages of shared devices and PINs say.

mod en;
mod ja;
mod sentences;

pub use sentences::SharedDeviceWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static SharedDeviceWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
