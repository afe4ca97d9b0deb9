//! The log: one event is one line of logfmt on the standard error stream.
//!
//! A `Log` is passed on like the clock; tests pass one that keeps its lines. Values are escaped in `line.rs`, so that no
//! text from outside can break or forge a line. Callers mask personal data before it gets here (`mask.rs` does so for
//! network addresses).

mod line;
mod mask;
mod panic;
mod queue;
mod sink;
#[cfg(test)]
mod tests;
mod timestamp;
mod told;

pub use line::Line;
pub use mask::masked;
pub use panic::{panic_text, tell_of_panics};
pub use told::ToldEvent;

use crate::clock::Clock;
use queue::Queue;
use sink::Sink;
use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;
use told::Told;

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
    told: Told,
}

impl Log {
    /// A log on the standard error stream, for commands: who has something to say waits until it is written.
    pub fn stderr(clock: Clock) -> Self {
        Self::to(clock, Sink::Stderr)
    }

    /// A log on the standard error stream, for a server: nobody waits for whoever reads it. End it with [`Log::finish`].
    pub fn stderr_behind(clock: Clock) -> Self {
        Self::behind(clock, io::stderr())
    }

    /// A log on any stream, written by a thread of its own. When the stream takes nothing for long, lines are lost; how many
    /// is told later.
    pub fn behind(clock: Clock, stream: impl Write + Send + 'static) -> Self {
        let sink = Sink::Queue(Queue::to(stream, clock.clone()));
        Self::to(clock, sink)
    }

    /// Waits until all has been written that was said so far; one second at most, in case nobody reads.
    pub fn finish(&self) {
        if let Sink::Queue(queue) = &self.sink {
            queue.wait(Duration::from_secs(1));
        }
    }

    /// A log that keeps its lines, for tests.
    pub fn memory(clock: Clock) -> Self {
        Self::to(clock, Sink::Memory(Arc::default()))
    }

    fn to(clock: Clock, sink: Sink) -> Self {
        Self { clock, sink, told: Told::default() }
    }

    /// The last line of an event that was said [for the operator](Line::for_operator) since the start.
    pub fn told(&self, event: &str) -> Option<ToldEvent> {
        self.told.last(event)
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
        Line::new(&self.sink, &self.told, self.clock.now(), event).with("level", level).with("event", event)
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}
