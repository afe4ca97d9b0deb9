//! What was done or tried that somebody may have to look into later: who signed in, what was booked or changed, who tried too
//! often. Each is a line of the log once its work is stored.
//!
//! An event names people by their お客様ID and visits by their number, and never holds a secret, a name or an address.

use crate::log::{Line, Log};
use std::fmt::Display;

/// Something that was done or tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    what: &'static str,
    who: Option<String>,
    details: Vec<(&'static str, String)>,
}

impl Event {
    /// That something was done, in one word of the past: `booked`.
    pub fn of(what: &'static str) -> Self {
        Self { what, who: None, details: Vec::new() }
    }

    /// The same of somebody by their お客様ID, who need not be the caller of the work.
    #[must_use]
    pub fn about(self, who: impl Display) -> Self {
        Self { who: Some(who.to_string()), ..self }
    }

    /// The same with a detail; the key is a plain word.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Display) -> Self {
        self.details.push((key, value.to_string()));
        self
    }

    pub(super) fn or_about(self, who: Option<&String>) -> Self {
        Self { who: self.who.or_else(|| who.cloned()), ..self }
    }

    /// Its line in a log, to be written.
    pub fn line<'a>(&self, log: &'a Log) -> Line<'a> {
        let line = log.info(self.what);
        let line = match &self.who {
            Some(who) => line.with("who", who),
            None => line,
        };
        self.details.iter().fold(line, |line, (key, value)| line.with(key, value))
    }
}
