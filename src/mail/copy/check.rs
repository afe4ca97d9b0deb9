//! Whether the unread copies are counted right, for `mypage check`.
//!
//! Only copies that have not ended are compared: the sweeper deletes the others at any time and leaves their number.

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
    let (now, mut findings) = (r.now(), Vec::new());
    COPIES.each(r, |(owner, id), copy| {
        match piles.get_mut(owner) {
            Some((pile, found)) if pile.counts(*id, copy) => found.add(*id),
            Some(_) => {}
            None if id.ends() <= now => {}
            None => findings.push(PILES.finding("lacks the pile of a copy")),
        }
        Ok(())
    })?;
    let wrong = piles.values().filter(|(pile, found)| !pile.unopened.agree_with(found, now));
    findings.extend(wrong.map(|_| PILES.finding("the number of unread copies is wrong")));
    Ok(findings)
}
