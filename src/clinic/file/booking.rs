//! `[booking]`: how booking works at a clinic. What is left out is as by default.

use super::section::Section;
use super::value::{number, time, truth};
use crate::clinic::{BookingPolicy, Reminder};
use toml::de::DeValue;

/// The longest that a slot is kept for whoever is typing, in minutes.
const HOLD: i64 = 30;
/// The earliest reminder, in days before the visit.
const REMINDER_DAYS: i64 = 30;

/// Reads the section; without one, everything is as by default.
pub(super) fn read(root: &Section<'_>) -> BookingPolicy {
    let usual = BookingPolicy::default();
    let Some(section) = root.section("booking") else { return usual };
    let policy = BookingPolicy {
        guest_code: section.optional("guest_code", truth).unwrap_or(usual.guest_code),
        hold_minutes: section.optional("hold_minutes", number(0..=HOLD)).unwrap_or(usual.hold_minutes),
        reminder: reminder(&section, usual.reminder),
    };
    section.close();
    policy
}

/// `reminder = false`, or a table of days and a time.
fn reminder(section: &Section<'_>, usual: Option<Reminder>) -> Option<Reminder> {
    let is_table = |value: &DeValue<'_>| match value {
        DeValue::Boolean(false) => Ok(false),
        DeValue::Table(_) => Ok(true),
        _ => Err("must be false, or such as { days = 1, at = \"18:00\" }".to_owned()),
    };
    match section.optional("reminder", is_table) {
        None => usual,
        Some(false) => None,
        Some(true) => {
            let table = section.section("reminder")?;
            let (days, at) = (table.required("days", number(0..=REMINDER_DAYS)), table.required("at", time));
            table.close();
            Some(Reminder { days: days?, at: at? })
        }
    }
}
