//! An engine whose n-th commit fails as if the disk were full; the ones before and after succeed. What the failing one
//! changed is not written, or is.

use super::plain;
use mypage::store::{Changes, Engine, Error, Reader, RedbEngine, Result, Verdict};
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Failing {
    inner: RedbEngine,
    at: usize,
    writes: bool,
    commits: AtomicUsize,
}

impl Failing {
    /// Fails at commit number `at`, counted from 0.
    pub fn at(at: usize) -> Self {
        Self { inner: plain::engine(), at, writes: false, commits: AtomicUsize::new(0) }
    }

    /// As [`Failing::at`], but only after the changes have reached the disk.
    pub fn late(at: usize) -> Self {
        Self { writes: true, ..Self::at(at) }
    }
}

impl Engine for Failing {
    fn snapshot(&self) -> Result<Box<dyn Reader + '_>> {
        self.inner.snapshot()
    }

    fn commit(&self, changes: &Changes) -> Result<Verdict> {
        if self.commits.fetch_add(1, Ordering::SeqCst) == self.at {
            if self.writes {
                self.inner.commit(changes)?;
            }
            return Err(Error::Engine("the disk is full".to_owned()));
        }
        self.inner.commit(changes)
    }

    fn recover(&self) -> Result<()> {
        Ok(())
    }

    fn close(&self) {
        self.inner.close();
    }
}
