//! What the console says about 診療時間 and 休診.

pub mod en;
pub mod ja;

use crate::console::closure_form::ClosureProblem;
use crate::console::week_hours_form::{PartOfDay, WeekHoursProblem};
use time::Weekday;

/// 診療時間 and 休診.
pub struct ConsoleHoursWords {
    pub week: WeekHoursWords,
    pub closure: ClosureWords,
    pub concerned: ConcernedWords,
    pub title: &'static str,
    pub back: &'static str,
    pub back_to_form: &'static str,
    /// What was done, by its word in the address.
    pub done: fn(&str) -> Option<&'static str>,
    pub save: &'static str,
    pub confirm: &'static str,
    pub changed: &'static str,
    pub changed_help: &'static str,
    /// The hours as they are, above those that were typed.
    pub now: &'static str,
    pub in_file: &'static str,
    /// Menus that have hours of their own.
    pub own_hours: fn(&[&str]) -> String,
    /// Menus that cannot be booked.
    pub idle: fn(&[&str]) -> String,
    pub closures: &'static str,
    pub no_closures: &'static str,
    pub past: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
}

/// Closing for some days, and no more.
pub struct ClosureWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub back: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub reason_en: &'static str,
    pub reason_en_hint: &'static str,
    pub to_confirm: &'static str,
    pub confirm: &'static str,
    pub at_once: &'static str,
    pub button: &'static str,
    pub removal: &'static str,
    pub removal_help: &'static str,
    pub remove: &'static str,
    pub not_there: &'static str,
    pub not_there_help: &'static str,
    pub problem: fn(ClosureProblem) -> String,
}

/// Visits that a change concerns.
pub struct ConcernedWords {
    pub in_span: fn(usize) -> String,
    pub outside: fn(usize) -> String,
    pub nobody: &'static str,
    pub stay: &'static str,
    pub by_day: &'static str,
    pub visits: fn(usize) -> String,
}

/// The hours of an ordinary week, as they are typed.
pub struct WeekHoursWords {
    pub title: &'static str,
    pub hint: &'static str,
    pub part: fn(PartOfDay) -> &'static str,
    /// The pair of times of a part of the day.
    pub times: fn(PartOfDay) -> &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub last: &'static str,
    pub boxes: &'static str,
    pub boxes_hint: &'static str,
    /// A box, as it is read out.
    pub open: fn(Weekday, PartOfDay) -> String,
    pub holidays: &'static str,
    pub problem: fn(WeekHoursProblem) -> &'static str,
}
