//! Whether the store takes writes, shared between the writer thread, which decides it, and everybody who asks.

use std::sync::{Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// Whether the store takes writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// Reads and writes work.
    Writable,
    /// Reads work; writes are refused until the disk has recovered.
    ReadOnly {
        /// The cause in one line, for the operator.
        why: String,
    },
}

/// What the operator has to do about a damaged data file.
pub const DAMAGED: &str = "stop the server and run `mypage check`, which names the damaged tables; then put the latest \
                           sound backup in the place of the data file";

/// The current health.
#[derive(Debug)]
pub(super) struct Gauge {
    health: RwLock<Health>,
    /// Since when the writer has been at the writes that it took last; `None` while it waits for some.
    at_work: Mutex<Option<Instant>>,
}

impl Gauge {
    pub(super) fn new() -> Self {
        Self { health: RwLock::new(Health::Writable), at_work: Mutex::default() }
    }

    pub(super) fn now(&self) -> Health {
        self.health.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, health: Health) {
        *self.health.write().unwrap_or_else(PoisonError::into_inner) = health;
    }

    /// Says that the writer is at work while `work` runs.
    pub(super) fn at_work<T>(&self, work: impl FnOnce() -> T) -> T {
        let since = |since| *self.at_work.lock().unwrap_or_else(PoisonError::into_inner) = since;
        since(Some(Instant::now()));
        let done = work();
        since(None);
        done
    }

    /// For how long the writer has been at the writes that it took last.
    pub(super) fn busy_for(&self) -> Duration {
        let since = *self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        since.map_or(Duration::ZERO, |since| since.elapsed())
    }
}
