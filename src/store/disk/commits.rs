//! Which attempt may commit: one that began after the last commit.
//!
//! redb serialises its write transactions and cannot tell what an attempt has read. So any commit since it began counts
//! as a change of what it read. The store has one writer thread, so that it never meets a conflict; other users of
//! the engine may.

#[cfg(test)]
mod tests;

use crate::store::Result;
use crate::store::engine::Verdict;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// How many commits there have been. To read the number waits for nothing: every snapshot begins with it, and must not
/// wait for the disk.
#[derive(Debug, Default)]
pub(super) struct Commits {
    count: AtomicU64,
    /// Held by the commit that is under way.
    one: Mutex<()>,
}

impl Commits {
    pub(super) fn count(&self) -> u64 {
        self.count.load(Ordering::Acquire)
    }

    /// Commits for an attempt that began after that many commits, unless there were more since.
    pub(super) fn one_after(&self, after: u64, commit: impl FnOnce() -> Result<()>) -> Result<Verdict> {
        let _one = self.one.lock().unwrap_or_else(PoisonError::into_inner);
        if self.count() != after {
            return Ok(Verdict::Conflict);
        }
        let outcome = commit();
        // Counted after it, so that an attempt that begins meanwhile, and may read what was before, will be a conflict;
        // and even when it has failed, since it may be visible all the same.
        self.count.fetch_add(1, Ordering::Release);
        outcome.map(|()| Verdict::Durable)
    }
}
