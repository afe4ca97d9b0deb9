//! An engine that reports a conflict at every first commit, so that every closure runs twice.

use super::plain;
use mypage::store::{Changes, Engine, Reader, RedbEngine, Result, Verdict};
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Twice {
    inner: RedbEngine,
    seen: AtomicBool,
}

impl Twice {
    pub fn new() -> Self {
        Self { inner: plain::engine(), seen: AtomicBool::new(false) }
    }
}

impl Engine for Twice {
    fn snapshot(&self) -> Result<Box<dyn Reader + '_>> {
        self.inner.snapshot()
    }

    fn commit(&self, changes: &Changes) -> Result<Verdict> {
        if !self.seen.fetch_xor(true, Ordering::SeqCst) {
            return Ok(Verdict::Conflict);
        }
        self.inner.commit(changes)
    }

    fn recover(&self) -> Result<()> {
        self.inner.recover()
    }

    fn close(&self) {
        self.inner.close();
    }
}
