//! The rules of a menu that are tables of their own: when booking opens, deadlines, ages.

use super::value::time;
use crate::clinic::{Age, AgeRange, Deadline, Opens, TimeOfDay};
use crate::toml::{self, Read, Section, Value, number, truth};

/// How far before a visit anything can lie, in days.
const DAYS: i64 = 365;
const HOURS: i64 = DAYS * 24;
const MINUTES: i64 = HOURS * 60;
/// The oldest age.
const YEARS: u8 = 125;

const FORMS: &str = "must be such as { minutes = 30 }, { hours = 2 }, { days = 2 } or { days = 1, at = \"17:00\" }";

/// Reads when booking for a day opens.
pub(super) fn opens(menu: &Section<'_>, key: &'static str) -> Option<Opens> {
    let table = required(menu, key, "must be such as { days = 60, at = \"8:00\" }")?;
    let (days, at) = (table.required("days", number(0..=DAYS)), table.required("at", time));
    Some(Opens { days: days?, at: at? })
}

/// Reads until when something may be done: so long before the start, or at a time on a day before.
pub(super) fn deadline(menu: &Section<'_>, key: &'static str) -> Option<Deadline> {
    let table = required(menu, key, FORMS)?;
    let minutes = table.optional("minutes", number(0..=MINUTES));
    let hours: Option<u32> = table.optional("hours", number(0..=HOURS));
    let days: Option<u16> = table.optional("days", number(0..=DAYS));
    let at = table.optional("at", time);
    let units = ["minutes", "hours", "days"].map(|unit| table.has(unit));
    let units = units.into_iter().filter(|given| *given).count();
    match (minutes, hours, days, at) {
        _ if units != 1 || (table.has("at") && !table.has("days")) => {
            menu.problem(key, FORMS);
            None
        }
        (Some(minutes), ..) => Some(Deadline::Before { minutes }),
        (_, Some(hours), ..) => Some(Deadline::Before { minutes: hours * 60 }),
        (_, _, Some(days), None) => Some(Deadline::Before { minutes: u32::from(days) * 24 * 60 }),
        (_, _, Some(days), Some(at)) => Some(Deadline::AtClock { days, at }),
        (None, None, None, _) => None,
    }
}

/// The table under a key that has to be there.
fn required<'a>(menu: &Section<'a>, key: &'static str, form: &str) -> Option<Section<'a>> {
    if !menu.has(key) {
        menu.problem(key, &format!("is missing; it {form}"));
    }
    menu.section(key)
}

/// Reads the ages that a menu is for; everybody where none is given.
pub(super) fn ages(menu: &Section<'_>, key: &'static str) -> AgeRange {
    let Some(table) = menu.section(key) else { return AgeRange::default() };
    let (from, to) = (table.optional("from", age), table.optional("to", age));
    let by_law = table.optional("by_law", truth).unwrap_or_default();
    if by_law && !table.has("from") {
        table.problem("by_law", "goes with from");
    }
    let ages = AgeRange { from, to, by_law };
    if ages.is_empty() {
        table.problem("to", "must not be younger than from");
    }
    ages
}

/// `"2 months"` or `"15 years"`.
fn age(value: &Value<'_>) -> Read<Age> {
    let form = || "must be such as \"2 months\" or \"15 years\"".to_owned();
    let (number, unit) = toml::text(value)?.split_once(' ').ok_or_else(form)?;
    let number: u16 = Some(number)
        .filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|n| n.parse().ok())
        .ok_or_else(form)?;
    let age = match unit {
        "month" | "months" => (number <= u16::from(YEARS) * 12).then_some(Age::Months(number)),
        "year" | "years" => u8::try_from(number).ok().filter(|years| *years <= YEARS).map(Age::Years),
        _ => return Err(form()),
    };
    age.ok_or_else(|| format!("must be at most {YEARS} years"))
}

/// A deadline as files have it: in the largest unit that fits.
pub(super) fn written_deadline(deadline: Deadline) -> String {
    match deadline {
        Deadline::AtClock { days, at } => at_clock(days, at),
        Deadline::Before { minutes } if minutes > 0 && minutes % (24 * 60) == 0 => {
            format!("{{ days = {} }}", minutes / (24 * 60))
        }
        Deadline::Before { minutes } if minutes > 0 && minutes % 60 == 0 => format!("{{ hours = {} }}", minutes / 60),
        Deadline::Before { minutes } => format!("{{ minutes = {minutes} }}"),
    }
}

/// A time on a day before, as files have it.
pub(super) fn at_clock(days: u16, at: TimeOfDay) -> String {
    format!("{{ days = {days}, at = \"{at}\" }}")
}

/// Ages as files have them; nothing where they hold for everybody.
pub(super) fn written_ages(ages: AgeRange) -> Option<String> {
    let written = |age: Age| match age {
        Age::Years(1) => "1 year".to_owned(),
        Age::Years(years) => format!("{years} years"),
        Age::Months(1) => "1 month".to_owned(),
        Age::Months(months) => format!("{months} months"),
    };
    let end = |key: &str, age: Option<Age>| age.map(|age| format!("{key} = \"{}\"", written(age)));
    let by_law = ages.by_law.then(|| "by_law = true".to_owned());
    let ends: Vec<String> = [end("from", ages.from), end("to", ages.to), by_law].into_iter().flatten().collect();
    (!ends.is_empty()).then(|| format!("{{ {} }}", ends.join(", ")))
}
