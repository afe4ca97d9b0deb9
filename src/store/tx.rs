//! One write in progress: what its closure may read and change.
//!
//! Changes stay in the transaction's own overlay until the closure has returned `Ok`, so a closure that fails or
//! panics leaves nothing behind. When and how the overlay reaches the engine is the writer's business.

use super::Result;
use super::engine::{Changes, Order, Reader, Visit};
use super::overlay::Layer;
use std::ops::Range;

/// A write in progress. It is a [`Reader`] too and sees its own changes.
pub struct Tx<'a> {
    below: &'a dyn Reader,
    changes: Changes,
}

impl<'a> Tx<'a> {
    /// A write over the rows of `below`, with nothing changed yet.
    pub(super) fn over(below: &'a dyn Reader) -> Self {
        Self { below, changes: Changes::new() }
    }

    /// Sets or deletes the raw row under `key`.
    pub(super) fn set(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.changes.insert(key, value);
    }

    /// What has been changed.
    pub(super) fn into_changes(self) -> Changes {
        self.changes
    }
}

impl Reader for Tx<'_> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        Layer { below: self.below, changes: &self.changes }.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut Visit<'_>) -> Result<()> {
        Layer { below: self.below, changes: &self.changes }.scan(span, order, visit)
    }
}
