//! The single values of a TOML file: texts, numbers, words out of several, lists, dates.
//!
//! Each reader gives the value or what is wrong with it, in words that follow the key.

use std::ops::RangeInclusive;
use time::{Date, Month};

/// A value as it stands in the file.
pub type Value<'a> = ::toml::de::DeValue<'a>;

/// What a reader of a value gives.
pub type Read<T> = Result<T, String>;

/// A text.
///
/// # Errors
/// When it is something else.
pub fn text<'a>(value: &'a Value<'_>) -> Read<&'a str> {
    value.as_str().ok_or_else(|| "must be a text in quotes".to_owned())
}

/// A whole number in the decimal system.
pub fn number<N: TryFrom<i64>>(allowed: RangeInclusive<i64>) -> impl Fn(&Value<'_>) -> Read<N> {
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
///
/// # Errors
/// When it is something else.
pub fn truth(value: &Value<'_>) -> Read<bool> {
    value.as_bool().ok_or_else(|| "must be true or false, without quotes".to_owned())
}

/// One of several words.
pub fn one_of<T: Copy>(choices: &'static [(&'static str, T)]) -> impl Fn(&Value<'_>) -> Read<T> {
    move |value| {
        let found = value.as_str().and_then(|text| choices.iter().find(|(name, _)| *name == text));
        let names = || choices.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(" or ");
        found.map(|(_, choice)| *choice).ok_or_else(|| format!("must be {}", names()))
    }
}

/// A list whose entries are read one by one.
pub fn list<T>(most: usize, read: impl Fn(&Value<'_>) -> Read<T>) -> impl Fn(&Value<'_>) -> Read<Vec<T>> {
    move |value| {
        let entries = value.as_array().ok_or_else(|| "must be a list, [ … ]".to_owned())?;
        if entries.len() > most {
            return Err(format!("has {} entries; at most {most} are allowed", entries.len()));
        }
        let entry = |(at, entry): (usize, &::toml::Spanned<Value<'_>>)| {
            read(entry.get_ref()).map_err(|what| format!("entry {} {what}", at + 1))
        };
        entries.iter().enumerate().map(entry).collect()
    }
}

/// A date: `2026-12-10`, without quotes and without a time.
///
/// # Errors
/// When it is something else.
pub fn date(value: &Value<'_>) -> Read<Date> {
    let written = value.as_datetime().filter(|written| written.time.is_none()).and_then(|written| written.date);
    let date = written.and_then(|date| {
        Date::from_calendar_date(i32::from(date.year), Month::try_from(date.month).ok()?, date.day).ok()
    });
    date.ok_or_else(|| "must be a date, such as 2026-12-10, without quotes".to_owned())
}
