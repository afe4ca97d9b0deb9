//! Whether the worker still comes back to the outbox, for whoever watches the service.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The longest time without a look at the outbox; the clock may have been set.
pub(super) const LONGEST_NAP: Duration = Duration::from_secs(60);

/// When the worker has looked at the outbox last. Clones tell the same.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Mutex<Option<Instant>>>);

impl Progress {
    /// Whether the worker runs, and has not looked at the outbox for three times as long as it rests at most.
    pub fn stalls(&self, now: Instant) -> bool {
        let looked = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        looked.is_some_and(|looked| now.saturating_duration_since(looked) > 3 * LONGEST_NAP)
    }

    /// Says that it looks now.
    pub(super) fn looks(&self) {
        self.set(Some(Instant::now()));
    }

    /// Says that it has been told to end.
    pub(super) fn ends(&self) {
        self.set(None);
    }

    fn set(&self, looked: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = looked;
    }
}
