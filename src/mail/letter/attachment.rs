//! A file that travels with a letter, such as a calendar entry.
//!
//! Its name and type are made by the code and never come from outside; its text is delivered byte for byte.

use serde::{Deserialize, Serialize};

/// A file with a letter.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    name: String,
    content_type: String,
    text: String,
}

impl Attachment {
    /// A file of this name and media type, such as `text/calendar; charset=utf-8`.
    pub fn new(name: impl Into<String>, content_type: &'static str, text: String) -> Self {
        Self { name: name.into(), content_type: content_type.to_owned(), text }
    }

    /// The same with another text.
    pub(super) fn with_text(&self, text: String) -> Self {
        Self { text, ..self.clone() }
    }

    /// The name under which it is saved.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The media type with its parameters.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// What is in it.
    pub fn text(&self) -> &str {
        &self.text
    }
}
