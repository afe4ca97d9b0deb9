//! Reads a TOML file into values and tells every problem of it at once, each with its line.
//!
//! A caller asks for its keys one by one; what it did not ask for is unknown, and the nearest key that it knows is
//! suggested. What a value may be is decided by the caller. The syntax is the crate `toml`'s, which goes on after an error
//! (toml-span stops at the first one and has no dates).

mod find;
mod problem;
mod section;
#[cfg(test)]
mod tests;
mod value;

pub use problem::FileProblem;
pub use section::Section;
pub use value::{Read, Value, date, list, number, one_of, text, truth};

use ::toml::de::DeTable;
use find::Findings;

/// Reads a text. `read` makes a value of it, or none if something that it needs is missing or faulty.
///
/// # Errors
/// Everything that is wrong with it, in the order of the lines.
pub fn read<T>(content: &str, read: impl FnOnce(&Section<'_>) -> Option<T>) -> Result<T, Vec<FileProblem>> {
    let (table, errors) = DeTable::parse_recoverable(content);
    let findings = Findings::of(content, table.get_ref());
    for error in errors {
        findings.syntax(error.span().map_or(0, |span| span.start), error.message());
    }
    let value = read(&Section::root(&findings, table.get_ref()));
    match (value, findings.problems()) {
        (Some(value), problems) if problems.is_empty() => Ok(value),
        (_, problems) => Err(problems),
    }
}
