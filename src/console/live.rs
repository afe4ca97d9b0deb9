//! What an open book is told: that its day has changed, and every few seconds that the stream still runs.
//!
//! The stream carries a number and nothing about anybody; the page asks for its lines with the rights of who looks at it. It ends as
//! soon as these rights are gone, and in any case before the listener would cut it off.

use super::rows;
use crate::clinic::ClinicId;
use crate::reservation::day_watch;
use crate::slots;
use crate::staff::StaffAdmission;
use crate::store::{self, CommitNumber, CommitWatch, WatchedRows};
use crate::web::{Floor, ServerEvent, StreamPlace};
use futures_util::{Stream, stream};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use time::Date;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep, sleep_until};

/// How often the stream says that it still runs.
const BEAT: Duration = Duration::from_secs(8);
/// How long a stream lasts: less than an answer may take.
const LASTS: Duration = Duration::from_secs(150);
/// Changes within this time are told together, so that many bookings in a row do not have every open book drawn as many times.
const GATHERED: Duration = Duration::from_millis(250);

/// The name of the event that something has changed.
const CHANGED: &str = "changed";
/// The name of the event that the stream still runs.
const BEAT_NAME: &str = "beat";

/// The rows that a day's book shows.
///
/// # Errors
/// What the store says.
fn shown(clinic: &ClinicId, day: Date) -> store::Result<WatchedRows> {
    let visits = day_watch::watched(WatchedRows::default(), clinic, day)?;
    rows::watched(slots::rows::watched(visits, clinic, day)?, clinic, day)
}

/// A day as an open page shows it.
#[derive(Clone, Copy, Debug)]
pub struct ShownDay<'a> {
    /// Whose day.
    pub clinic: &'a ClinicId,
    /// The day.
    pub day: Date,
    /// The last commit that the page has seen.
    pub seen: CommitNumber,
}

/// What tells one page about its day, for as long as its reader is admitted.
pub struct DayStream {
    floor: Arc<Floor>,
    admission: StaffAdmission,
    rights: CommitWatch,
    day: CommitWatch,
    /// What the page has seen.
    seen: CommitNumber,
    place: StreamPlace,
}

impl DayStream {
    /// Begins to watch; `None` where another process may write as well, so that the page has to ask by itself.
    ///
    /// # Errors
    /// What the store says.
    pub fn open(
        floor: &Arc<Floor>,
        admission: StaffAdmission,
        place: StreamPlace,
        ShownDay { clinic, day, seen }: ShownDay<'_>,
    ) -> store::Result<Option<Self>> {
        let rights = floor.store.watch(admission.watched()?);
        let day = floor.store.watch(shown(clinic, day)?);
        let both = rights.zip(day);
        Ok(both.map(|(rights, day)| Self { floor: Arc::clone(floor), admission, rights, day, seen, place }))
    }

    /// The events.
    pub fn events(self) -> impl Stream<Item = ServerEvent> + Send + 'static {
        let mut beats = interval_at(Instant::now(), BEAT);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let over: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(self.place.over());
        let running = Running { stream: self, beats, over, ends: Instant::now() + LASTS };
        stream::unfold(running, |mut running| async move {
            let event = running.next().await?;
            Some((event, running))
        })
    }

    /// Whether the person who opened it may still see the day.
    async fn is_admitted(&self) -> bool {
        let stands = self.floor.store.read(self.floor.clock.now(), |r| self.admission.stands(r)).await;
        stands.unwrap_or(false)
    }
}

/// A stream that is being sent.
struct Running {
    stream: DayStream,
    beats: Interval,
    over: Pin<Box<dyn Future<Output = ()> + Send>>,
    ends: Instant,
}

impl Running {
    /// The next event; `None` at the end.
    async fn next(&mut self) -> Option<ServerEvent> {
        loop {
            if !self.stream.seen.has_seen(self.stream.day.latest()) {
                return self.changed();
            }
            tokio::select! {
                biased;
                () = &mut self.over => return None,
                () = sleep_until(self.ends) => return None,
                _ = self.stream.rights.changed() => {
                    if !self.stream.is_admitted().await {
                        return None;
                    }
                }
                _ = self.stream.day.changed() => sleep(GATHERED).await,
                _ = self.beats.tick() => return Some(self.event(BEAT_NAME)),
            }
        }
    }

    fn changed(&mut self) -> Option<ServerEvent> {
        self.stream.seen = self.stream.day.latest();
        Some(self.event(CHANGED))
    }

    fn event(&self, name: &'static str) -> ServerEvent {
        ServerEvent { name, id: self.stream.seen.to_string() }
    }
}
