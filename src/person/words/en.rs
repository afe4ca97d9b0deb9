//! What the form of a person says in English.

use super::sentences::PersonWords;
use crate::lang::{Lang, calendar_date, date_with_era, era_date};
use crate::person::field::PersonField;
use crate::person::model::Sex;
use crate::person::problem::PersonProblem;
use crate::person::written_date::WrittenDate;
use time::Date;

pub const WORDS: PersonWords = PersonWords {
    label,
    hint,
    sex,
    problem,
    names_note: "If your card prints one name only, fill in one of the two. Names in Latin letters need no kana.",
    kana_needed: "Required unless in Latin letters",
    name: "Name",
    kana: "Kana",
    address: "Address",
    address_opener: "Enter an address (optional)",
    not_given: "(not given)",
    age: |age| match age {
        1 => "1 year old".to_owned(),
        age => format!("{age} years old"),
    },
    name_and_age: |name, age| format!("{name} ({age})"),
    months: |months| match months {
        1 => "1 month old".to_owned(),
        months => format!("{months} months old"),
    },
};

const fn label(field: PersonField) -> &'static str {
    match field {
        PersonField::FamilyName => "Family name",
        PersonField::GivenName => "Given name",
        PersonField::FamilyKana => "Family name in kana",
        PersonField::GivenKana => "Given name in kana",
        PersonField::BirthDate => "Date of birth",
        PersonField::Sex => "Sex",
        PersonField::PostalCode => "Postal code",
        PersonField::Prefecture => "Prefecture",
        PersonField::City => "City or town",
        PersonField::Line => "Street address",
        PersonField::Building => "Building",
        PersonField::Phone => "Phone number",
    }
}

/// The label as it is written inside a sentence.
fn inside(field: PersonField) -> String {
    label(field).to_lowercase()
}

const fn hint(field: PersonField) -> Option<&'static str> {
    match field {
        PersonField::FamilyKana => Some("For example ヤマダ; hiragana will do, too"),
        PersonField::GivenKana => Some("For example ハナコ; hiragana will do, too"),
        PersonField::BirthDate => Some("For example 1988-02-03 or 3 February 1988"),
        PersonField::PostalCode => Some("For example 123-4567; it fills in prefecture, city and district"),
        PersonField::Building => Some("Name of the building, room number"),
        PersonField::Phone => Some("For example 090-1234-5678, with or without hyphens"),
        _ => None,
    }
}

const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "Male",
        Sex::Female => "Female",
        Sex::Other => "Other, or rather not say",
    }
}

fn problem(field: PersonField, problem: &PersonProblem) -> String {
    let label = label(field);
    match problem {
        PersonProblem::Missing => format!("Enter your {}", inside(field)),
        PersonProblem::TooLong { limit } => format!("{label} can have up to {limit} characters"),
        PersonProblem::Forbidden => {
            format!("{label} contains characters that cannot be used. Clear the field and type it again")
        }
        PersonProblem::NotKana => {
            "Write this part of your name in katakana or hiragana, or leave it empty if the name itself is in Latin letters"
                .to_owned()
        }
        PersonProblem::NotChosen => format!("Select your {}", inside(field)),
        PersonProblem::NotPrefecture => "Choose one of the 47 prefectures, such as Tokyo".to_owned(),
        PersonProblem::NotPostalCode => "Enter the postal code in 7 digits, such as 123-4567".to_owned(),
        PersonProblem::PostalCodeLength { got } => format!("A postal code has 7 digits. You entered {got}"),
        PersonProblem::NotPhone => "Enter the phone number in digits, such as 090-1234-5678".to_owned(),
        PersonProblem::ForeignPhone => "Enter a phone number in Japan, beginning with 0 or +81".to_owned(),
        PersonProblem::PhoneWithoutZero => "Enter the phone number with its area code, beginning with 0".to_owned(),
        PersonProblem::PhoneLength { expected, got } => {
            format!("This phone number should have {expected} digits. You entered {got}")
        }
        PersonProblem::UnclearDate => "Enter year, month and day in this order, or the name of the month (for example 1988-02-03 or 3 February 1988)".to_owned(),
        PersonProblem::ShortYear => {
            "Enter the year in four digits, or with its era (for example 1988-02-03 or S63.2.3)".to_owned()
        }
        PersonProblem::DayOrMonthFirst { day_first, month_first } => format!(
            "This can be {} or {}. Enter year, month and day in this order, or the name of the month",
            day_first.written(Lang::En),
            month_first.written(Lang::En)
        ),
        PersonProblem::CalendarsDiffer => {
            "The Western and the Japanese date are not the same. Enter one of them only".to_owned()
        }
        PersonProblem::NoSuchDate(written) => {
            format!("There is no such date as {}. Check year, month and day", written.written(Lang::En))
        }
        PersonProblem::OutsideEra { written, meant } => outside_era(*written, *meant),
        PersonProblem::InFuture => "This date of birth lies in the future. Check the year".to_owned(),
        PersonProblem::TooLongAgo { earliest } => {
            format!("Enter a date of birth from {} on. Check the year", date_with_era(Lang::En, *earliest))
        }
    }
}

fn outside_era(written: WrittenDate, meant: Option<Date>) -> String {
    let text = written.written(Lang::En);
    if let Some(meant) = meant {
        return format!("{text} does not exist. Did you mean {}?", era_date(Lang::En, meant));
    }
    let Some(era) = written.era else {
        return text;
    };
    let name = Lang::En.of(era.name());
    let first = calendar_date(Lang::En, era.first_day());
    match era.last_day().map(|day| calendar_date(Lang::En, day)) {
        Some(last) => format!("{text} does not exist. {name} ran from {first} to {last}"),
        None => format!("{text} does not exist. {name} began on {first}"),
    }
}
