//! What is wrong with the settings: every problem, each a line that names where it stands.

use std::error::Error;
use std::fmt;

/// Where a setting was given. The order is that in which problems are told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// A line of the file, from 1.
    File { name: String, line: usize },
    /// A variable of the environment, by its name.
    Environment(String),
    /// Nowhere: the setting is missing, or has its default.
    Nowhere,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { name, line } => write!(f, "{name}: line {line}: "),
            Self::Environment(variable) => write!(f, "environment: {variable}: "),
            Self::Nowhere => Ok(()),
        }
    }
}

/// Why the settings were refused. Its `Display` has one line for each problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(Vec<String>);

impl ConfigError {
    /// Sorts problems by their places. Control characters of quoted text are folded, so that each stays one line.
    pub(super) fn of(mut problems: Vec<(Place, String)>) -> Self {
        // Problems of one place stay in the order in which they were found.
        problems.sort_by(|(one, _), (other, _)| one.cmp(other));
        let line = |(place, what): (Place, String)| format!("{place}{what}").replace(char::is_control, " ");
        Self(problems.into_iter().map(line).collect())
    }

    /// The problems, a line each.
    pub fn lines(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Error for ConfigError {}
