//! One thing that is wrong with a TOML file.

use std::fmt;

/// One thing that is wrong with a file. Its `Display` is one line: where, which key, what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileProblem {
    /// The line, from 1.
    pub line: usize,
    /// The key after the sections it stands in, such as `menu.closes.hours`; empty when the line is not TOML.
    pub key: String,
    /// What is wrong or what to do, in words that follow the key.
    pub what: String,
}

impl FileProblem {
    /// Folds control characters of quoted text, so that it stays one line.
    pub fn new(line: usize, key: &str, what: &str) -> Self {
        let plain = |text: &str| text.replace(char::is_control, " ");
        Self { line, key: plain(key), what: plain(what) }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.what),
            key => write!(f, "line {}: {key}: {}", self.line, self.what),
        }
    }
}
