//! An engine in trouble: its file is damaged from the start, or its disk is full from a moment on.

use super::plain;
use super::wrapped::Wrapped;
use mypage::store::{Attempt, Engine, Error, RedbEngine, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Troubled {
    inner: RedbEngine,
    damage: Option<String>,
    full: Arc<AtomicBool>,
}

impl Troubled {
    pub fn damaged(what: &str) -> Self {
        Self { damage: Some(what.to_owned()), ..Self::full_when(&Arc::default()) }
    }

    /// Whose disk is full as long as the switch is on.
    pub fn full_when(full: &Arc<AtomicBool>) -> Self {
        Self { inner: plain::engine(), damage: None, full: Arc::clone(full) }
    }
}

fn take(full: &AtomicBool) -> Result<()> {
    if full.load(Ordering::SeqCst) { Err(Error::Engine("the disk is full".to_owned())) } else { Ok(()) }
}

impl Engine for Troubled {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        let full = Arc::clone(&self.full);
        Wrapped::begin(&self.inner, move |inner, changes| take(&full).and_then(|()| inner.commit(changes)))
    }

    fn is_exclusive(&self) -> bool {
        true
    }

    fn recover(&self) -> Result<()> {
        take(&self.full)
    }

    fn damage(&self) -> Option<String> {
        self.damage.clone()
    }

    fn close(&self) {
        self.inner.close();
    }
}
