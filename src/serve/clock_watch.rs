//! Noticing that the clock of the machine has been set, and what is done about it.

use super::sweeping::sweep_all;
use crate::clock::{Jumps, Moment};
use crate::store;
use crate::web::Floor;
use crate::work::{last_run, note_run};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often the clock is compared with one that nobody can set.
const LOOK_AT_CLOCK_EVERY: Duration = Duration::from_secs(10);

/// How often it is noted that the product runs: what has ended since is there again if the product is killed and the clock then
/// set back.
const NOTE_EVERY: Duration = Duration::from_secs(60);

/// Looks at the clock of the machine from time to time.
pub async fn watch_clock(mut watch: ClockWatch, stopped: impl Future<Output = ()>) {
    let mut stopped = std::pin::pin!(stopped);
    let mut noted = Instant::now();
    loop {
        let stops = tokio::select! {
            () = &mut stopped => true,
            () = tokio::time::sleep(LOOK_AT_CLOCK_EVERY) => false,
        };
        watch.look(Instant::now()).await;
        if stops || noted.elapsed() >= NOTE_EVERY {
            watch.note().await;
            noted = Instant::now();
        }
        if stops {
            return;
        }
    }
}

/// Notices that the clock of the machine has been set: sessions, limits and reminders go by it.
pub struct ClockWatch {
    floor: Arc<Floor>,
    jumps: Jumps,
}

impl ClockWatch {
    /// Begins to watch; `steady` is a clock that nobody can set.
    pub fn of(floor: Arc<Floor>, steady: Instant) -> Self {
        Self { jumps: Jumps::from(floor.clock.now(), steady), floor }
    }

    /// Notices that the clock was set back while the product was stopped: what had ended when it last ran is deleted.
    pub async fn look_back(&self) {
        let now = self.floor.clock.now();
        match self.floor.store.read(now, |r| last_run(r)).await {
            Ok(Some(then)) => {
                if let Some(seconds) = Jumps::back(then, now) {
                    self.was_set_back(seconds, then).await;
                }
            }
            Ok(None) => {}
            Err(error) => self.tell_of(&error),
        }
    }

    /// Says that the clock has been set, if it has. What had ended before it was set back is deleted, so that no link or session
    /// is there again; what a clock has ended that was ahead meanwhile is not.
    pub async fn look(&mut self, steady: Instant) {
        let now = self.floor.clock.now();
        match self.jumps.look(now, steady) {
            Some(seconds) if seconds < 0 => self.was_set_back(seconds, self.jumps.undisturbed()).await,
            Some(seconds) => self.say(seconds),
            None => {}
        }
    }

    /// Notes that the product runs, for [`ClockWatch::look_back`] after the next start. A clock that is ahead for a while ends
    /// nothing by that.
    pub async fn note(&self) {
        // A write to a damaged page makes a whole one of it, with the damage in it.
        if self.floor.store.damage().is_some() {
            return;
        }
        let now = self.floor.clock.now();
        let at = now.min(self.jumps.undisturbed());
        // A store that takes no changes says so itself.
        let _ = self.floor.store.write(now, move |tx| note_run(tx, at)).await;
    }

    /// Has what had ended at a moment stay so.
    async fn was_set_back(&self, seconds: i64, then: Moment) {
        self.say(seconds);
        match sweep_all(&self.floor, then).await {
            // Or the next start would do it once more, and end what has begun since.
            Ok(()) => self.note().await,
            Err(error) => self.tell_of(&error),
        }
    }

    fn say(&self, seconds: i64) {
        self.floor.log.warn("clock_jumped").for_operator().with("seconds", seconds).write();
    }

    fn tell_of(&self, error: &store::Error) {
        self.floor.log.warn("sweep_failed").with("why", error).write();
    }
}
