//! A panic as one event of the log, in the place of the library's several lines.
//!
//! Whoever catches the panic decides what becomes of the request or the write; here it is only told where it happened.

use super::Log;
use std::panic::{self, PanicHookInfo};

/// From now on every panic of the process is told to this log.
pub fn tell_of_panics(log: Log) {
    panic::set_hook(Box::new(move |info| tell(&log, info)));
}

fn tell(log: &Log, info: &PanicHookInfo<'_>) {
    let what = info.payload_as_str().unwrap_or("without a message");
    let line = log.error("panic").with("what", what);
    match info.location() {
        Some(place) => line.with("at", place).write(),
        None => line.write(),
    }
}
