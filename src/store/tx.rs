//! One write in progress: what its closure may read and change, and at which moment.
//!
//! Changes stay in the transaction's own overlay until the closure has returned `Ok`, so a closure that fails or
//! panics leaves nothing behind.

use super::engine::{Changes, Order, RowFn, Rows};
use super::overlay::Layer;
use super::{Reader, Result};
use crate::clock::Moment;
use std::mem;
use std::ops::Range;

/// A write in progress. It is a [`Reader`] too and sees its own changes.
pub struct Tx<'a> {
    below: &'a dyn Rows,
    now: Moment,
    changes: Changes,
    /// What was changed since the last [`Tx::keep`], the latest last.
    undo: Vec<Undo>,
}

/// How one change is taken back.
struct Undo {
    key: Vec<u8>,
    before: Before,
}

/// What a transaction had said of a key before a change.
enum Before {
    /// Nothing: the row was as it lies below.
    Untouched,
    /// This, or a deletion.
    Changed(Option<Vec<u8>>),
}

impl<'a> Tx<'a> {
    /// A write over the rows of `below`, with nothing changed yet.
    pub(super) fn over(below: &'a dyn Rows, now: Moment) -> Self {
        Self { below, now, changes: Changes::new(), undo: Vec::new() }
    }

    /// The moment of the write; the same when its closure runs again.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// Does a part of the write as if it were another moment: how a demonstration writes the history that its data need.
    pub fn at<T>(&mut self, then: Moment, part: impl FnOnce(&mut Self) -> T) -> T {
        let now = mem::replace(&mut self.now, then);
        let done = part(self);
        self.now = now;
        done
    }

    /// Moves the write out, for a type that wraps it, and leaves one with nothing changed until it is
    /// [put back](Tx::put_back).
    #[must_use]
    pub fn take(&mut self) -> Self {
        let fresh = Self::over(self.below, self.now);
        mem::replace(self, fresh)
    }

    /// Goes on with the write that was taken out.
    pub fn put_back(&mut self, taken: Tx<'_>) {
        (self.changes, self.undo) = (taken.changes, taken.undo);
    }

    /// Keeps what has been changed so far: a later [`Tx::roll_back`] does not take it back.
    pub fn keep(&mut self) {
        self.undo.clear();
    }

    /// Takes back what has been changed since the last [`Tx::keep`], or since the beginning without one.
    pub fn roll_back(&mut self) {
        for Undo { key, before } in mem::take(&mut self.undo).into_iter().rev() {
            match before {
                Before::Changed(change) => drop(self.changes.insert(key, change)),
                Before::Untouched => drop(self.changes.remove(&key)),
            }
        }
    }

    /// Sets or deletes the raw row under `key`.
    pub(super) fn set(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        let before = self.changes.insert(key.clone(), value).map_or(Before::Untouched, Before::Changed);
        self.undo.push(Undo { key, before });
    }

    /// What has been changed.
    pub(super) fn into_changes(self) -> Changes {
        self.changes
    }
}

impl Rows for Tx<'_> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        Layer { below: self.below, changes: &self.changes }.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        Layer { below: self.below, changes: &self.changes }.scan(span, order, visit)
    }
}

impl Reader for Tx<'_> {
    fn now(&self) -> Moment {
        self.now
    }
}
