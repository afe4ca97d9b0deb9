//! How long a mail rests between two attempts, and when there are no more.
//!
//! The rest doubles from a minute to about an hour and is spread out, so that a backlog does not come back as one wave. A
//! mail is given up when it is old and has been tried often: age alone would throw away the mail of a machine that was
//! switched off, or whose clock jumped. It draws no random numbers and asks no clock.

use crate::clock::Moment;

/// The rest after the first attempt, in seconds.
const FIRST: i64 = 60;
/// The longest rest before it is spread out, in seconds.
const LONGEST: i64 = 48 * 60;
/// The longest rest of all, in seconds.
pub(super) const CAP: i64 = 60 * 60;
/// From this age on, in seconds, a mail may be given up.
const OLD: i64 = 3 * 24 * 60 * 60;
/// A mail that has been tried less often than this is not given up: some five hours of attempts.
const OFTEN: u32 = 10;

/// A throw of the dice for spreading rests out, drawn outside of any transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mail) struct Roll(pub u8);

/// The rest after that many attempts, in seconds: the doubled one, and up to a quarter on top.
pub(super) fn rest(attempts: u32, roll: Roll) -> i64 {
    let doubled = FIRST << attempts.saturating_sub(1).min(10);
    let base = doubled.min(LONGEST);
    base + base * i64::from(roll.0) / (4 * i64::from(u8::MAX))
}

/// Whether a mail has had its chances.
pub(super) fn is_exhausted(written: Moment, attempts: u32, now: Moment) -> bool {
    attempts >= OFTEN && now.seconds_since(written) >= OLD
}
