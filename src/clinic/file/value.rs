//! The single values of a file: texts, numbers, lists, times, days.
//!
//! Each reader gives the value or what is wrong with it, in words that follow the key's name.

use crate::clinic::TimeOfDay;
use crate::lang::typed::{Fault, clean, is_visible};
use std::ops::RangeInclusive;
use time::{Date, Month, Weekday};
use toml::de::DeValue;

/// What a reader gives.
pub(super) type Read<T> = Result<T, String>;

/// The most characters of a text of several lines.
pub(super) const TEXT: usize = 1000;
/// The most characters of a URL.
const URL: usize = 300;
/// The most entries of a list of short texts, and the most characters of each.
const LIST: usize = 12;
const ENTRY: usize = 30;

/// The weekdays as files name them, Monday first.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// A text as it stands in the file.
pub(super) fn raw<'a>(value: &'a DeValue<'_>) -> Read<&'a str> {
    value.as_str().ok_or_else(|| "must be a text in quotes".to_owned())
}

/// A text on one line of at most `limit` characters.
pub(super) fn line(limit: usize) -> impl Fn(&DeValue<'_>) -> Read<String> {
    move |value| {
        let text = cleaned(raw(value)?, limit)?;
        if is_visible(&text) { Ok(text) } else { Err("is empty; leave the key out".to_owned()) }
    }
}

/// A text of several lines.
pub(super) fn text(value: &DeValue<'_>) -> Read<String> {
    let lines: Vec<String> = raw(value)?.lines().map(|line| cleaned(line, TEXT)).collect::<Read<_>>()?;
    let text = lines.join("\n").trim_matches('\n').to_owned();
    match text.chars().count() {
        _ if !is_visible(&text) => Err("is empty; leave the key out".to_owned()),
        length if length > TEXT => Err(too_long(TEXT)),
        _ => Ok(text),
    }
}

fn cleaned(text: &str, limit: usize) -> Read<String> {
    clean(text, limit).map_err(|fault| match fault {
        Fault::TooLong => too_long(limit),
        Fault::Forbidden => "holds characters that cannot be shown; type it again".to_owned(),
    })
}

fn too_long(limit: usize) -> String {
    format!("is too long; at most {limit} characters")
}

/// A URL of the web.
pub(super) fn url(value: &DeValue<'_>) -> Read<String> {
    let text = line(URL)(value)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = |rest: &str| {
        !rest.is_empty() && !rest.starts_with(['/', '?', '#']) && !rest.contains([' ', '"', '<', '>', '\\', '　'])
    };
    if rest.is_some_and(fits) {
        Ok(text)
    } else {
        Err("must begin with https:// or http://, without spaces".to_owned())
    }
}

/// A whole number.
pub(super) fn number<N: TryFrom<i64>>(allowed: RangeInclusive<i64>) -> impl Fn(&DeValue<'_>) -> Read<N> {
    move |value| {
        let decimal = value.as_integer().filter(|number| number.radix() == 10);
        let number = decimal.and_then(|number| number.as_str().parse::<i64>().ok());
        let fitting = number.filter(|number| allowed.contains(number)).and_then(|number| N::try_from(number).ok());
        fitting.ok_or_else(|| {
            format!("must be a whole number from {} to {}, without quotes", allowed.start(), allowed.end())
        })
    }
}

/// `true` or `false`.
pub(super) fn truth(value: &DeValue<'_>) -> Read<bool> {
    value.as_bool().ok_or_else(|| "must be true or false, without quotes".to_owned())
}

/// One of several words.
pub(super) fn one_of<T: Copy>(choices: &'static [(&'static str, T)]) -> impl Fn(&DeValue<'_>) -> Read<T> {
    move |value| {
        let found = value.as_str().and_then(|text| choices.iter().find(|(name, _)| *name == text));
        let names = || choices.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(" or ");
        found.map(|(_, choice)| *choice).ok_or_else(|| format!("must be {}", names()))
    }
}

/// A list whose entries are read one by one.
pub(super) fn list<T>(most: usize, read: impl Fn(&DeValue<'_>) -> Read<T>) -> impl Fn(&DeValue<'_>) -> Read<Vec<T>> {
    move |value| {
        let entries = value.as_array().ok_or_else(|| "must be a list, [ … ]".to_owned())?;
        if entries.len() > most {
            return Err(format!("has {} entries; at most {most} are allowed", entries.len()));
        }
        let entry = |(at, entry): (usize, &toml::Spanned<DeValue<'_>>)| {
            read(entry.get_ref()).map_err(|what| format!("entry {} {what}", at + 1))
        };
        entries.iter().enumerate().map(entry).collect()
    }
}

/// A list of short texts.
pub(super) fn lines(value: &DeValue<'_>) -> Read<Vec<String>> {
    list(LIST, line(ENTRY))(value)
}

/// A time of the day: `"9:30"`.
pub(super) fn time(value: &DeValue<'_>) -> Read<TimeOfDay> {
    let read = value.as_str().and_then(TimeOfDay::parse);
    read.ok_or_else(|| "must be a time in quotes, such as \"9:30\", at most \"24:00\"".to_owned())
}

/// A weekday: `"mon"`.
pub(super) fn weekday(value: &DeValue<'_>) -> Read<Weekday> {
    one_of(&WEEKDAYS)(value)
}

/// Weekdays, at least one, each once; in the order of the week whatever the order in the file.
pub(super) fn weekdays(value: &DeValue<'_>) -> Read<Vec<Weekday>> {
    let mut days = list(WEEKDAYS.len(), weekday)(value)?;
    days.sort_by_key(|day| day.number_days_from_monday());
    let named = days.len();
    days.dedup();
    match days.len() {
        0 => Err("names no day".to_owned()),
        different if different < named => Err("names a day twice".to_owned()),
        _ => Ok(days),
    }
}

/// The name of a weekday in files.
pub(super) fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, known)| *known == day).map_or("", |(name, _)| name)
}

/// A day: `2026-12-10`, without quotes.
pub(super) fn date(value: &DeValue<'_>) -> Read<Date> {
    let written = value.as_datetime().filter(|written| written.time.is_none()).and_then(|written| written.date);
    let day = |date: toml::value::Date| {
        let month = Month::try_from(date.month).ok()?;
        Date::from_calendar_date(i32::from(date.year), month, date.day)
            .ok()
            .filter(|day| (2000..2200).contains(&day.year()))
    };
    written.and_then(day).ok_or_else(|| "must be a day after 2000, such as 2026-12-10, without quotes".to_owned())
}
