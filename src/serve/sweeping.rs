//! Deleting what has ended: sessions, links, drafts, counters.

use crate::app;
use crate::clock::Moment;
use crate::store::{self, Sweeper};
use crate::web::Floor;
use std::sync::{Arc, Mutex, PoisonError};

/// How many rows a step of the sweeper looks at: with a step a minute a walk over a million rows takes 20 minutes.
const SWEEP_ROWS: usize = 50_000;

/// Deletes what has ended: sessions, links, drafts, counters.
pub async fn sweep(floor: Arc<Floor>, walk: Arc<Mutex<Sweeper>>) -> store::Result<bool> {
    sweep_step(&floor, walk, floor.clock.now()).await?;
    Ok(false)
}

/// A step of that, as of a moment; says whether the walk came to its end.
async fn sweep_step(floor: &Arc<Floor>, walk: Arc<Mutex<Sweeper>>, now: Moment) -> store::Result<bool> {
    let store = floor.store.clone();
    let step = move || {
        let mut walk = walk.lock().unwrap_or_else(PoisonError::into_inner);
        store.read_blocking(now, |r| walk.step(r, &app::expiring_tables(), SWEEP_ROWS))
    };
    // Not on a thread that answers requests.
    let Ok(found) = tokio::task::spawn_blocking(step).await else { return Ok(true) };
    let ended = found?;
    let finished = ended.finished;
    if !ended.is_empty() {
        floor.store.write(now, move |tx| ended.delete(tx)).await?;
    }
    Ok(finished)
}

/// Deletes all that had ended at a moment, whatever the clock says since.
pub async fn sweep_all(floor: &Arc<Floor>, then: Moment) -> store::Result<()> {
    floor.store.write(floor.clock.now(), move |tx| app::end_within_rows(tx, then)).await?;
    let walk = Arc::<Mutex<Sweeper>>::default();
    while !sweep_step(floor, Arc::clone(&walk), then).await? {}
    Ok(())
}
