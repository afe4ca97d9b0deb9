//! What an engine must be able to do: one ordered space of byte strings, attempts that read it and may
//! change it, and one atomic, durable commit.
//!
//! The interface is this small so that an engine is one small file, and so that a test can put a fault into it. Tables,
//! records, checksums, moments, queues and threads are added above it.

use super::Result;
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};

/// What a write changes: per key the new value, or `None` for a deletion.
pub type Changes = BTreeMap<Vec<u8>, Option<Vec<u8>>>;

/// Called with each key and value of a scan; breaks off when it has seen enough.
pub type RowFn<'a> = dyn FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>> + 'a;

/// The direction of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// From the smallest key up.
    Forward,
    /// From the largest key down.
    Backward,
}

/// One consistent view of all rows, as raw bytes.
pub trait Rows {
    /// The raw value under a raw key.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>>;

    /// Visits the rows whose keys lie in `span` (start included, end excluded), in `order`. An empty or inverted
    /// span visits nothing.
    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()>;
}

/// What became of a commit that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All changes are on the disk and will survive a power cut.
    Durable,
    /// Nothing was written, because what this attempt may have read has changed since it began: run the closures again
    /// in a new attempt.
    Conflict,
}

/// One attempt at a write, or a read that ends without one: a view of the rows as they were when it began, and the right
/// to commit changes that were derived from that view.
///
/// An engine that serves several processes learns from the reads of an attempt what its changes depend on. Of two
/// attempts that both read a row and both change it, at most one commits; the other is told [`Verdict::Conflict`].
pub trait Attempt: Rows + Send + Sync {
    /// Writes all changes or none, and returns only when they are durable. After an error it is unknown whether the
    /// changes survive; the store then stays read-only until [`Engine::recover`] succeeds.
    fn commit(self: Box<Self>, changes: &Changes) -> Result<Verdict>;
}

/// What a search for damaged pages has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    /// No search was due: the storage was closed in order, or has been verified since.
    NotDue,
    /// The search was cut short.
    Stopped,
    /// Everything is as it was written.
    Sound,
    /// Something is not; what, in one line for the operator.
    Damaged(String),
}

/// Where the rows are kept.
pub trait Engine: Send + Sync {
    /// Begins an attempt on the rows as they are now; later commits do not show in it.
    fn begin(&self) -> Result<Box<dyn Attempt>>;

    /// Whether this process alone writes to these rows. What follows the commits of this process, such as a
    /// [`Pinned`](super::Pinned) row in memory, is right only then.
    fn is_exclusive(&self) -> bool;

    /// Tries once, in bounded time, to become writable again after a failed commit. Attempts can begin and read whether
    /// or not it succeeds.
    fn recover(&self) -> Result<()>;

    /// Looks for damage after an unclean stop or a failed disk, while reads and writes go on, and blocks for as long as
    /// that takes. [`Engine::recover`] and [`Engine::close`] cut it short. An engine whose storage sees to this by itself
    /// has nothing to do.
    fn verify(&self) -> Result<Verification> {
        Ok(Verification::NotDue)
    }

    /// The damage that [`Engine::verify`] has found last, in one line for the operator.
    fn damage(&self) -> Option<String> {
        None
    }

    /// Whether the storage had not been released cleanly when it was opened.
    fn was_left_open(&self) -> bool {
        false
    }

    /// Releases the storage cleanly; all later calls fail.
    fn close(&self);
}
