//! How many copies there are, without looking at them: one number for each stretch of time.
//!
//! The copies of a stretch end together, so that a count stays right as time goes by although nothing is written when a
//! copy ends.

use super::id::{CopyId, end_of};
use crate::clock::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number of copies, by the stretch that they were written in. A number of zero has no entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counts(BTreeMap<i64, u32>);

impl Counts {
    /// No copies.
    pub(super) const NONE: Self = Self(BTreeMap::new());

    /// Counts one more copy.
    pub(super) fn add(&mut self, id: CopyId) {
        let count = self.0.entry(id.stretch()).or_default();
        *count = count.saturating_add(1);
    }

    /// Counts one copy less.
    pub(super) fn remove(&mut self, id: CopyId) {
        if let Some(count) = self.0.get_mut(&id.stretch()) {
            *count = count.saturating_sub(1);
        }
        self.0.retain(|_, count| *count > 0);
    }

    /// How many copies that have not ended are counted.
    pub(super) fn live(&self, now: Moment) -> u32 {
        let live = self.0.iter().filter(|(stretch, _)| now < end_of(**stretch));
        live.map(|(_, count)| *count).fold(0, u32::saturating_add)
    }

    /// Drops the numbers of copies that have ended.
    pub(super) fn forget_ended(&mut self, now: Moment) {
        self.0.retain(|stretch, _| now < end_of(*stretch));
    }

    /// Whether these are the numbers of the copies `found`, leaving out those that have ended.
    pub(super) fn agree_with(&self, found: &Self, now: Moment) -> bool {
        let (mut counted, mut found) = (self.clone(), found.clone());
        counted.forget_ended(now);
        found.forget_ended(now);
        counted == found
    }
}
