//! Sends what is due: claims a few mails at a time, hands each over on its own, and records the outcome. The write that
//! records it claims the next mail for the same place.
//!
//! A slow or poisonous mail occupies one of a few places and nothing else, and those to one domain half of them at most. Nothing is remembered here between attempts, so
//! a worker can be stopped or killed at any moment and another one goes on.

mod attempt;
mod progress;
mod renewal;
#[cfg(test)]
mod tests;

pub use progress::Progress;
pub use renewal::Renew;

use super::outbox::{self, AttemptedMail, Claimed, MailId, Room, What};
use super::route::MailRoute;
use crate::clock::Clock;
use crate::log::Log;
use crate::store::{Result, Store, Tx};
use progress::LONGEST_NAP;
use renewal::renewed;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::JoinSet;

/// How many mails are handed over side by side, and how many of them to one domain.
const PLACES: usize = 4;
const PLACES_OF_DOMAIN: usize = PLACES / 2;
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
    progress: Progress,
    /// How links are made anew; nothing where mail is kept.
    renewals: &'static [Renew],
    /// Whether a place that becomes free stays free.
    stopping: Arc<AtomicBool>,
}

/// How a place became free.
#[derive(Default)]
struct FreedPlace {
    /// What became of its mail, unless that could not be recorded.
    settled: Option<AttemptedMail>,
    /// The mail that was claimed for the place, if one was due.
    next: Option<Claimed>,
}

impl Worker {
    /// A worker that does nothing yet.
    pub fn new(store: Store, clock: Clock, log: Log, route: MailRoute) -> Self {
        let (doorbell, progress) = (Doorbell::default(), Progress::default());
        Self { store, clock, log, route: Arc::new(route), doorbell, progress, renewals: &[], stopping: Arc::default() }
    }

    /// Makes the links of letters anew when they are sent. What is kept stays as it was written: it is there to be read.
    #[must_use]
    pub fn renewing(mut self, renewals: &'static [Renew]) -> Self {
        self.renewals = if self.route.sends() { renewals } else { &[] };
        self
    }

    /// Whether this worker still runs, as seen from outside.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
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
            self.progress.looks();
            let nap = match self.start_due(&mut places).await.and_then(|()| self.nap()) {
                Ok(nap) => nap,
                Err(error) => {
                    self.log.error("mail_outbox_unreadable").for_operator().with("why", error).write();
                    LONGEST_NAP
                }
            };
            tokio::select! {
                () = &mut shutdown => break,
                () = self.doorbell.0.notified() => {}
                Some(_) = self.next_freed(&mut places) => {}
                () = tokio::time::sleep(nap) => {}
            }
        }
        self.progress.ends();
        self.stopping.store(true, Ordering::Relaxed);
        let rest = async { while self.next_freed(&mut places).await.is_some() {} };
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
            match self.next_freed(&mut places).await {
                Some(freed) => all.extend(freed.settled),
                None => return Ok(all),
            }
        }
    }

    /// Fills the free places with mails that are due.
    async fn start_due(&self, places: &mut JoinSet<FreedPlace>) -> Result<()> {
        let now = self.clock.now();
        self.route.refresh(&self.store, now)?;
        if self.route.waits() {
            return Ok(());
        }
        let free = PLACES.saturating_sub(places.len());
        // A look costs nothing; only mail that is due is worth a write.
        let room = Room { places: free, of_domain: PLACES_OF_DOMAIN };
        if free == 0 || !self.store.read_blocking(now, |r| outbox::is_any_claimable(r, room))? {
            return Ok(());
        }
        let (holder, renewals) = (MailId::mint(), self.renewals);
        let claim = move |tx: &mut Tx<'_>| {
            let claimed = outbox::claim(tx, holder, room)?;
            renewed(tx, claimed, renewals)
        };
        for claimed in self.store.write(now, claim).await? {
            self.begin(places, claimed);
        }
        Ok(())
    }

    /// Waits until a place becomes free, and gives it to the mail that was claimed for it; `None` when all are free.
    async fn next_freed(&self, places: &mut JoinSet<FreedPlace>) -> Option<FreedPlace> {
        // An attempt that panicked has left its place as well.
        let mut freed = places.join_next().await?.unwrap_or_default();
        if let Some(claimed) = freed.next.take() {
            self.begin(places, claimed);
        }
        Some(freed)
    }

    fn begin(&self, places: &mut JoinSet<FreedPlace>, claimed: Claimed) {
        let worker = self.clone();
        places.spawn(async move { worker.deal_with(claimed).await });
    }

    /// How long to wait for the next look, unless the bell rings or a place becomes free.
    fn nap(&self) -> Result<Duration> {
        let now = self.clock.now();
        let next = self.store.read_blocking(now, |r| outbox::next_due(r))?;
        let until = next.map(|due| due.millis().saturating_sub(now.millis()));
        let nap = until.map_or(LONGEST_NAP, |millis| Duration::from_millis(u64::try_from(millis).unwrap_or(0)));
        Ok(nap.clamp(SHORTEST_NAP, LONGEST_NAP))
    }

    /// Makes one attempt at a claimed mail, and records it in the write that claims the next one for its place: two writes
    /// would write most of the same pages twice.
    async fn deal_with(&self, claimed: Claimed) -> FreedPlace {
        let id = claimed.id;
        let outcome = attempt::attempt(&self.route, self.clock.now(), &claimed).await;
        let places = usize::from(!self.stopping.load(Ordering::Relaxed));
        let (mut room, renewals) = (Room { places, of_domain: PLACES_OF_DOMAIN }, self.renewals);
        for pause in RECORD_AGAIN {
            let (claimed, outcome, holder, now) = (claimed.clone(), outcome.clone(), MailId::mint(), self.clock.now());
            let record = move |tx: &mut Tx<'_>| {
                let settled = outbox::settle(tx, &claimed, outcome.clone())?;
                let next = outbox::claim(tx, holder, room)?;
                Ok((settled, renewed(tx, next, renewals)?))
            };
            match self.store.write(now, record).await {
                Ok((settled, mut next)) => {
                    self.report(&settled);
                    return FreedPlace { settled: Some(settled), next: next.pop() };
                }
                Err(error) => self.log.error("mail_not_recorded").with("id", id).with("why", error).write(),
            }
            // A claim that fails must not keep the outcome from being recorded.
            room.places = 0;
            tokio::time::sleep(Duration::from_secs(pause)).await;
        }
        FreedPlace::default()
    }

    fn report(&self, settled: &AttemptedMail) {
        let line = match &settled.what {
            What::Sent => self.log.info("mail_sent"),
            What::Kept => self.log.info("mail_kept"),
            What::Later { why, .. } => self.log.warn("mail_later").for_operator().with("why", why),
            What::GivenUp { why } => self.log.error("mail_given_up").with("why", why),
            What::NotOurs => self.log.warn("mail_not_ours"),
        };
        line.with("id", settled.id).with("to", &settled.to).with("attempts", settled.attempts).write();
    }
}
