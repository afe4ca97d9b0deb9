//! `[[closed]]`: the rules by which a clinic is closed.
//!
//! Each rule gives its days in exactly one way: a weekday, some weekdays of the month, national holidays, a day, a span.

use super::value::{MIDNIGHT, day, line, time, weekday};
use crate::clinic::{ClosedDays, Closure, TimeOfDay};
use crate::toml::{Read, Section, Value, list, number, truth};

/// The most rules.
pub const RULES: usize = 100;
/// The most characters of a reason.
pub const REASON: usize = 40;
/// The same in English; a letter takes less room than a character of Japanese.
pub const REASON_IN_ENGLISH: usize = 60;

/// Reads the closures of a clinic.
pub(super) fn read(root: &Section<'_>) -> Vec<Closure> {
    let closure = |section: Section<'_>| {
        let days = days(&section);
        let (part, reason) = (section.optional("part", part), section.optional("reason", line(REASON)));
        let reason_in_english = section.optional("reason_en", line(REASON_IN_ENGLISH));
        if reason_in_english.is_some() && !section.has("reason") {
            section.problem("reason_en", "goes with reason");
        }
        Some(Closure { days: days?, part, reason, reason_in_english })
    };
    root.sections("closed", RULES).into_iter().filter_map(closure).collect()
}

/// The days of a rule, which it gives in exactly one way.
pub(super) fn days(section: &Section<'_>) -> Option<ClosedDays> {
    let (weekday, nth) = (section.optional("weekday", weekday), section.optional("nth", nth));
    let holidays = section.optional("holidays", only_true);
    let (on, from, until) =
        (section.optional("on", day), section.optional("from", day), section.optional("until", day));
    let ways = ["weekday", "holidays", "on", "from"].map(|key| section.has(key));
    if ways.into_iter().filter(|way| *way).count() != 1 {
        section.fault("must have one of weekday, holidays, on, or from with until");
        return None;
    }
    for (key, other) in [("nth", "weekday"), ("until", "from"), ("from", "until")] {
        if section.has(key) && !section.has(other) {
            section.problem(key, &format!("goes with {other}"));
            return None;
        }
    }
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        section.problem("until", "must not be before from");
    }
    if let Some(weekday) = weekday {
        return Some(nth.map_or(ClosedDays::Weekly(weekday), |nth| ClosedDays::Nth { weekday, nth }));
    }
    let span = on.map(|on| (on, on)).or(from.zip(until));
    holidays.map(|()| ClosedDays::Holidays).or(span.map(|(from, until)| ClosedDays::Span { from, until }))
}

fn only_true(value: &Value<'_>) -> Read<()> {
    if truth(value)? { Ok(()) } else { Err("must be true; leave the rule out if not".to_owned()) }
}

/// Which of the month's weekdays; in order whatever the order in the file.
fn nth(value: &Value<'_>) -> Read<Vec<u8>> {
    let mut nth = list(5, number(1..=5))(value)?;
    nth.sort_unstable();
    nth.dedup();
    if nth.is_empty() { Err("must name some of 1 to 5, such as [2, 4]".to_owned()) } else { Ok(nth) }
}

/// A part of the days of a rule.
pub(super) fn part(value: &Value<'_>) -> Read<(TimeOfDay, TimeOfDay)> {
    match list(2, time)(value)?.as_slice() {
        [from, until] if from < until => Ok((*from, *until)),
        [from, until] if MIDNIGHT < *until && until < from => Err(format!(
            "must be two times, the earlier first; a part over midnight is such as [\"{from}\", \"24:00\"] here, and \
             [\"0:00\", \"{until}\"] in a rule for the day after it"
        )),
        _ => Err("must be two times, the earlier first, such as [\"13:00\", \"18:00\"]".to_owned()),
    }
}
