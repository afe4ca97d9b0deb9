//! The store, by its public face.

mod attempt;
mod backup;
mod cold;
mod damage;
mod disk_full;
mod expiring;
mod folder;
mod gate;
mod group;
mod keys;
mod pin;
mod power;
mod table;
mod verification;
mod watch;
mod write;

use crate::harness::clinic::START;
use mypage::store::{Error, Snapshot, Store, Table};
use serde::{Deserialize, Serialize};

/// A record like a feature's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
    pub number: u64,
}

pub const NOTES: Table<u64, Note> = Table::new("note");

pub fn note(number: u64) -> Note {
    Note { text: format!("note {number}"), number }
}

/// A snapshot of no rows at all, for what must not be read from one.
pub fn nothing() -> Snapshot {
    Store::memory().snapshot_blocking(START).unwrap()
}

/// The error of a closure that wants to fail.
pub fn refusal() -> Error {
    Error::Engine("refused by the test".to_owned())
}
