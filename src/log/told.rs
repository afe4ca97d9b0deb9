//! What was said last of each event that is meant for the operator, so that a page can repeat it: nobody can ask a stream.
//!
//! It is bounded, because events are words of the code and of each only the last is held. A restart forgets it.

use crate::clock::Moment;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// An event as it was said last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldEvent {
    /// When it was said first since the start.
    pub first: Moment,
    /// When it was said last.
    pub last: Moment,
    details: Vec<(&'static str, String)>,
}

impl ToldEvent {
    /// A detail of it; empty where it has none of this name.
    pub fn detail(&self, key: &str) -> &str {
        self.details.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value)
    }
}

/// The last of each event. Clones tell the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Told(Arc<Mutex<BTreeMap<&'static str, ToldEvent>>>);

impl Told {
    pub(super) fn note(&self, event: &'static str, at: Moment, details: Vec<(&'static str, String)>) {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = told.get(event).map_or(at, |before| before.first);
        told.insert(event, ToldEvent { first, last: at, details });
    }

    pub(super) fn last(&self, event: &str) -> Option<ToldEvent> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(event).cloned()
    }
}
