//! One step of a booking inside a write, and what may stop it.
//!
//! A fault of the store undoes the whole write. Anything else that stops a step keeps what was written before it: an
//! attempt that was counted stays counted.

use crate::reservation::Reason;
use crate::store;
use crate::web::Failure;
use crate::web::throttle::Until;

/// What stops a step.
pub enum Stop {
    /// The store, which undoes it.
    Store(store::Error),
    /// What is answered by a page of its own.
    Failure(Failure),
    /// The slot cannot be booked.
    Slot(Reason),
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Until> for Stop {
    fn from(until: Until) -> Self {
        Self::Failure(until.into())
    }
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Slot(reason)
    }
}

/// A step as the action sees it: done, or the slot cannot be booked.
pub type Step<T> = Result<Result<T, Reason>, Failure>;

/// Hands the store's own faults to the store, and the rest to the action.
///
/// # Errors
/// A fault of the store.
pub fn settle<T>(step: Result<T, Stop>) -> store::Result<Step<T>> {
    match step {
        Ok(done) => Ok(Ok(Ok(done))),
        Err(Stop::Slot(reason)) => Ok(Ok(Err(reason))),
        Err(Stop::Failure(failure)) => Ok(Err(failure)),
        Err(Stop::Store(error)) => Err(error),
    }
}
