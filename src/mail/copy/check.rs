//! Whether the unread copies are counted right, for `mypage check`.
//!
//! Only copies that have not ended are compared: the sweeper deletes the others at any time and leaves their number.

use super::count::Counts;
use super::{COPIES, CopyId, Stored, Summary};
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{Finding, Reader, Result};

/// Looks for addresses whose newest copy does not count what was not opened.
///
/// # Errors
/// When the store cannot be read.
pub fn check_counts(r: &dyn Reader) -> Result<Vec<Finding>> {
    let (mut wrong, mut copies) = (0, Copies::default());
    // The copies of an address lie side by side, the newest last.
    COPIES.each(r, |(owner, id), row| {
        if copies.owner != Some(*owner) {
            wrong += usize::from(!copies.are_counted_at(r.now()));
            copies = Copies { owner: Some(*owner), ..Copies::default() };
        }
        copies.add(*id, row);
        Ok(())
    })?;
    wrong += usize::from(!copies.are_counted_at(r.now()));
    Ok(vec![COPIES.finding("the number of unread copies is wrong"); wrong])
}

/// The copies of one address that have been met.
#[derive(Default)]
struct Copies {
    owner: Option<TokenHash>,
    /// Those whose rows do not say that they were opened.
    unopened: Vec<CopyId>,
    newest: Option<(CopyId, Summary)>,
}

impl Copies {
    fn add(&mut self, id: CopyId, row: &Stored) {
        if !row.copy.opened {
            self.unopened.push(id);
        }
        self.newest = Some((id, row.all.clone()));
    }

    fn are_counted_at(&self, now: Moment) -> bool {
        let Some((newest, all)) = &self.newest else { return true };
        let mut found = Counts::NONE;
        // The number of what had ended when the newest copy came was dropped then.
        let counts = |id: &&CopyId| all.read_up_to < **id && newest.moment() < id.ends();
        self.unopened.iter().filter(counts).for_each(|id| found.add(*id));
        all.unopened.agree_with(&found, now)
    }
}
