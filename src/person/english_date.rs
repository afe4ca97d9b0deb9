//! A date whose month is named in English, in any order: `3 February 1988`, `Feb. 3rd, 1988`, `03FEB1988`,
//! `8 January Heisei 1`.

use super::era_name;
use super::problem::PersonProblem;
use super::written_date::WrittenDate;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// How few letters of a month or a weekday are enough.
const SHORT: usize = 3;
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Words around a date that say nothing of it; the first ones follow a number.
const PASSED_OVER: [&str; 8] = ["st", "nd", "rd", "th", "of", "on", "born", "the"];
/// Words behind an age.
const YEARS: [&str; 2] = ["years", "year"];
const OLD: &str = "old";

/// Whether a month is named in a text in lower case.
pub(super) fn names_a_month(text: &str) -> bool {
    words(text).iter().any(|word| month(word).is_some())
}

/// Reads a text in lower case that names a month.
pub(super) fn read(text: &str) -> Result<WrittenDate, PersonProblem> {
    let words = without_age(words(text));
    let (mut era, mut month_named, mut numbers) = (None, None, Vec::new());
    for (at, word) in words.iter().enumerate() {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            // The year of an era stands behind its name.
            let of_era = at > 0 && words.get(at - 1).is_some_and(|before| era_name::of(before).is_some());
            numbers.push((word.as_str(), of_era));
        } else if let Some(named) = month(word).filter(|_| month_named.is_none()) {
            month_named = Some(named);
        } else if let Some(named) = era_name::of(word).filter(|_| era.is_none()) {
            era = Some(named);
        } else if !PASSED_OVER.contains(&word.as_str()) && index(&WEEKDAYS, word).is_none() {
            return Err(PersonProblem::UnclearDate);
        }
    }
    let is_year = |(digits, of_era): &(&str, bool)| if era.is_some() { *of_era } else { digits.len() == 4 };
    let (years, days): (Vec<_>, Vec<_>) = numbers.into_iter().partition(is_year);
    match (years.as_slice(), days.as_slice()) {
        ([(year, _)], [(day, _)]) if day.len() <= 2 && (era.is_none() || year.len() <= 2) => {
            let unclear = |_| PersonProblem::UnclearDate;
            let (year, day) = (year.parse().map_err(unclear)?, day.parse().map_err(unclear)?);
            Ok(WrittenDate { era, year, month: month_named.unwrap_or(0), day })
        }
        ([], [(one, _), (other, _)]) if era.is_none() && one.len() <= 2 && other.len() <= 2 => {
            Err(PersonProblem::ShortYear)
        }
        _ => Err(PersonProblem::UnclearDate),
    }
}

/// The runs of letters and of digits.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        let kind = if c.is_ascii_digit() { Some(true) } else { c.is_alphabetic().then_some(false) };
        match (kind, words.last_mut()) {
            (Some(_), Some(word)) if kind == before => word.push(c),
            (Some(_), _) => words.push(c.to_string()),
            (None, _) => {}
        }
        before = kind;
    }
    words
}

/// The words but for an age at their end.
fn without_age(mut words: Vec<String>) -> Vec<String> {
    let before_old = words.len() - usize::from(words.last().is_some_and(|word| word == OLD));
    let is_age = before_old >= 2
        && words.get(before_old - 1).is_some_and(|word| YEARS.contains(&word.as_str()))
        && words.get(before_old - 2).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    if is_age {
        words.truncate(before_old - 2);
    }
    words
}

fn month(word: &str) -> Option<u8> {
    u8::try_from(index(&MONTHS, word)? + 1).ok()
}

/// Which of the names a word is or begins.
fn index(names: &[&str], word: &str) -> Option<usize> {
    (word.len() >= SHORT).then(|| names.iter().position(|name| name.starts_with(word))).flatten()
}
