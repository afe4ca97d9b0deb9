//! An engine that counts its commits.

use super::plain;
use mypage::store::{Changes, Engine, Reader, RedbEngine, Result, Verdict};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Counting {
    inner: RedbEngine,
    commits: Arc<AtomicUsize>,
}

impl Counting {
    pub fn into(commits: Arc<AtomicUsize>) -> Self {
        Self { inner: plain::engine(), commits }
    }
}

impl Engine for Counting {
    fn snapshot(&self) -> Result<Box<dyn Reader + '_>> {
        self.inner.snapshot()
    }

    fn commit(&self, changes: &Changes) -> Result<Verdict> {
        self.commits.fetch_add(1, Ordering::SeqCst);
        self.inner.commit(changes)
    }

    fn recover(&self) -> Result<()> {
        self.inner.recover()
    }

    fn close(&self) {
        self.inner.close();
    }
}
