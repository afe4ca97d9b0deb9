//! The settings as given: a text for each key, with the place it came from, and the problems found so far.
//!
//! Nothing stops at the first problem: a value that is missing or not allowed becomes a problem and no value.

use super::keys::{FILE, Key};
use super::problem::{ConfigError, Place};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What the settings are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To serve: everything that sending mails needs has to be there.
    Serve,
    /// To work on the data: mail settings may be missing, and their files are not read.
    Data,
}

/// What was given, by the name of the key.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) purpose: Purpose,
    given: BTreeMap<&'static str, Given>,
    problems: RefCell<Vec<(Place, String)>>,
}

/// A setting as given. One whose text could not be taken has been told as a problem and has no text.
#[derive(Debug)]
struct Given {
    text: Option<String>,
    place: Place,
}

impl Settings {
    pub(super) fn new(purpose: Purpose) -> Self {
        Self { purpose, given: BTreeMap::new(), problems: RefCell::default() }
    }

    /// Sets a key; a later source replaces an earlier one. Without a text it is given, but faulty.
    pub(super) fn set(&mut self, key: &'static Key, text: Option<String>, place: Place) {
        self.given.insert(key.name, Given { text, place });
    }

    /// Adds a problem.
    pub(super) fn problem(&self, place: Place, what: String) {
        self.problems.borrow_mut().push((place, what));
    }

    /// The value of a key, or its default.
    pub(super) fn value(&self, key: &'static Key) -> Value<'_> {
        Value { settings: self, key, given: self.given.get(key.name) }
    }

    /// What was made of the settings, unless there is a problem.
    pub(super) fn finish<T>(self, made: Option<T>) -> Result<T, ConfigError> {
        let problems = self.problems.into_inner();
        made.filter(|_| problems.is_empty()).ok_or_else(|| ConfigError::of(problems))
    }
}

/// One setting on its way to being checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'a> {
    settings: &'a Settings,
    key: &'static Key,
    given: Option<&'a Given>,
}

impl<'a> Value<'a> {
    /// The text without blanks around it: as given, or the default. `None` when it is faulty.
    pub(super) fn text(&self) -> Option<&'a str> {
        match self.given {
            Some(given) => given.text.as_deref().map(str::trim),
            None => Some(self.key.default),
        }
    }

    /// Whether there is anything, right or wrong.
    pub(super) fn is_set(&self) -> bool {
        self.text() != Some("")
    }

    /// The checked value. A control character is never part of one.
    pub(super) fn parse<T>(&self, check: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text()?;
        let checked = Some(text).filter(|text| !text.contains(char::is_control)).and_then(check);
        if checked.is_none() {
            self.problem(&format!("must be {}; it is {text:?}", self.key.allowed));
        }
        checked
    }

    /// The checked value of a setting that may be empty, and then has none.
    pub(super) fn optional<T>(&self, check: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if self.is_set() { self.parse(check) } else { None }
    }

    /// Tells what is wrong with it, in words that follow the key's name.
    pub(super) fn problem(&self, what: &str) {
        let place = self.given.map_or(Place::Nowhere, |given| given.place.clone());
        self.settings.problem(place, format!("{}: {what}", self.key.name));
    }

    /// Tells that it is missing and how to give it, if what the settings are read for needs it.
    pub(super) fn missing(&self, why: &str) {
        if self.settings.purpose == Purpose::Serve {
            self.problem(&format!("not set, but {why}; set it in {} or as {}", FILE, self.key.variable()));
        }
    }
}

/// The parts of a comma list; an empty text has none.
pub(super) fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|_| !text.is_empty())
}
