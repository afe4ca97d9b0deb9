//! 生年月日 from one text field: both calendars, every usual way to write them, and refusals that name the mistake.
//!
//! Year, month and day come in this order, with any separators or none. `lang` has the bounds of the eras, and `words`
//! the sentences for refusals.

use super::problem::PersonProblem;
use super::text::visible_value;
use super::written_date::WrittenDate;
use crate::lang::Era;
use crate::lang::typed::{folded, is_hyphen};
use time::{Date, Month};

const TYPED_LIMIT: usize = 40;
/// The highest age that is accepted, in years.
const OLDEST: i32 = 125;
/// The first year in which Japan counted months and days as the Gregorian calendar does.
const GREGORIAN_SINCE: i32 = 1873;
/// Era names as typed, in lower case. The long ones come before the short ones that they begin with.
const ERAS: [(&str, Era); 20] = [
    ("明治", Era::Meiji),
    ("大正", Era::Taisho),
    ("昭和", Era::Showa),
    ("平成", Era::Heisei),
    ("令和", Era::Reiwa),
    ("meiji", Era::Meiji),
    ("taisho", Era::Taisho),
    ("showa", Era::Showa),
    ("heisei", Era::Heisei),
    ("reiwa", Era::Reiwa),
    ("明", Era::Meiji),
    ("大", Era::Taisho),
    ("昭", Era::Showa),
    ("平", Era::Heisei),
    ("令", Era::Reiwa),
    ("m", Era::Meiji),
    ("t", Era::Taisho),
    ("s", Era::Showa),
    ("h", Era::Heisei),
    ("r", Era::Reiwa),
];

/// Reads a date of birth; `today` bounds it.
pub(super) fn birth_date(raw: &str, today: Date) -> Result<Date, PersonProblem> {
    let text = visible_value(raw, TYPED_LIMIT, PersonProblem::UnclearDate)?.ok_or(PersonProblem::Missing)?;
    let earliest = years_before(today, OLDEST);
    let possible = earliest..=today;
    let written = read(&folded(&text).to_lowercase())?;
    let year = written.gregorian_year();
    if written.era.is_some() && written.year > 0 && year < GREGORIAN_SINCE {
        // The lunisolar calendar had other months, so this cannot tell whether such a day existed.
        return Err(PersonProblem::TooLongAgo { earliest });
    }
    let date = written.date().ok_or(PersonProblem::NoSuchDate(written))?;
    if written.era.is_some_and(|era| !era.holds(date)) {
        let meant = possible.contains(&date).then_some(date);
        return Err(PersonProblem::OutsideEra { written, meant });
    }
    if date > today {
        return Err(PersonProblem::InFuture);
    }
    if date < earliest {
        return Err(PersonProblem::TooLongAgo { earliest });
    }
    Ok(date)
}

/// Splits folded lower-case text into era, year, month and day.
fn read(text: &str) -> Result<WrittenDate, PersonProblem> {
    let (era, rest) = split_era(text);
    let groups = groups(rest).ok_or(PersonProblem::UnclearDate)?;
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    let (year, month, day) = match (era, groups.as_slice()) {
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
    let unclear = |_| PersonProblem::UnclearDate;
    Ok(WrittenDate {
        era,
        year: year.parse().map_err(unclear)?,
        month: month.parse().map_err(unclear)?,
        day: day.parse().map_err(unclear)?,
    })
}

/// The era at the beginning of a text, and the rest. 西暦 may precede a Gregorian year.
fn split_era(text: &str) -> (Option<Era>, &str) {
    for (name, era) in ERAS {
        if let Some(rest) = text.strip_prefix(name) {
            return (Some(era), rest);
        }
    }
    (None, text.strip_prefix("西暦").unwrap_or(text))
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

/// The same day some years earlier; 28 February in years without a 29th.
fn years_before(day: Date, years: i32) -> Date {
    let year = day.year() - years;
    day.replace_year(year).or_else(|_| Date::from_calendar_date(year, Month::February, 28)).unwrap_or(Date::MIN)
}
