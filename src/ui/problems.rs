//! A form as it was typed, and what is wrong with it, field by field.
//!
//! Each form is a struct with a text for each field, an enum of its fields, and a `check` that gives what was meant or all
//! problems at once. One page function draws it empty, filled and faulty.

use super::form::problem_summary;
use crate::lang::Lang;
use maud::Markup;

/// A field of a form: a variant of the form's enum of fields.
pub trait FormField: Copy + PartialEq {
    /// The name of its input, which is the input's id too. Empty for the form as a whole, which has no input.
    fn name(self) -> &'static str;
}

/// A form as it was typed.
pub trait Form: Sized {
    /// Its fields.
    type Field: FormField;

    /// Reads every field with `get`. A missing one is empty.
    fn read(get: impl Fn(Self::Field) -> String) -> Self;

    /// Every field with its text, in the order of the page. An implementation takes the struct apart, so that the compiler
    /// names a field that it forgot.
    fn typed(&self) -> Vec<(Self::Field, &str)>;

    /// The text of one field.
    fn value(&self, field: Self::Field) -> &str {
        self.typed().into_iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text)
    }
}

/// What is wrong with a form: problems `P` of fields `F`, in the order in which they were found. A field may have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems<F, P>(Vec<(F, P)>);

impl<F, P> Default for Problems<F, P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<F: FormField, P> Problems<F, P> {
    /// One problem of one field.
    pub fn one(field: F, problem: P) -> Self {
        Self(vec![(field, problem)])
    }

    /// Adds problems of a field.
    pub fn add(&mut self, field: F, problems: impl IntoIterator<Item = P>) {
        self.0.extend(problems.into_iter().map(|problem| (field, problem)));
    }

    /// The value, or `None` after adding the problem of the field.
    pub fn sift<T>(&mut self, field: F, outcome: Result<T, P>) -> Option<T> {
        outcome.map_err(|problem| self.add(field, [problem])).ok()
    }

    /// The first problem of a field.
    pub fn of(&self, field: F) -> Option<&P> {
        self.iter().find(|(known, _)| *known == field).map(|(_, problem)| problem)
    }

    /// Every problem with its field.
    pub fn iter(&self) -> impl Iterator<Item = (F, &P)> {
        self.0.iter().map(|(field, problem)| (*field, problem))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value that was found, unless there are problems.
    ///
    /// # Errors
    /// The problems. A value may be missing only if there are some.
    pub fn settle<T>(self, value: Option<T>) -> Result<T, Self> {
        value.filter(|_| self.is_empty()).ok_or(self)
    }

    /// Each problem as a sentence.
    pub fn sentences(&self, say: impl Fn(F, &P) -> String) -> Problems<F, String> {
        Problems(self.iter().map(|(field, problem)| (field, say(field, problem))).collect())
    }
}

impl<F: FormField> Problems<F, String> {
    /// What to say beside a field: all that is wrong with it.
    pub fn beside(&self, field: F) -> Option<String> {
        let sentences: Vec<&str> =
            self.iter().filter(|(known, _)| *known == field).map(|(_, sentence)| sentence.as_str()).collect();
        (!sentences.is_empty()).then(|| sentences.join(" / "))
    }

    /// The names of the fields, with a sentence for each problem.
    pub fn named(&self) -> Vec<(&'static str, String)> {
        self.iter().map(|(field, sentence)| (field.name(), sentence.clone())).collect()
    }

    /// The summary above the form; nothing when there are no problems.
    pub fn summary(&self, lang: Lang) -> Markup {
        problem_summary(lang, &self.named())
    }
}
