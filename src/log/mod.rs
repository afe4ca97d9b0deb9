//! What the service says about itself: one event is one line of logfmt on the standard error stream.
//!
//! A `Log` is handed around like the clock; tests hand around one that keeps its lines. Values are escaped in
//! `line.rs`, so that no text from outside can break or forge a line. It does not know the events: callers name them,
//! and they mask personal data before it gets here (`mask.rs` does so for network addresses).

mod line;
mod mask;
mod panic;
#[cfg(test)]
mod tests;

pub use line::Line;
pub use mask::masked;
pub use panic::tell_of_panics;

use crate::clock::Clock;
use std::fmt;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

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

#[derive(Clone)]
enum Sink {
    Stderr,
    Memory(Arc<Mutex<Vec<String>>>),
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
        match &self.sink {
            Sink::Stderr => Vec::new(),
            Sink::Memory(lines) => lines.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// Something that happens all the time.
    pub fn info(&self, event: &'static str) -> Line<'_> {
        self.line(Level::Info, event)
    }

    /// Something the operator should look at when there is time.
    pub fn warn(&self, event: &'static str) -> Line<'_> {
        self.line(Level::Warn, event)
    }

    /// Something that went wrong for somebody.
    pub fn error(&self, event: &'static str) -> Line<'_> {
        self.line(Level::Error, event)
    }

    fn line(&self, level: Level, event: &'static str) -> Line<'_> {
        let level = match level {
            Level::Info => "info",
            Level::Warn => "warn",
            Level::Error => "error",
        };
        Line::new(self, self.clock.now()).with("level", level).with("event", event)
    }

    /// Writes a finished line. One call of the stream per line keeps lines of several threads apart; when the stream
    /// is gone there is nobody left to tell.
    fn write(&self, mut line: String) {
        match &self.sink {
            Sink::Stderr => {
                line.push('\n');
                let _nobody_to_tell = std::io::stderr().lock().write_all(line.as_bytes());
            }
            Sink::Memory(lines) => lines.lock().unwrap_or_else(PoisonError::into_inner).push(line),
        }
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}
