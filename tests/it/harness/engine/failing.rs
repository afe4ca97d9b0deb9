//! An engine whose n-th commit fails as if the disk were full; the ones before and after succeed. What the failing one
//! changed is not written, or is.

use super::plain;
use super::wrapped::Wrapped;
use mypage::store::{Attempt, Engine, Error, RedbEngine, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Failing {
    inner: RedbEngine,
    at: usize,
    writes: bool,
    commits: Arc<AtomicUsize>,
}

impl Failing {
    /// Fails at commit number `at`, counted from 0.
    pub fn at(at: usize) -> Self {
        Self { inner: plain::engine(), at, writes: false, commits: Arc::default() }
    }

    /// As [`Failing::at`], but only after the changes have reached the disk.
    pub fn late(at: usize) -> Self {
        Self { writes: true, ..Self::at(at) }
    }
}

impl Engine for Failing {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        let (at, writes, commits) = (self.at, self.writes, Arc::clone(&self.commits));
        Wrapped::begin(&self.inner, move |inner, changes| {
            if commits.fetch_add(1, Ordering::SeqCst) == at {
                if writes {
                    inner.commit(changes)?;
                }
                return Err(Error::Engine("the disk is full".to_owned()));
            }
            inner.commit(changes)
        })
    }

    fn is_exclusive(&self) -> bool {
        true
    }

    fn recover(&self) -> Result<()> {
        Ok(())
    }

    fn close(&self) {
        self.inner.close();
    }
}
