//! Where the lines of a log go.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Clone, Debug)]
pub(super) enum Sink {
    Stderr,
    Memory(Arc<Mutex<Vec<String>>>),
}

impl Sink {
    /// The lines kept so far, without their line ends. A stream keeps none.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Self::Stderr => Vec::new(),
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
            Self::Memory(lines) => lines.lock().unwrap_or_else(PoisonError::into_inner).push(line),
        }
    }
}
