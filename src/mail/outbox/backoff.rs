//! How long a mail waits between two attempts, and when it is given up.
//!
//! The wait doubles from a minute to about an hour and is spread out, so that a backlog does not come back as one wave. A
//! mail is given up when it is old and has been tried often: age alone would throw away the mail of a machine that was
//! switched off, or whose clock jumped.

use crate::clock::Moment;

/// The wait after the first attempt, in seconds.
const FIRST: i64 = 60;
/// The longest wait before it is spread, in seconds.
const LONGEST: i64 = 48 * 60;
/// The longest wait of all, in seconds.
pub(super) const CAP: i64 = 60 * 60;
/// From this age on, in seconds, a mail may be given up.
const OLD: i64 = 3 * 24 * 60 * 60;
/// A mail that has been tried less often than this is not given up: some five hours of attempts.
const OFTEN: u32 = 10;

/// A random number that spreads the waits, drawn outside of any transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mail) struct Jitter(pub u8);

/// The wait after that many attempts, in seconds: the doubled one, and up to a quarter on top.
pub(super) fn wait(attempts: u32, jitter: Jitter) -> i64 {
    let doubled = FIRST << attempts.saturating_sub(1).min(10);
    let base = doubled.min(LONGEST);
    base + base * i64::from(jitter.0) / (4 * i64::from(u8::MAX))
}

/// Whether a mail has been tried often and long enough.
pub(super) fn is_exhausted(written: Moment, attempts: u32, now: Moment) -> bool {
    attempts >= OFTEN && now.seconds_since(written) >= OLD
}
