//! What a query is given: the rows of one snapshot and the moment at which they are looked at.
//!
//! Both are fixed when the snapshot is taken, so that everything one request sees is of one moment, and no query takes
//! a moment beside its reader.

use super::engine::{Attempt, Order, RowFn, Rows};
use super::{CommitNumber, Result};
use crate::clock::Moment;
use std::ops::Range;
use std::sync::Arc;

/// Rows at a moment. Queries take `&dyn Reader`, so that they work on a snapshot and inside a write.
pub trait Reader: Rows {
    /// The moment at which the rows are looked at: a row that ends then, or ended before, is not there.
    fn now(&self) -> Moment;
}

/// All rows as they were at one commit, looked at in one moment. Clones share the view.
#[derive(Clone)]
pub struct Snapshot {
    rows: Arc<dyn Attempt>,
    now: Moment,
    latest: CommitNumber,
}

impl Snapshot {
    pub(super) fn of(attempt: Box<dyn Attempt>, now: Moment, latest: CommitNumber) -> Self {
        Self { rows: attempt.into(), now, latest }
    }

    /// The latest commit of this process that it surely shows.
    pub const fn latest(&self) -> CommitNumber {
        self.latest
    }
}

impl Rows for Snapshot {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        self.rows.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        self.rows.scan(span, order, visit)
    }
}

impl Reader for Snapshot {
    fn now(&self) -> Moment {
        self.now
    }
}
