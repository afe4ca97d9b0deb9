//! The values that only a clinic's file has: texts that pages show, URLs, times, weekdays, days.

use crate::clinic::TimeOfDay;
use crate::lang::typed::{Fault, clean, is_visible};
use crate::toml::{self, Read, Value, list, one_of};
use time::{Date, Weekday};

/// The most characters of a text of several lines.
pub(super) const TEXT: usize = 1000;
/// The most characters of a URL.
const URL: usize = 300;
/// The most entries of a list of short texts, and the most characters of each.
const LIST: usize = 12;
const ENTRY: usize = 30;

/// The beginning of a day.
pub(super) const MIDNIGHT: TimeOfDay = TimeOfDay::of_hour(0);

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

/// A text on one line of at most `limit` characters.
pub(super) fn line(limit: usize) -> impl Fn(&Value<'_>) -> Read<String> {
    move |value| {
        let text = cleaned(toml::text(value)?, limit)?;
        if is_visible(&text) { Ok(text) } else { Err("is empty; leave the key out".to_owned()) }
    }
}

/// A text of several lines.
pub(super) fn text(value: &Value<'_>) -> Read<String> {
    let lines: Vec<String> = toml::text(value)?.lines().map(|line| cleaned(line, TEXT)).collect::<Read<_>>()?;
    let text = lines.join("\n").trim_matches('\n').to_owned();
    match text.chars().count() {
        _ if !is_visible(&text) => Err("is empty; leave the key out".to_owned()),
        length if length > TEXT => Err(too_long(TEXT)),
        _ => Ok(text),
    }
}

/// A name that URLs and other keys use.
pub(super) fn id<T>(value: &Value<'_>, parse: impl FnOnce(&str) -> Option<T>) -> Read<T> {
    let rule = "must have 1 to 40 of a to z, 0 to 9 and hyphens, no hyphen at an end";
    parse(toml::text(value)?).ok_or_else(|| rule.to_owned())
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
pub(super) fn url(value: &Value<'_>) -> Read<String> {
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

/// A list of short texts.
pub(super) fn lines(value: &Value<'_>) -> Read<Vec<String>> {
    list(LIST, line(ENTRY))(value)
}

/// A time of the day: `"9:30"`.
pub(super) fn time(value: &Value<'_>) -> Read<TimeOfDay> {
    let read = value.as_str().and_then(TimeOfDay::parse);
    read.ok_or_else(|| "must be a time in quotes, such as \"9:30\", at most \"24:00\"".to_owned())
}

/// What is said of an end that is not after its beginning, in words that follow "must be after from": how to write what was
/// probably meant. The two may lie on different days.
pub(super) fn over_midnight(from: TimeOfDay, until: TimeOfDay) -> String {
    if until == MIDNIGHT {
        return "; midnight at the end of the day is \"24:00\"".to_owned();
    }
    if until == from {
        return String::new();
    }
    format!(
        "; hours over midnight are two bands: from = \"{from}\", until = \"24:00\" on the first day, and from = \"0:00\", \
         until = \"{until}\" on the day after it"
    )
}

/// A weekday: `"mon"`.
pub(super) fn weekday(value: &Value<'_>) -> Read<Weekday> {
    one_of(&WEEKDAYS)(value)
}

/// Weekdays, at least one, each once; in the order of the week whatever the order in the file.
pub(super) fn weekdays(value: &Value<'_>) -> Read<Vec<Weekday>> {
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
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, known)| *known == day).map_or("", |(name, _)| name)
}

/// A day after 2000: `2026-12-10`, without quotes.
pub(super) fn day(value: &Value<'_>) -> Read<Date> {
    let wrong = "must be a day after 2000, such as 2026-12-10, without quotes";
    toml::date(value).ok().filter(|day| (2000..2200).contains(&day.year())).ok_or_else(|| wrong.to_owned())
}
