//! What the pages for stopping Web受付 and closing slots say.

pub mod en;
pub mod ja;

use crate::console::suspension_form::SuspensionProblem;
use crate::slots::Suspended;

/// Stopping what can be booked on a day.
pub struct SuspensionWords {
    pub title: &'static str,
    pub none: &'static str,
    pub web: &'static str,
    pub web_help: &'static str,
    pub web_today: &'static str,
    pub slots: &'static str,
    pub slots_help: &'static str,
    pub back: &'static str,
    pub back_to_list: &'static str,
    /// What is stopped, in a word.
    pub what: fn(Suspended) -> &'static str,
    pub span: fn(&str, &str) -> String,
    pub all_menus: &'static str,
    /// What several menus share.
    pub pool: fn(&str) -> String,
    /// The parts of the day that one press fills in.
    pub spans: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub time_hint: &'static str,
    pub until_end: fn(&str) -> String,
    pub whole_day: &'static str,
    pub menus: &'static str,
    pub words: &'static str,
    pub words_hint: &'static str,
    pub words_en: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub to_confirm: &'static str,
    pub to_button: &'static str,
    pub confirm: fn(Suspended) -> &'static str,
    pub confirm_help: fn(Suspended) -> &'static str,
    pub booked: fn(usize) -> String,
    pub nobody_booked: &'static str,
    pub resume: &'static str,
    pub begun: fn(&str, &str) -> String,
    pub ended: fn(&str, &str) -> String,
    pub over: &'static str,
    /// In the book, while it stands.
    pub web_stopped: fn(&str) -> String,
    pub problem: fn(SuspensionProblem) -> String,
}
