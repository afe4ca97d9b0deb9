//! What is wrong with the settings, as one line that names where it stands.
//!
//! It does not know which settings exist, nor what becomes of the process.

use std::error::Error;
use std::fmt;

/// Why a configuration was refused. Its `Display` is one line: where, which key, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(String);

impl Problem {
    /// Folds line breaks and other control characters of quoted text, so that it stays one line.
    pub(super) fn new(text: impl AsRef<str>) -> Self {
        Self(text.as_ref().split(char::is_control).collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Problem {}
