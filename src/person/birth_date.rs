//! 生年月日 from one text field: both calendars, every usual way to write them, and refusals that name the mistake.
//!
//! `date_text` reads the text. `lang` has the bounds of the eras, and `words` the sentences for refusals.

use super::date_text;
use super::kanji_number::with_digits;
use super::problem::PersonProblem;
use super::text::visible_value;
use super::written_date::WrittenDate;
use crate::lang::typed::folded;
use time::{Date, Month};

/// The longest that our own pages print has 44: both calendars, the weekday and the age in English.
const TYPED_LIMIT: usize = 60;
/// The highest age that is accepted, in years.
const OLDEST: i32 = 125;
/// The first year in which Japan counted months and days as the Gregorian calendar does.
const GREGORIAN_SINCE: i32 = 1873;

/// Reads a date of birth; `today`, the day in Japan, bounds it.
///
/// # Errors
/// What is wrong with it.
pub fn birth_date(raw: &str, today: Date) -> Result<Date, PersonProblem> {
    let written = read(raw)?;
    let earliest = years_before(today, OLDEST);
    let possible = earliest..=today;
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

/// Reads any day, as people write it in either calendar.
///
/// # Errors
/// What is wrong with it.
pub fn written_day(raw: &str) -> Result<Date, PersonProblem> {
    let written = read(raw)?;
    let date = written.date().ok_or(PersonProblem::NoSuchDate(written))?;
    match written.era {
        Some(era) if !era.holds(date) => Err(PersonProblem::OutsideEra { written, meant: None }),
        _ => Ok(date),
    }
}

fn read(raw: &str) -> Result<WrittenDate, PersonProblem> {
    let text = visible_value(raw, TYPED_LIMIT, PersonProblem::UnclearDate)?.ok_or(PersonProblem::Missing)?;
    date_text::read(&with_digits(&folded(&text).to_lowercase()))
}

/// The same day some years earlier; 28 February in years without a 29th.
fn years_before(day: Date, years: i32) -> Date {
    let year = day.year() - years;
    day.replace_year(year).or_else(|_| Date::from_calendar_date(year, Month::February, 28)).unwrap_or(Date::MIN)
}
