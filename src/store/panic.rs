//! Panics as errors: one in a write's closure, in redb or in a check must not end the process.

use super::{Error, Result};
use crate::log::panic_text;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work` and turns a panic into an error. What the panic left half done must not be looked at again.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| Error::Panicked(panic_text(&*payload).replace('\n', " ")))
}
