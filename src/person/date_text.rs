//! A date as people write it and as cards, forms and our own pages print it: its parts, in either calendar.
//!
//! Year, month and day come in this order, with any separators or none; `english_date` reads those that name the month.
//! What stands in brackets must agree with the date: the year of the other calendar. A weekday and an age are passed over.

use super::english_date;
use super::era_name;
use super::problem::PersonProblem;
use super::written_date::WrittenDate;
use crate::lang::EraYear;
use crate::lang::typed::is_hyphen;

/// What stands before a date on cards and forms, and behind it.
const LABEL: &str = "生年月日";
const BORN: [&str; 4] = ["生まれ", "うまれ", "生れ", "生"];
/// What stands before an age and behind it.
const FULL: &str = "満";
const YEARS_OLD: [char; 2] = ['歳', '才'];
const WEEKDAYS: &str = "月火水木金土日";

/// Reads a text that has been folded, in lower case.
pub(super) fn read(text: &str) -> Result<WrittenDate, PersonProblem> {
    let (text, notes) = without_brackets(text).ok_or(PersonProblem::UnclearDate)?;
    let written = unbracketed(&text)?;
    for note in notes.iter().map(|note| note.trim()).filter(|note| !is_weekday(note) && without_age(note) != Some("")) {
        let same = match year_alone(note) {
            Some(year) => year == written.gregorian_year(),
            None => unbracketed(note)?.date() == written.date(),
        };
        if !same {
            return Err(PersonProblem::CalendarsDiffer);
        }
    }
    Ok(written)
}

/// The text outside the brackets, and what is in each pair of them. None when they are not in pairs.
fn without_brackets(text: &str) -> Option<(String, Vec<&str>)> {
    let (mut outside, mut notes, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, after)) = rest.split_once('(') {
        let (note, behind) = after.split_once(')')?;
        outside.push_str(before);
        notes.push(note);
        rest = behind;
    }
    outside.push_str(rest);
    (!outside.contains(')')).then_some((outside, notes))
}

fn is_weekday(note: &str) -> bool {
    let day = note.strip_suffix("曜日").or_else(|| note.strip_suffix('曜')).unwrap_or(note);
    day.chars().count() == 1 && WEEKDAYS.contains(day)
}

/// The text before an age; none where no age is at its end.
fn without_age(text: &str) -> Option<&str> {
    let number = text.strip_suffix(YEARS_OLD)?.trim_end();
    let before = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let before = (before.len() < number.len()).then_some(before)?.trim_end();
    Some(before.strip_suffix(FULL).unwrap_or(before).trim_end())
}

/// The Gregorian year of a text that has nothing else, such as `昭和63年`, `s63` or `1988`.
fn year_alone(text: &str) -> Option<i32> {
    let (era, rest) = era_name::split(text);
    let digits = rest.strip_suffix('年').unwrap_or(rest).trim();
    let number = if digits == "元" { "1" } else { digits };
    match (era, number.len()) {
        (Some(era), 1..=2) => Some(EraYear { era, year: number.parse().ok()? }.gregorian()),
        (None, 4) => number.parse().ok(),
        _ => None,
    }
}

fn unbracketed(text: &str) -> Result<WrittenDate, PersonProblem> {
    let text = text.trim();
    let text = text.strip_prefix(LABEL).map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    if english_date::names_a_month(text) {
        return english_date::read(text);
    }
    let text = without_age(text).unwrap_or(text);
    let text = BORN.iter().find_map(|born| text.strip_suffix(born)).unwrap_or(text);
    in_order(text)
}

/// Splits a text into era, year, month and day.
fn in_order(text: &str) -> Result<WrittenDate, PersonProblem> {
    let (era, rest) = era_name::split(text);
    let groups = groups(rest).ok_or(PersonProblem::UnclearDate)?;
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    let (year, month, day) = match (era, groups.as_slice()) {
        (None, &[one, other, year]) if year.len() == 4 && one.len() <= 2 && other.len() <= 2 => {
            return if text.contains(['年', '月', '日']) {
                Err(PersonProblem::UnclearDate)
            } else {
                year_last(number(one)?, number(other)?, number(year)?)
            };
        }
        (_, &[year, month, day]) => (year, month, day),
        (None, &[run]) if run.len() == 8 => (&run[..4], &run[4..6], &run[6..]),
        (_, &[run]) if run.len() == 6 => (&run[..2], &run[2..4], &run[4..]),
        _ => return Err(PersonProblem::UnclearDate),
    };
    if month.len() > 2 || day.len() > 2 {
        return Err(PersonProblem::UnclearDate);
    }
    match (era, year.len()) {
        (None, 4) | (Some(_), 1..=2) => {}
        (None, 1..=2) => return Err(PersonProblem::ShortYear),
        _ => return Err(PersonProblem::UnclearDate),
    }
    Ok(WrittenDate { era, year: number(year)?, month: number(month)?, day: number(day)? })
}

/// A date that ends with its year: some countries put the day first, others the month.
fn year_last(one: u8, other: u8, year: u16) -> Result<WrittenDate, PersonProblem> {
    let day_first = WrittenDate { era: None, year, month: other, day: one };
    let month_first = WrittenDate { era: None, year, month: one, day: other };
    match (one, other) {
        _ if one == other => Ok(day_first),
        (1..=12, 1..=12) => Err(PersonProblem::DayOrMonthFirst { day_first, month_first }),
        (1..=12, _) => Ok(month_first),
        _ => Ok(day_first),
    }
}

fn number<N: std::str::FromStr>(digits: &str) -> Result<N, PersonProblem> {
    digits.parse().map_err(|_| PersonProblem::UnclearDate)
}

/// The runs of digits, with 元 as 1. None if a character is neither a digit nor a separator, or if 年, 月 or 日 follows
/// the wrong run.
fn groups(text: &str) -> Option<Vec<String>> {
    let mut groups: Vec<String> = Vec::new();
    let mut in_run = false;
    for c in text.chars() {
        match c {
            '0'..='9' if in_run => groups.last_mut()?.push(c),
            '0'..='9' => groups.push(c.to_string()),
            '元' if groups.is_empty() => groups.push("1".to_owned()),
            '年' if groups.len() == 1 => {}
            '月' if groups.len() == 2 => {}
            '日' if groups.len() == 3 => {}
            '.' | '/' | ',' | '・' | ' ' => {}
            hyphen if is_hyphen(hyphen) => {}
            _ => return None,
        }
        in_run = c.is_ascii_digit();
    }
    Some(groups)
}
