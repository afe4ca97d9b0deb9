//! What the account's pages and mails say, in each language. What is said about a person's fields is in `person`.

mod en;
mod ja;
mod sentences;

pub use sentences::AccountWords;

use crate::lang::{Lang, Words};

/// The title of the page after signing in.
pub const DASHBOARD_TITLE: Words = Words(ja::WORDS.titles.dashboard, en::WORDS.titles.dashboard);

/// What the dashboard says first after something was done.
pub fn done(what: &str) -> Option<Words> {
    match what {
        "sign-up" => Some(Words(ja::WORDS.sign_up.done, en::WORDS.sign_up.done)),
        "person" => Some(Words(ja::WORDS.person.done, en::WORDS.person.done)),
        _ => None,
    }
}

/// The sentences in a language.
pub const fn of(lang: Lang) -> &'static AccountWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}
