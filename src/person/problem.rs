//! The kinds of problems that a field of the form can have, and the list of all problems of one draft.
//!
//! `words` has the sentence for each kind.

use super::birth_date::WrittenDate;
use time::Date;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required field is empty.
    Missing,
    /// More characters than the field can hold.
    TooLong {
        /// How many it can hold.
        limit: usize,
    },
    /// Control characters, direction overrides or broken characters.
    Forbidden,
    /// Something that cannot be read as kana.
    NotKana,
    /// Not a date in any accepted form.
    UnclearDate,
    /// A year of one or two digits without an era.
    ShortYear,
    /// A date that does not exist in the calendar.
    NoSuchDate(WrittenDate),
    /// A date outside its era.
    OutsideEra {
        /// What was written.
        written: WrittenDate,
        /// The day that was probably meant, if it could be a date of birth.
        meant: Option<Date>,
    },
    /// A date of birth after today.
    InFuture,
    /// A date of birth too long ago for anybody alive.
    TooLongAgo {
        /// The first accepted day.
        earliest: Date,
    },
    /// No choice, or one that was not offered.
    NotChosen,
    /// Something besides digits and hyphens in a postal code.
    NotPostalCode,
    /// A postal code of other than seven digits.
    PostalCodeLength {
        /// How many digits were given.
        got: usize,
    },
    /// None of the 47 prefectures.
    NotPrefecture,
    /// Something besides digits and separators in a phone number.
    NotPhone,
    /// A phone number of another country.
    ForeignPhone,
    /// A phone number without its leading zero, most likely without the area code.
    PhoneWithoutZero,
    /// A phone number with too many or too few digits.
    PhoneLength {
        /// How many digits such a number has.
        expected: usize,
        /// How many were given.
        got: usize,
    },
}

/// All problems of a draft, in the order of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<(&'static str, Problem)>);

impl Problems {
    /// Returns the value, or records the problem of the field.
    pub(super) fn sift<T>(&mut self, field: &'static str, outcome: Result<T, Problem>) -> Option<T> {
        outcome.map_err(|problem| self.0.push((field, problem))).ok()
    }

    /// The problem of one field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.iter().find(|(name, _)| *name == field).map(|(_, problem)| problem)
    }

    /// Every field with its problem, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Problem)> {
        self.0.iter().map(|(field, problem)| (*field, problem))
    }

    /// How many fields have a problem.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no field has a problem.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
