//! What the form of a person says: labels, hints, choices, and what to do about a problem.

use crate::person::field::PersonField;
use crate::person::model::Sex;
use crate::person::problem::PersonProblem;

/// The form of a person, and the overview of one.
pub struct PersonWords {
    /// The label of a field.
    pub label: fn(PersonField) -> &'static str,
    /// A hint for filling in a field, if it has one.
    pub hint: fn(PersonField) -> Option<&'static str>,
    /// The name of a choice of 性別.
    pub sex: fn(Sex) -> &'static str,
    /// The sentence beside a field: what is wrong and what to do.
    pub problem: fn(PersonField, &PersonProblem) -> String,
    /// Above the name: what may be left empty.
    pub names_note: &'static str,
    /// The mark of the kana, which only a name in Latin letters does without.
    pub kana_needed: &'static str,
    pub name: &'static str,
    pub kana: &'static str,
    pub address: &'static str,
    /// Opens the fields of the address.
    pub address_opener: &'static str,
    pub not_given: &'static str,
    /// In years.
    pub age: fn(u16) -> String,
    /// A name with an age: `山田 さくら(4歳)`.
    pub name_and_age: fn(&str, &str) -> String,
    /// An age before the first birthday.
    pub months: fn(u16) -> String,
}
