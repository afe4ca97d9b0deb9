//! `[booking]`: how booking works at a clinic. A key that is left out has its default.

use super::value::time;
use crate::clinic::{BookingPolicy, Reminder};
use crate::toml::{Section, Value, number, truth};

/// The longest time for which a slot is held while somebody fills in the form, in minutes.
const HOLD: i64 = 30;
/// The longest wait between two people of a family who are booked one after another, in minutes.
const GAP: i64 = 30;
/// The earliest reminder, in days before the visit.
const REMINDER_DAYS: i64 = 30;
/// The ages below which a guardian comes along: who is of full age comes alone.
pub(super) const GUARDED: i64 = 18;

/// Reads the section, or gives the defaults when there is none.
pub(super) fn read(root: &Section<'_>) -> BookingPolicy {
    let usual = BookingPolicy::default();
    let Some(section) = root.section("booking") else { return usual };
    BookingPolicy {
        guest_code: section.optional("guest_code", truth).unwrap_or(usual.guest_code),
        hold_minutes: section.optional("hold_minutes", number(0..=HOLD)).unwrap_or(usual.hold_minutes),
        reminder: reminder(&section, usual.reminder),
        group_gap_minutes: section.optional("group_gap_minutes", number(0..=GAP)).unwrap_or(usual.group_gap_minutes),
        date_in_subject: section.optional("date_in_subject", truth).unwrap_or(usual.date_in_subject),
        guardian_under: section.optional("guardian_under", number(1..=GUARDED)),
    }
}

/// `reminder = false`, or a table of days and a time.
fn reminder(section: &Section<'_>, usual: Option<Reminder>) -> Option<Reminder> {
    let is_table = |value: &Value<'_>| match value {
        Value::Boolean(false) => Ok(false),
        Value::Table(_) => Ok(true),
        _ => Err("must be false, or such as { days = 1, at = \"18:00\" }".to_owned()),
    };
    match section.optional("reminder", is_table) {
        None => usual,
        Some(false) => None,
        Some(true) => {
            let table = section.section("reminder")?;
            let (days, at) = (table.required("days", number(0..=REMINDER_DAYS)), table.required("at", time));
            Some(Reminder { days: days?, at: at? })
        }
    }
}
