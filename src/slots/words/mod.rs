//! How a slot is said, and why a day or a slot cannot be booked, in each language.

mod en;
mod ja;
mod sentences;

pub use sentences::Short;

use crate::clinic::{Clinic, PoolId};
use crate::lang::Lang;
use sentences::SlotWords;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static SlotWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// What the units of a pool are called, such as 担当医.
pub fn unit_label<'a>(lang: Lang, clinic: &'a Clinic, pool: Option<&PoolId>) -> &'a str {
    clinic.unit_label(pool).unwrap_or(of(lang).unit)
}
