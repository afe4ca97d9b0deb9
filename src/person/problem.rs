//! The kinds of problems that a field of the form can have, and the list of all problems of one draft.
//!
//! `words` has the sentence for each kind.

use super::field::PersonField;
use super::written_date::WrittenDate;
use crate::ui::Problems;
use time::Date;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonProblem {
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
    /// A date that ends with its year and has two readings.
    DayOrMonthFirst {
        /// As most countries read it.
        day_first: WrittenDate,
        /// As others do.
        month_first: WrittenDate,
    },
    /// A date in both calendars that is not the same one.
    CalendarsDiffer,
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
pub type PersonProblems = Problems<PersonField, PersonProblem>;
