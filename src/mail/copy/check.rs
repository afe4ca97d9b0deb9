//! Whether every copy is counted, for `mypage check`.
//!
//! Copies that have ended go before their number does, so that a number may be too large here, never too small.

use super::{COPIES, CopyId, PILES};
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{Finding, Reader, Result};
use std::collections::BTreeMap;
use std::ops::Bound;

/// How many copies are read at a time.
const PAGE: usize = 500;

/// Looks for copies that no row counts.
///
/// # Errors
/// When the store cannot be read.
pub fn check_counts(r: &dyn Reader) -> Result<Vec<Finding>> {
    // Before every end, so that what has ended and is not swept yet is looked at as well.
    let always = Moment::from_millis(i64::MIN);
    let mut found: BTreeMap<(TokenHash, i64), u32> = BTreeMap::new();
    let mut from: Bound<(TokenHash, CopyId)> = Bound::Unbounded;
    loop {
        let page = COPIES.range(r, always, (from, Bound::Unbounded), PAGE)?;
        let Some((last, _)) = page.last() else { break };
        from = Bound::Excluded(*last);
        for ((owner, id), _) in &page {
            *found.entry((*owner, id.stretch())).or_default() += 1;
        }
    }
    let mut findings = Vec::new();
    for ((owner, stretch), copies) in found {
        if PILES.get(r, always, &owner)?.is_none_or(|pile| pile.counts.of(stretch) < copies) {
            findings.push(Finding { table: PILES.name().to_owned(), what: "a copy is not counted".to_owned() });
        }
    }
    Ok(findings)
}
