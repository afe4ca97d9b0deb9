//! What every request shares: settings, clock, store, password threads, outbox and log.
//!
//! It is put together once by `app.rs` and handed down; there are no globals.

use super::OpenStreams;
use crate::clock::Clock;
use crate::config::Config;
use crate::document::Documents;
use crate::lang::Lang;
use crate::log::Log;
use crate::mail::{Doorbell, Letterhead, Progress};
use crate::secret::Hasher;
use crate::store::{self, Store};
use crate::work::{Caller, Outcome, Ran, Settled, Work};
use ipnet::IpNet;
use std::sync::Arc;

/// The shared parts.
pub struct Floor {
    /// The checked settings.
    pub config: Config,
    /// Where the time comes from.
    pub clock: Clock,
    /// Terms of use and privacy policy.
    pub documents: Documents,
    /// All data.
    pub store: Store,
    /// The threads that hash passwords.
    pub hasher: Hasher,
    /// Wakes the mail worker after a transaction that wrote letters.
    pub doorbell: Doorbell,
    /// Whether that worker still runs.
    pub mail_progress: Progress,
    /// The streams of events to open pages.
    pub streams: Arc<OpenStreams>,
    /// Where events are written.
    pub log: Log,
}

impl Floor {
    /// Whether visitors reach the product over https.
    pub fn https(&self) -> bool {
        self.config.is_https()
    }

    /// What all letters in a language have in common.
    pub fn letterhead(&self, lang: Lang) -> Letterhead {
        Letterhead::of(&self.config, lang)
    }

    /// Does a unit of work that no request asked for, such as the timer's.
    ///
    /// # Errors
    /// What the store says; then nothing stays.
    pub async fn work<T, R>(
        self: &Arc<Self>,
        caller: Caller,
        mut verb: impl FnMut(&mut Work<'_>) -> Outcome<T, R> + Send + 'static,
    ) -> store::Result<Settled<T, R>>
    where
        T: Send + 'static,
        R: Send + 'static,
    {
        let floor = Arc::clone(self);
        let Ran { settled, events } =
            self.store.write(self.clock.now(), move |tx| Work::run(tx, &floor.config, &caller, &mut verb)).await?;
        self.doorbell.ring();
        for event in events {
            event.line(&self.log).write();
        }
        Ok(settled)
    }

    /// The reverse proxies whose word about the client is taken.
    pub fn trusted(&self) -> &[IpNet] {
        &self.config.proxies
    }
}
