//! What the account's pages and mails say, in each language. What is said about a person's fields is in `person`.

mod device;
mod device_copy;
mod en;
mod ja;
pub mod own_data;
mod sentences;

pub use device::device;
pub use device_copy::device_copy;
pub use sentences::AccountWords;

use crate::lang::Lang;

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static AccountWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// What the dashboard says first after something was done.
pub fn done(lang: Lang, what: &str) -> Option<&'static str> {
    match what {
        "sign-up" => Some(of(lang).sign_up.done),
        "person" => Some(of(lang).person.done),
        _ => None,
    }
}
