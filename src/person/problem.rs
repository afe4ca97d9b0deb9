//! What can be wrong with the form, as kinds, and the list of all that is wrong with one draft.
//!
//! The sentence for a kind is chosen in `words` when the page is drawn; nothing here is text for people.

use super::birth_date::WrittenDate;
use time::Date;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required field is empty.
    Missing,
    /// More characters than the field holds.
    TooLong {
        /// How many it holds.
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
    /// A date that the calendar does not have.
    NoSuchDate(WrittenDate),
    /// A date that its era does not have.
    OutsideEra {
        /// What was written.
        written: WrittenDate,
        /// The day that was probably meant, where it could be a date of birth.
        meant: Option<Date>,
    },
    /// A date of birth after today.
    InFuture,
    /// A date of birth before anybody alive.
    TooLongAgo {
        /// The first accepted day.
        earliest: Date,
    },
    /// No choice, or none of those offered.
    NotChosen,
    /// Something besides digits and hyphens in a postal code.
    NotPostalCode,
    /// A postal code of other than seven digits.
    PostalCodeLength {
        /// How many digits there were.
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
        /// How many there were.
        got: usize,
    },
}

/// All problems of a draft, in the order of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<(&'static str, Problem)>);

impl Problems {
    /// Keeps the problem with its field, or hands on the value.
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

    /// Whether there is nothing wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
