//! Whether the store takes writes, shared between the writer thread, which decides it, and everybody who asks.

use std::sync::{PoisonError, RwLock};

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

/// The current health.
#[derive(Debug)]
pub(super) struct Gauge(RwLock<Health>);

impl Gauge {
    pub(super) fn new() -> Self {
        Self(RwLock::new(Health::Writable))
    }

    pub(super) fn now(&self) -> Health {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, health: Health) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = health;
    }
}
