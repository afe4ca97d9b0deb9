//! Sessions that are locked when they have not been used for some minutes. A locked session is there, and lets nobody in until its feature has
//! it [go on](super::go_on) under another token.

use super::{Session, rows};
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{self, Tx};

/// By which part of its time a use has to move a lock to be worth a write.
const PARTS: i64 = 10;

impl Session {
    /// Whether it has not been used for so long that it is locked.
    pub fn is_locked(&self, now: Moment) -> bool {
        self.locks_after.is_some_and(|minutes| self.used.plus_minutes(minutes) <= now)
    }

    /// Whether a use at this moment moves its lock by enough to be worth a write.
    pub(super) fn moves_its_lock(&self, now: Moment) -> bool {
        self.locks_after.is_some_and(|minutes| minutes * 60 / PARTS <= now.seconds_since(self.used))
    }
}

/// Has the session under this key locked when it has not been used for so many minutes.
pub fn lock_after(tx: &mut Tx<'_>, key: &TokenHash, minutes: i64) -> store::Result<()> {
    rows::SESSIONS.amend(tx, key, |row| row.locks_after = Some(minutes))
}
