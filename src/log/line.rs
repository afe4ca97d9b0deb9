//! Builds one line of logfmt: `key=value` pairs, the values escaped.
//!
//! Anything that could end a line, hide in it or look like another pair stands in quotes with escapes. Long values are
//! cut, so that no client can fill the disk with them.

use super::sink::Sink;
use super::timestamp::timestamp;
use super::told::Told;
use crate::clock::Moment;
use std::fmt::{Display, Write};

/// The longest value in characters; the rest is replaced by `…`.
const LONGEST: usize = 500;

/// A line that is written by [`Line::write`].
#[must_use = "a line is lost unless it is written"]
#[derive(Debug)]
pub struct Line<'a> {
    sink: &'a Sink,
    told: &'a Told,
    event: &'static str,
    at: Moment,
    text: String,
    /// The pairs since it was said to be for the operator, if it is.
    details: Option<Vec<(&'static str, String)>>,
}

impl<'a> Line<'a> {
    pub(super) fn new(sink: &'a Sink, told: &'a Told, now: Moment, event: &'static str) -> Self {
        Self { sink, told, event, at: now, text: timestamp(now), details: None }
    }

    /// Has what follows held in memory as well, for [`Log::told`](super::Log::told).
    pub fn for_operator(self) -> Self {
        Self { details: Some(Vec::new()), ..self }
    }

    /// Adds a pair. The key is a plain word.
    pub fn with(mut self, key: &'static str, value: impl Display) -> Self {
        self.text.push(' ');
        self.text.push_str(key);
        self.text.push('=');
        let value = value.to_string();
        append(&mut self.text, &value);
        if let Some(details) = &mut self.details {
            details.push((key, value.chars().take(LONGEST).collect()));
        }
        self
    }

    /// Writes the line to its log.
    pub fn write(self) {
        if let Some(details) = self.details {
            self.told.note(self.event, self.at, details);
        }
        self.sink.write(self.text);
    }
}

fn append(line: &mut String, value: &str) {
    let plain = |c: char| !hides(c) && !matches!(c, ' ' | '"' | '=' | '\\');
    if !value.is_empty() && value.len() <= LONGEST && value.chars().all(plain) {
        line.push_str(value);
        return;
    }
    line.push('"');
    for (count, c) in value.chars().enumerate() {
        if count == LONGEST {
            line.push('…');
            break;
        }
        match c {
            '"' | '\\' => line.extend(['\\', c]),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            c if hides(c) => {
                // Writing to a String cannot fail.
                let _ = write!(line, "\\u{{{:x}}}", u32::from(c));
            }
            c => line.push(c),
        }
    }
    line.push('"');
}

/// Whether a character is invisible, ends a line in some program, or reverses the direction of the text after it.
fn hides(c: char) -> bool {
    c.is_control()
        || (c.is_whitespace() && c != ' ')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
