//! A panic as one event of the log, instead of the several lines that the standard library prints.

use super::Log;
use std::any::Any;
use std::panic::{self, PanicHookInfo};

/// Makes every later panic of the process an event of this log.
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

/// What a panic that was caught says.
pub fn panic_text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a message")
}
