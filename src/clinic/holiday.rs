//! 国民の祝日: which days are national holidays, computed for 2020 to 2050 from 国民の祝日に関する法律 (Act No. 178 of 1948), with
//! substitute holidays (article 3, paragraph 2) and days between two holidays (paragraph 3).
//!
//! The equinoxes follow the usual approximation; officially, each is announced in February of the year before. A change
//! of the law needs a change here. Other years have no holidays.

use crate::lang::Words;
use time::{Date, Month, Weekday};

/// The first year that is known.
pub const FIRST_YEAR: i32 = 2020;
/// The last year that is known.
pub const LAST_YEAR: i32 = 2050;

const SUBSTITUTE: Words = Words("振替休日", "substitute holiday");
const BETWEEN: Words = Words("国民の休日", "national holiday");

/// The name of the holiday on a day, if it is one.
pub fn name(day: Date) -> Option<Words> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&day.year()) {
        return None;
    }
    own_name(day).or_else(|| is_substitute(day).then_some(SUBSTITUTE)).or_else(|| is_between(day).then_some(BETWEEN))
}

/// The first day after a holiday on a Sunday that is no holiday itself.
fn is_substitute(day: Date) -> bool {
    let mut before = day.previous_day();
    while let Some(holiday) = before.filter(|date| own_name(*date).is_some()) {
        if holiday.weekday() == Weekday::Sunday {
            return true;
        }
        before = holiday.previous_day();
    }
    false
}

fn is_between(day: Date) -> bool {
    let is_holiday = |date: Option<Date>| date.is_some_and(|date| own_name(date).is_some());
    is_holiday(day.previous_day()) && is_holiday(day.next_day())
}

/// The holiday that the law names for a day (article 2), without those that follow from others.
fn own_name(day: Date) -> Option<Words> {
    let nth_monday = |nth: u8| day.weekday() == Weekday::Monday && (day.day() - 1) / 7 + 1 == nth;
    let words = match (day.month(), day.day()) {
        (Month::January, 1) => Words("元日", "New Year's Day"),
        (Month::January, _) if nth_monday(2) => Words("成人の日", "Coming of Age Day"),
        (Month::February, 11) => Words("建国記念の日", "National Foundation Day"),
        (Month::February, 23) => Words("天皇誕生日", "Emperor's Birthday"),
        (Month::March, date) if date == equinox(day.year(), 20.8431) => Words("春分の日", "Vernal Equinox Day"),
        (Month::April, 29) => Words("昭和の日", "Showa Day"),
        (Month::May, 3) => Words("憲法記念日", "Constitution Memorial Day"),
        (Month::May, 4) => Words("みどりの日", "Greenery Day"),
        (Month::May, 5) => Words("こどもの日", "Children's Day"),
        (Month::July | Month::August | Month::October, _) => return summer_name(day, nth_monday),
        (Month::September, _) if nth_monday(3) => Words("敬老の日", "Respect for the Aged Day"),
        (Month::September, date) if date == equinox(day.year(), 23.2488) => Words("秋分の日", "Autumnal Equinox Day"),
        (Month::November, 3) => Words("文化の日", "Culture Day"),
        (Month::November, 23) => Words("勤労感謝の日", "Labour Thanksgiving Day"),
        _ => return None,
    };
    Some(words)
}

/// The three that were moved in 2020 and 2021 for the Olympic Games.
fn summer_name(day: Date, nth_monday: impl Fn(u8) -> bool) -> Option<Words> {
    let date = (day.month(), day.day());
    let is = |year_2020, year_2021, usual: bool| match day.year() {
        2020 => date == year_2020,
        2021 => date == year_2021,
        _ => usual,
    };
    let (july, august, october) = (Month::July, Month::August, Month::October);
    if is((july, 23), (july, 22), day.month() == july && nth_monday(3)) {
        Some(Words("海の日", "Marine Day"))
    } else if is((august, 10), (august, 8), date == (august, 11)) {
        Some(Words("山の日", "Mountain Day"))
    } else if is((july, 24), (july, 23), day.month() == october && nth_monday(2)) {
        Some(Words("スポーツの日", "Sports Day"))
    } else {
        None
    }
}

/// The day of the month of an equinox, from where it was in 1980; right for 1980 to 2099.
fn equinox(year: i32, in_1980: f64) -> u8 {
    let years = f64::from(year - 1980);
    let leap_days = f64::from((year - 1980).div_euclid(4));
    // Between 19 and 24 for the years that are known.
    (in_1980 + 0.242_194 * years - leap_days).floor() as u8
}
