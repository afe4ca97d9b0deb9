//! Work that is done again and again while the server runs, whatever becomes of it once.

use crate::log::{Log, panic_text};
use crate::store;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// Does a piece of work again and again: at once while it says that there is more, otherwise every so often. `trouble` is
/// what the log calls it when it fails. One that panics has failed, and is done again like any other: nobody would see that there
/// are no reminders any more.
pub(super) async fn repeat<F>(
    trouble: &'static str,
    log: Log,
    work: impl Fn() -> F,
    every: Duration,
    stopped: impl Future<Output = ()>,
) where
    F: Future<Output = store::Result<bool>>,
{
    let mut stopped = std::pin::pin!(stopped);
    loop {
        let done = AssertUnwindSafe(async { work().await }).catch_unwind().await;
        let done = done.unwrap_or_else(|panic| {
            log.error(trouble).for_operator().with("why", panic_text(&*panic)).write();
            Ok(false)
        });
        let there_is_more = done.unwrap_or_else(|error| {
            log.warn(trouble).for_operator().with("why", error).write();
            false
        });
        let pause = if there_is_more { Duration::ZERO } else { every };
        tokio::select! {
            biased;
            () = &mut stopped => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

#[cfg(test)]
mod tests;
