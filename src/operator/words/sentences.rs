//! What the operator's page says, one field a sentence.

use crate::operator::matter::Matter;
use crate::work::UncleanStop;

/// What the operator's page says.
pub struct OperatorWords {
    pub title: &'static str,
    pub as_of: fn(&str) -> String,
    pub reload: &'static str,
    /// Nothing has to be done.
    pub clear: &'static str,
    pub clear_help: &'static str,
    /// So many matters have to be looked after.
    pub to_do: fn(usize) -> String,
    pub advice: fn(&Matter) -> Advice,
    /// Since when it is so, where it still is.
    pub since: fn(&str) -> String,
    pub commands: &'static str,
    pub cause: &'static str,
    pub facts: FactWords,
}

/// What is said about a matter.
pub struct Advice {
    /// In a few words.
    pub title: &'static str,
    /// What it means for patients and data.
    pub what: String,
    /// What to do, one step each.
    pub steps: &'static [&'static str],
}

/// What is shown whether or not there is anything to do.
pub struct FactWords {
    pub data: &'static str,
    pub checked: &'static str,
    pub sound: &'static str,
    pub damaged: &'static str,
    pub verified: fn(&str) -> String,
    pub size: &'static str,
    pub free: &'static str,
    pub folder: &'static str,
    pub mail: &'static str,
    pub waiting: &'static str,
    pub none_waits: &'static str,
    pub waits: fn(usize, bool, &str) -> String,
    pub kept: &'static str,
    pub service: &'static str,
    pub version: &'static str,
    pub started: &'static str,
    pub base_url: &'static str,
    pub listen: &'static str,
    pub last_stop: &'static str,
    pub in_order: &'static str,
    pub unclean: fn(UncleanStop) -> String,
    pub clock: &'static str,
    pub clock_of: fn(&str) -> String,
    pub unknown: &'static str,
}
