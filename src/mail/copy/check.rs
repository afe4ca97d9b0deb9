//! Whether the unread copies are counted right, for `mypage check`.
//!
//! Only copies that have not ended are compared: the sweeper deletes the others at any time and leaves their number.

use super::count::Counts;
use super::{COPIES, SUMMARIES, Summary};
use crate::secret::TokenHash;
use crate::store::{Finding, Reader, Result};
use std::collections::BTreeMap;

/// Looks for addresses whose number is not that of their unread copies.
///
/// # Errors
/// When the store cannot be read.
pub fn check_counts(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut summaries: BTreeMap<TokenHash, (Summary, Counts)> = BTreeMap::new();
    SUMMARIES.each(r, |owner, summary| {
        summaries.insert(*owner, (summary.clone(), Counts::NONE));
        Ok(())
    })?;
    let (now, mut findings) = (r.now(), Vec::new());
    COPIES.each(r, |(owner, id), copy| {
        match summaries.get_mut(owner) {
            Some((summary, found)) if summary.counts(*id, copy) => found.add(*id),
            Some(_) => {}
            None if id.ends() <= now => {}
            None => findings.push(SUMMARIES.finding("lacks the summary of a copy")),
        }
        Ok(())
    })?;
    let wrong = summaries.values().filter(|(summary, found)| !summary.unopened.agree_with(found, now));
    findings.extend(wrong.map(|_| SUMMARIES.finding("the number of unread copies is wrong")));
    Ok(findings)
}
