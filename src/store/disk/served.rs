//! The database that is served: the one that is written to, or while its disk fails, a view of the last commit in memory.
//!
//! The view is put in place by the first who meets the failure, before anybody is told of it, so that no read ever waits for
//! the disk to recover.

use super::border::guarded;
use super::commits::Commits;
use super::medium::Medium;
use super::open::{Open, View};
use super::opening::Opening;
use crate::store::{Error, Result};
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};

/// The database of a medium, through failures of its disk.
pub(super) struct Served {
    medium: Box<dyn Medium>,
    cache_bytes: usize,
    /// Empty once closed. Snapshots hold a clone, so that a recovery can tell when none is left.
    open: RwLock<Option<Arc<Open>>>,
    /// Those whose disk has failed, as far as snapshots still read from them.
    replaced: Mutex<Vec<Weak<Open>>>,
    pub(super) commits: Commits,
}

impl Served {
    pub(super) fn new(medium: Box<dyn Medium>, cache_bytes: usize, open: Open) -> Self {
        let open = RwLock::new(Some(Arc::new(open)));
        Self { medium, cache_bytes, open, replaced: Mutex::default(), commits: Commits::default() }
    }

    pub(super) fn medium(&self) -> &dyn Medium {
        &*self.medium
    }

    pub(super) fn opening(&self) -> Opening<'_> {
        Opening { medium: &*self.medium, cache_bytes: self.cache_bytes }
    }

    /// What is served at present.
    pub(super) fn open(&self) -> Result<Arc<Open>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(Error::Closed)
    }

    /// Says that a commit to `open` has failed, and goes on with a view of the commit before.
    pub(super) fn has_failed(&self, open: &Arc<Open>, error: &Error) {
        open.condition.fail(match error {
            Error::Engine(why) => why.clone(),
            other => other.to_string(),
        });
        // Without a view the next read tries again.
        let _ = self.show_last_commit(open);
    }

    /// Replaces a database whose disk has failed, unless that has been done.
    pub(super) fn show_last_commit(&self, failed: &Arc<Open>) -> Result<()> {
        let mut slot = self.open.write().unwrap_or_else(PoisonError::into_inner);
        if !slot.as_ref().is_some_and(|open| Arc::ptr_eq(open, failed)) {
            return Ok(());
        }
        *slot = Some(Arc::new(self.view_of(failed)?));
        self.replaced.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::downgrade(failed));
        Ok(())
    }

    /// What a failed database showed last.
    fn view_of(&self, failed: &Open) -> Result<Open> {
        let view = failed.view.clone().unwrap_or_else(|| View {
            why: failed.condition.failure().unwrap_or_default().to_owned(),
            header: failed.condition.synced_header(),
        });
        let open = self.opening().under_header(view.header).map_err(|cause| Error::Engine(cause.to_string()))?;
        Ok(Open { view: Some(view), ..open })
    }

    /// Opens the medium anew for writing, unless snapshots still read from it, and serves that; or, where it cannot be written
    /// to, a view.
    pub(super) fn open_anew(&self) -> Result<()> {
        let mut slot = self.open.write().unwrap_or_else(PoisonError::into_inner);
        let mut replaced = self.replaced.lock().unwrap_or_else(PoisonError::into_inner);
        replaced.retain(|open| open.strong_count() > 0);
        if !replaced.is_empty() {
            return Err(Error::Busy);
        }
        let why = match slot.take().map(Arc::try_unwrap) {
            Some(Err(in_use)) => {
                *slot = Some(in_use);
                return Err(Error::Busy);
            }
            Some(Ok(failed)) => {
                let why = failed.refusal().map(str::to_owned);
                discard(failed);
                why
            }
            // An earlier attempt has come to nothing, not even to a view.
            None => None,
        };
        match self.opening().trusting() {
            Ok(open) => {
                *slot = Some(Arc::new(open));
                Ok(())
            }
            Err(error) => {
                // Reads must go on. What the repair cannot write to the disk stays in memory.
                let open = self.opening().in_shadow().map_err(|cause| Error::Engine(cause.to_string()))?;
                let view = View { why: why.unwrap_or_else(|| error.to_string()), header: None };
                *slot = Some(Arc::new(Open { view: Some(view), ..open }));
                Err(Error::Engine(error.to_string()))
            }
        }
    }

    /// Closes the database; all later calls fail.
    pub(super) fn close(&self) {
        let open = self.open.write().unwrap_or_else(PoisonError::into_inner).take();
        discard(open);
    }
}

/// Drops a database, or one of its users. A close that fails loses nothing: the next opening repairs the file; and after a
/// failure of the disk nothing is written to it.
pub(super) fn discard<T>(open: T) {
    let _ = guarded(|| {
        drop(open);
        Ok::<_, redb::Error>(())
    });
}
