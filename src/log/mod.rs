//! The log: one event is one line of logfmt on the standard error stream.
//!
//! A `Log` is passed on like the clock; tests pass one that keeps its lines. Values are escaped in `line.rs`, so that no
//! text from outside can break or forge a line. Callers mask personal data before it gets here (`mask.rs` does so for
//! network addresses).

mod line;
mod mask;
mod panic;
mod sink;
#[cfg(test)]
mod tests;

pub use line::Line;
pub use mask::masked;
pub use panic::tell_of_panics;

use crate::clock::Clock;
use sink::Sink;
use std::fmt;
use std::sync::Arc;

/// How much an event matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Info,
    Warn,
    Error,
}

/// A handle on the log; clones write to the same place.
#[derive(Clone)]
pub struct Log {
    clock: Clock,
    sink: Sink,
}

impl Log {
    /// A log on the standard error stream.
    pub fn stderr(clock: Clock) -> Self {
        Self { clock, sink: Sink::Stderr }
    }

    /// A log that keeps its lines, for tests.
    pub fn memory(clock: Clock) -> Self {
        Self { clock, sink: Sink::Memory(Arc::default()) }
    }

    /// The lines kept so far, without their line ends. A log on a stream keeps none.
    pub fn lines(&self) -> Vec<String> {
        self.sink.lines()
    }

    /// A usual event.
    pub fn info(&self, event: &'static str) -> Line<'_> {
        self.line(Level::Info, event)
    }

    /// An event that the operator should look at when there is time.
    pub fn warn(&self, event: &'static str) -> Line<'_> {
        self.line(Level::Warn, event)
    }

    /// A failure that somebody noticed.
    pub fn error(&self, event: &'static str) -> Line<'_> {
        self.line(Level::Error, event)
    }

    fn line(&self, level: Level, event: &'static str) -> Line<'_> {
        let level = match level {
            Level::Info => "info",
            Level::Warn => "warn",
            Level::Error => "error",
        };
        Line::new(&self.sink, self.clock.now()).with("level", level).with("event", event)
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}
