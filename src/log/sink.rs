//! Where the lines of a log go.

use super::queue::Queue;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Clone, Debug)]
pub(super) enum Sink {
    /// Written at once, by whoever has something to say.
    Stderr,
    /// Written by a thread of its own.
    Queue(Queue),
    Memory(Arc<Mutex<Vec<String>>>),
}

impl Sink {
    /// The lines kept so far, without their line ends. A stream keeps none.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Self::Stderr | Self::Queue(_) => Vec::new(),
            Self::Memory(lines) => lines.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// Writes a finished line. One call of the stream for each keeps the lines of several threads apart.
    pub(super) fn write(&self, mut line: String) {
        match self {
            Self::Stderr => {
                line.push('\n');
                // When the stream is gone, nobody can be told.
                let _ = std::io::stderr().lock().write_all(line.as_bytes());
            }
            Self::Queue(queue) => queue.add(line),
            Self::Memory(lines) => lines.lock().unwrap_or_else(PoisonError::into_inner).push(line),
        }
    }
}
