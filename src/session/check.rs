//! Whether the index of sessions by their subjects says what the sessions say, for `mypage check`. Nothing is mended here.

use super::rows::{BY_SUBJECT, SESSIONS};
use crate::store::{Finding, IndexTally, Reader, Result};
use std::iter::repeat_n;

#[cfg(test)]
mod tests;

/// Compares live sessions and index in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_index(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut tally = IndexTally::of_live(&BY_SUBJECT);
    let count = |tally: &mut IndexTally<_, _>| {
        SESSIONS.each_live(r, |key, row, ends| tally.require_until(&(row.subject, *key), &(), ends))?;
        tally.find_live(r, &BY_SUBJECT)
    };
    count(&mut tally)?;
    if !tally.agrees() {
        tally.look_closer();
        count(&mut tally)?;
    }
    let lacks = BY_SUBJECT.finding("lacks a session, which its owner does not see and cannot end");
    let stray = BY_SUBJECT.finding("names a session that is not there, is somebody else's or ends at another time");
    Ok(repeat_n(lacks, tally.missing()).chain(repeat_n(stray, tally.strangers())).collect())
}
