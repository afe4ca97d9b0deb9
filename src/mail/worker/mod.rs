//! Sends what is due: claims a few mails at a time, hands each over on its own, and records the outcome.
//!
//! A slow or poisonous mail occupies one of a few places and nothing else. Nothing is remembered here between attempts, so
//! a worker can be stopped or killed at any moment and another one goes on.

mod attempt;

use super::outbox::{self, AttemptedMail, Claimed, MailId, What};
use super::route::MailRoute;
use crate::clock::Clock;
use crate::log::Log;
use crate::store::{Result, Store};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::JoinSet;

/// How many mails are handed over side by side.
const PLACES: usize = 4;
/// The longest time without a look at the outbox; the clock may have been set.
const LONGEST_NAP: Duration = Duration::from_secs(60);
/// The shortest time between two looks without a ring of the bell.
const SHORTEST_NAP: Duration = Duration::from_secs(1);
/// How long a stopping worker waits for conversations under way.
const GRACE: Duration = Duration::from_secs(5);
/// The pauses between attempts to record what became of a mail that may be out already.
const RECORD_AGAIN: [u64; 5] = [1, 2, 4, 8, 16];

/// Wakes the worker. Ring it after a commit that added mail; without it the mail goes out within a minute.
#[derive(Clone, Debug, Default)]
pub struct Doorbell(Arc<Notify>);

impl Doorbell {
    /// Wakes the worker, now or as soon as it has finished what it is at.
    pub fn ring(&self) {
        self.0.notify_one();
    }
}

/// Sends the mail of one store. Clones share everything.
#[derive(Clone)]
pub struct Worker {
    store: Store,
    clock: Clock,
    log: Log,
    route: Arc<MailRoute>,
    doorbell: Doorbell,
}

impl Worker {
    /// A worker that does nothing yet.
    pub fn new(store: Store, clock: Clock, log: Log, route: MailRoute) -> Self {
        Self { store, clock, log, route: Arc::new(route), doorbell: Doorbell::default() }
    }

    /// The bell that wakes this worker.
    pub fn doorbell(&self) -> Doorbell {
        self.doorbell.clone()
    }

    /// Sends what is due, whenever it is due, until `shutdown` is ready; then waits a few seconds for what is under way.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let mut places = JoinSet::new();
        loop {
            let nap = match self.start_due(&mut places).await.and_then(|()| self.nap()) {
                Ok(nap) => nap,
                Err(error) => {
                    self.log.error("mail_outbox_unreadable").with("why", error).write();
                    LONGEST_NAP
                }
            };
            tokio::select! {
                () = &mut shutdown => break,
                () = self.doorbell.0.notified() => {}
                Some(_) = places.join_next() => {}
                () = tokio::time::sleep(nap) => {}
            }
        }
        let rest = async { while places.join_next().await.is_some() {} };
        // An attempt that does not end in time is cut off; its lease runs out and the mail is sent after the next start.
        let _cut_off = tokio::time::timeout(GRACE, rest).await;
    }

    /// Deals with all that is due at this moment and says what became of it.
    ///
    /// # Errors
    /// When the outbox cannot be read or claimed from.
    pub async fn run_due_once(&self) -> Result<Vec<AttemptedMail>> {
        let mut places = JoinSet::new();
        let mut all = Vec::new();
        loop {
            self.start_due(&mut places).await?;
            match places.join_next().await {
                Some(settled) => all.extend(settled.ok().flatten()),
                None => return Ok(all),
            }
        }
    }

    /// Fills the free places with mails that are due.
    async fn start_due(&self, places: &mut JoinSet<Option<AttemptedMail>>) -> Result<()> {
        let now = self.clock.now();
        let free = PLACES.saturating_sub(places.len());
        // A look costs nothing; only mail that is due is worth a write.
        if free == 0 || self.store.read_blocking(now, |r| outbox::next_due(r))?.is_none_or(|due| due > now) {
            return Ok(());
        }
        let holder = MailId::mint();
        for claimed in self.store.write(now, move |tx| outbox::claim(tx, holder, free)).await? {
            let worker = self.clone();
            places.spawn(async move { worker.deal_with(claimed).await });
        }
        Ok(())
    }

    /// How long to wait for the next look, unless the bell rings or a place becomes free.
    fn nap(&self) -> Result<Duration> {
        let now = self.clock.now();
        let next = self.store.read_blocking(now, |r| outbox::next_due(r))?;
        let until = next.map(|due| due.millis().saturating_sub(now.millis()));
        let nap = until.map_or(LONGEST_NAP, |millis| Duration::from_millis(u64::try_from(millis).unwrap_or(0)));
        Ok(nap.clamp(SHORTEST_NAP, LONGEST_NAP))
    }

    /// Makes one attempt at a claimed mail and records it; `None` when that could not be recorded.
    async fn deal_with(&self, claimed: Claimed) -> Option<AttemptedMail> {
        let id = claimed.id;
        let outcome = attempt::attempt(&self.route, self.clock.now(), &claimed).await;
        for pause in RECORD_AGAIN {
            let (claimed, outcome, now) = (claimed.clone(), outcome.clone(), self.clock.now());
            let settled = self.store.write(now, move |tx| outbox::settle(tx, &claimed, outcome.clone())).await;
            match settled {
                Ok(settled) => {
                    self.report(&settled);
                    return Some(settled);
                }
                Err(error) => self.log.error("mail_not_recorded").with("id", id).with("why", error).write(),
            }
            tokio::time::sleep(Duration::from_secs(pause)).await;
        }
        None
    }

    fn report(&self, settled: &AttemptedMail) {
        let line = match &settled.what {
            What::Sent => self.log.info("mail_sent"),
            What::Kept => self.log.info("mail_kept"),
            What::Later { why, .. } => self.log.warn("mail_later").with("why", why),
            What::GivenUp { why } => self.log.error("mail_given_up").with("why", why),
            What::NotOurs => self.log.warn("mail_not_ours"),
        };
        line.with("id", settled.id).with("to", &settled.to).with("attempts", settled.attempts).write();
    }
}
