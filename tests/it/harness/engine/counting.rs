//! An engine that counts its commits.

use super::plain;
use super::wrapped::Wrapped;
use mypage::store::{Attempt, Changes, Engine, RedbEngine, Result, Verdict};
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
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        let commits = Arc::clone(&self.commits);
        Wrapped::begin(&self.inner, move |inner: Box<dyn Attempt>, changes: &Changes| -> Result<Verdict> {
            commits.fetch_add(1, Ordering::SeqCst);
            inner.commit(changes)
        })
    }

    fn is_exclusive(&self) -> bool {
        true
    }

    fn recover(&self) -> Result<()> {
        self.inner.recover()
    }

    fn close(&self) {
        self.inner.close();
    }
}
