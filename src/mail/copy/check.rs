//! Whether the unread copies are counted right, for `mypage check`.
//!
//! What time it is is not known here. The sweeper takes the copies that have ended, the oldest first, and leaves their
//! number; so only what is younger than the oldest copy of all is known to be whole.

use super::count::Counts;
use super::{COPIES, PILES, Pile};
use crate::secret::TokenHash;
use crate::store::{Finding, Reader, Result};
use std::collections::BTreeMap;

/// Looks for addresses whose number is not that of their unread copies.
///
/// # Errors
/// When the store cannot be read.
pub fn check_counts(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut piles: BTreeMap<TokenHash, (Pile, Counts)> = BTreeMap::new();
    PILES.each(r, |owner, pile| {
        piles.insert(*owner, (pile.clone(), Counts::NONE));
        Ok(())
    })?;
    let (mut findings, mut oldest) = (Vec::new(), i64::MAX);
    COPIES.each(r, |(owner, id), copy| {
        oldest = oldest.min(id.stretch());
        match piles.get_mut(owner) {
            Some((pile, found)) if pile.counts(*id, copy) => found.add(*id),
            Some(_) => {}
            None => findings.push(PILES.finding("lacks the pile of a copy")),
        }
        Ok(())
    })?;
    let wrong = piles.values().filter(|(pile, found)| !pile.unopened.agree_with(found, oldest));
    findings.extend(wrong.map(|_| PILES.finding("the number of unread copies is wrong")));
    Ok(findings)
}
