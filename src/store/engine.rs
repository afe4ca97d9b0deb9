//! What an engine must be able to do, and no more: one ordered space of byte strings, snapshots of it, and one
//! atomic, durable write.
//!
//! The interface is this small so that an engine is one small file, and so that a test can put a fault into it.
//! An engine knows nothing of tables, records, checksums, queues or threads.

use super::Result;
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};

/// What a write changes: per key the new value, or `None` for a deletion.
pub type Changes = BTreeMap<Vec<u8>, Option<Vec<u8>>>;

/// Called with each key and value of a scan; breaks off when it has seen enough.
pub type Visit<'a> = dyn FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>> + 'a;

/// The direction of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// From the smallest key up.
    Forward,
    /// From the largest key down.
    Backward,
}

/// One consistent view of all rows. Queries take `&dyn Reader`, so that they work on a snapshot and inside a write.
pub trait Reader {
    /// The raw value under a raw key.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>>;

    /// Visits the rows whose keys lie in `span` (start included, end excluded), in `order`. An empty or inverted
    /// span visits nothing.
    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut Visit<'_>) -> Result<()>;
}

/// What became of a commit that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All changes are on the disk and will survive a power cut.
    Durable,
    /// Nothing was written, because somebody else changed what was read: run the closures again on a new snapshot.
    Conflict,
}

/// Where the rows are kept.
pub trait Engine: Send + Sync {
    /// The rows as they are now; later commits do not show in it.
    fn snapshot(&self) -> Result<Box<dyn Reader + '_>>;

    /// Writes all changes or none, and returns only when they are durable. After an error nobody knows whether the
    /// changes survive; the store then stays read-only until [`Engine::recover`] succeeds.
    fn commit(&self, changes: &Changes) -> Result<Verdict>;

    /// Tries once, in bounded time, to become writable again after a failed commit. Snapshots keep working whether
    /// or not it succeeds.
    fn recover(&self) -> Result<()>;

    /// Releases the storage cleanly; whatever is asked afterwards is refused.
    fn close(&self);
}
