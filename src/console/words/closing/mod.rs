//! What 一日を締める says.

pub mod en;
pub mod ja;

use crate::console::remaining::Remaining;
use crate::console::report::Waits;

/// 一日を締める.
pub struct ClosingWords {
    pub title: &'static str,
    pub back: &'static str,
    /// How many things are left, before what they are.
    pub still: fn(usize) -> String,
    /// Between what they are.
    pub and: &'static str,
    /// What is left, in the head of the page.
    pub to_settle: fn(Remaining) -> &'static str,
    pub to_call: &'static str,
    pub nothing_left: &'static str,
    /// How many are still to come.
    pub expected: fn(usize) -> String,
    pub over_today: &'static str,
    pub over: &'static str,
    /// Before how many came, on a day that is over.
    pub came: &'static str,
    pub no_shows_of: fn(usize) -> String,
    pub cancelled_of: fn(usize) -> String,
    pub record: &'static str,
    pub record_help: &'static str,
    /// Something has changed since.
    pub changed: &'static str,
    /// When a day was closed, and by whom where that is known.
    pub closed: fn(&str, Option<&str>) -> String,
    /// The button that says that somebody was called.
    pub called: &'static str,
    /// The title above those about whom something is left to be done.
    pub left: fn(Remaining) -> &'static str,
    pub set: fn(Remaining) -> &'static str,
    pub set_all: fn(Remaining) -> &'static str,
    pub unreached: &'static str,
    pub unreached_help: &'static str,
    pub next: fn(&str, usize) -> String,
    pub nobody_next: &'static str,
    pub report: &'static str,
    pub visits: &'static str,
    pub people: fn(usize) -> String,
    /// 初診 and 再診.
    pub kinds: fn(usize, usize) -> String,
    pub by_menu: &'static str,
    pub by_unit: &'static str,
    pub by_way: &'static str,
    pub no_shows: &'static str,
    pub cancelled: &'static str,
    pub waited: &'static str,
    pub waits: fn(Waits) -> String,
    pub no_waits: &'static str,
}
