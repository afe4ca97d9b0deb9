//! Noticing that the clock of the machine has been set, and what is done about it.

use super::sweeping::sweep_all;
use crate::clock::Jumps;
use crate::web::Floor;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often the clock is compared with one that nobody can set.
const LOOK_AT_CLOCK_EVERY: Duration = Duration::from_secs(10);

/// Looks at the clock of the machine from time to time.
pub async fn watch_clock(floor: Arc<Floor>, stopped: impl Future<Output = ()>) {
    let mut watch = ClockWatch::of(floor, Instant::now());
    let mut stopped = std::pin::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => return,
            () = tokio::time::sleep(LOOK_AT_CLOCK_EVERY) => {}
        }
        watch.look(Instant::now()).await;
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

    /// Says that the clock has been set, if it has. What had ended before it was set back is deleted, so that no link or session
    /// is there again; what a clock has ended that was ahead meanwhile is not.
    pub async fn look(&mut self, steady: Instant) {
        let now = self.floor.clock.now();
        let Some(seconds) = self.jumps.look(now, steady) else { return };
        self.floor.log.warn("clock_jumped").with("seconds", seconds).write();
        if seconds < 0
            && let Err(error) = sweep_all(&self.floor, self.jumps.undisturbed()).await
        {
            self.floor.log.warn("sweep_failed").with("why", error).write();
        }
    }
}
