//! Noticing at the start that the product did not end in order the last time.

use crate::lang::{Lang, moment};
use crate::web::Floor;
use crate::work::{UncleanStop, last_run, note_unclean_stop};

/// Says so in the log, if it did not.
pub async fn notice(floor: &Floor) -> Option<UncleanStop> {
    if !floor.store.was_left_open() {
        return None;
    }
    let noticed = floor.clock.now();
    // What cannot be read is told by others.
    let ran_until = floor.store.read(noticed, |r| last_run(r)).await.unwrap_or_default();
    let line = floor.log.warn("unclean_stop");
    match ran_until {
        Some(until) => line.with("ran_until", moment(Lang::En, until)).write(),
        None => line.write(),
    }
    Some(UncleanStop { ran_until, noticed })
}

/// Keeps it, once it is known whether the data are damaged; blocks the thread.
pub fn keep(floor: &Floor, stop: UncleanStop) {
    // A write to a damaged page makes a whole one of it, with the damage in it.
    if floor.store.damage().is_some() {
        return;
    }
    if let Err(error) = floor.store.write_blocking(floor.clock.now(), move |tx| note_unclean_stop(tx, stop)) {
        floor.log.warn("unclean_stop_not_kept").with("why", error).write();
    }
}
