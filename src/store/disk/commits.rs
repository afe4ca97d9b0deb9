//! Which attempt may commit: one that began after the last commit.
//!
//! redb serialises its write transactions and cannot tell what an attempt has read. So any commit since it began counts
//! as a change of what it read. The store has one writer thread, so that it never meets a conflict; other users of
//! the engine may.

use crate::store::Result;
use crate::store::engine::Verdict;
use std::sync::{Mutex, PoisonError};

/// How many commits there have been.
#[derive(Debug, Default)]
pub(super) struct Commits(Mutex<u64>);

impl Commits {
    pub(super) fn count(&self) -> u64 {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Commits for an attempt that began after that many commits, unless there were more since.
    pub(super) fn one_after(&self, after: u64, commit: impl FnOnce() -> Result<()>) -> Result<Verdict> {
        let mut count = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if *count != after {
            return Ok(Verdict::Conflict);
        }
        // Counted even when it fails: it may be visible all the same.
        *count += 1;
        commit().map(|()| Verdict::Durable)
    }
}
