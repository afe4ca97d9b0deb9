//! The form of the note of a day, as it is typed.

use crate::lang::typed::{Fault, clean};
use crate::ui::{Form, FormField, Problems};

/// Characters of a note: no more than is read at a glance.
pub const LONGEST_NOTE: usize = 1000;

/// The note as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteForm {
    /// The text.
    pub text: String,
    /// The version that the page showed.
    pub seen: String,
}

/// The fields of [`NoteForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteField {
    /// The text.
    Text,
    /// The version that the page showed.
    Seen,
}

/// What is wrong with a field of [`NoteForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteProblem {
    /// It is too long.
    TooLong,
    /// It holds characters that cannot be shown.
    Forbidden,
}

impl FormField for NoteField {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "note",
            Self::Seen => super::form::SEEN,
        }
    }
}

impl Form for NoteForm {
    type Field = NoteField;

    fn read(get: impl Fn(NoteField) -> String) -> Self {
        Self { text: get(NoteField::Text), seen: get(NoteField::Seen) }
    }

    fn typed(&self) -> Vec<(NoteField, &str)> {
        let Self { text, seen } = self;
        vec![(NoteField::Text, text), (NoteField::Seen, seen)]
    }
}

impl NoteForm {
    /// The version that was seen, and the text in clean lines. A form that none of our pages shows counts as out of date.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn check(&self) -> Result<(u32, String), Problems<NoteField, NoteProblem>> {
        let text = clean_lines(&self.text, LONGEST_NOTE).map_err(|fault| {
            Problems::one(
                NoteField::Text,
                match fault {
                    Fault::TooLong => NoteProblem::TooLong,
                    Fault::Forbidden => NoteProblem::Forbidden,
                },
            )
        })?;
        Ok((self.seen.parse().unwrap_or(u32::MAX), text))
    }
}

/// A text of several lines, each as [`clean`] leaves it, with so many characters at most together.
pub fn clean_lines(typed: &str, limit: usize) -> Result<String, Fault> {
    let lines: Result<Vec<String>, Fault> = typed.lines().map(|line| clean(line, limit)).collect();
    let text = lines?.join("\n").trim_matches('\n').to_owned();
    if text.chars().nth(limit).is_some() { Err(Fault::TooLong) } else { Ok(text) }
}
