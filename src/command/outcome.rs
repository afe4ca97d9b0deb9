//! How a command ended.

use crate::config::ConfigError;
use serde::{Deserialize, Serialize};

/// How a command ended: its exit code and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// 0 done, 1 failed or found something, 2 bad input.
    pub code: u8,
    /// For standard output when the code is 0, for standard error otherwise.
    pub text: String,
}

impl Output {
    /// It is done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { code: 0, text: text.into() }
    }

    /// It failed, or something was found.
    pub fn failed(text: impl Into<String>) -> Self {
        Self { code: 1, text: text.into() }
    }

    /// The input is wrong. The text may quote what was typed, and stays one line.
    pub fn refused(text: impl Into<String>) -> Self {
        Self { code: 2, text: text.into().replace(char::is_control, " ") }
    }

    /// The input is wrong in several ways: a line for each after the first line.
    pub fn refused_for(first: &str, lines: &[String]) -> Self {
        let plain = lines.iter().map(|line| format!("\n{}", line.replace(char::is_control, " ")));
        Self { code: 2, text: plain.fold(first.to_owned(), |text, line| text + &line) }
    }
}

impl From<ConfigError> for Output {
    fn from(error: ConfigError) -> Self {
        match error.lines() {
            [only] => Self::refused(only),
            lines => Self::refused_for(&format!("{} problems in the settings", lines.len()), lines),
        }
    }
}
