//! The settings as given: a text for each key, with the place it came from.
//!
//! It merges defaults, file and environment, and words the problem of a value. It does not know which values are
//! right.

use super::keys::{self, Key};
use super::problem::Problem;
use super::source;
use std::collections::BTreeMap;
use std::path::Path;

/// What was given, by the name of the key.
#[derive(Debug, Default)]
pub(super) struct Settings(BTreeMap<&'static str, Given>);

/// A text and where it stands: `mypage.toml: line 7` or `environment`.
#[derive(Debug)]
pub(super) struct Given {
    pub text: String,
    pub place: String,
}

impl Settings {
    /// Reads the file, then the environment over it.
    pub(super) fn read(path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> Result<Self, Problem> {
        let mut settings = Self::default();
        source::file(path, &mut settings)?;
        source::variables(env, &mut settings)?;
        Ok(settings)
    }

    /// Reads the environment alone.
    pub(super) fn of_environment(env: impl Iterator<Item = (String, String)>) -> Result<Self, Problem> {
        let mut settings = Self::default();
        source::variables(env, &mut settings)?;
        Ok(settings)
    }

    /// Sets a key; a later source replaces an earlier one.
    pub(super) fn set(&mut self, key: &'static Key, text: String, place: String) {
        self.0.insert(key.name, Given { text, place });
    }

    /// The value of a key, or its default.
    pub(super) fn value(&self, key: &'static Key) -> Value<'_> {
        Value { key, given: self.0.get(key.name) }
    }
}

/// One setting on its way to being checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'a> {
    key: &'static Key,
    given: Option<&'a Given>,
}

impl Value<'_> {
    /// The text as given, without blanks around it.
    pub(super) fn text(&self) -> &str {
        self.given.map_or(self.key.default, |given| given.text.trim())
    }

    /// The checked value. A control character is never part of one.
    pub(super) fn parse<T>(&self, check: impl FnOnce(&str) -> Option<T>) -> Result<T, Problem> {
        let text = self.text();
        Some(text)
            .filter(|text| !text.contains(char::is_control))
            .and_then(check)
            .ok_or_else(|| self.problem(&format!("must be {}; it is {text:?}", self.key.allowed)))
    }

    /// The checked value, or `None` when the text is empty.
    pub(super) fn optional<T>(&self, check: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Problem> {
        if self.text().is_empty() { Ok(None) } else { self.parse(check).map(Some) }
    }

    /// What is wrong with it, in words that follow the key's name.
    pub(super) fn problem(&self, what: &str) -> Problem {
        match self.given {
            Some(given) => Problem::new(format!("{}: {}: {what}", given.place, self.key.name)),
            None => Problem::new(format!("{}: {what}", self.key.name)),
        }
    }

    /// That it is missing, and how to give it.
    pub(super) fn missing(&self, why: &str) -> Problem {
        self.problem(&format!("not set, but {why}; set it in {} or as {}", source::FILE, self.key.variable()))
    }
}

/// The parts of a comma list; an empty text has none.
pub(super) fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|_| !text.is_empty())
}

/// That a name is not a setting, and which one was probably meant.
pub(super) fn unknown(place: &str, kind: &str, wrong: &str, called: impl Fn(&Key) -> String) -> Problem {
    let meant = keys::nearest(wrong, called);
    Problem::new(format!("{place}: unknown {kind} \"{wrong}\"; did you mean \"{meant}\"?"))
}
