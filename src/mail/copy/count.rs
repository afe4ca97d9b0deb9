//! How many copies there are, without looking at them: one number for each stretch of time.
//!
//! The copies of a stretch end together, so that a count stays right as time goes by although nothing is written when a
//! copy ends. What is counted, all copies or those that somebody has read, is the owner's business.

use super::id::{CopyId, end_of};
use crate::clock::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number of copies, by the stretch that they were written in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts(BTreeMap<i64, u32>);

impl Counts {
    /// Counts one more copy.
    pub fn add(&mut self, id: CopyId) {
        let count = self.0.entry(id.stretch()).or_default();
        *count = count.saturating_add(1);
    }

    /// How many copies that have not ended are counted here and not in `part`, which counts some of them.
    pub fn without(&self, part: &Self, now: Moment) -> u32 {
        let live = self.0.iter().filter(|(stretch, _)| now < end_of(**stretch));
        live.map(|(stretch, count)| count.saturating_sub(part.of(*stretch))).fold(0, u32::saturating_add)
    }

    /// Drops the numbers of copies that have ended.
    pub fn forget_ended(&mut self, now: Moment) {
        self.0.retain(|stretch, _| now < end_of(*stretch));
    }

    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of a stretch.
    pub(super) fn of(&self, stretch: i64) -> u32 {
        self.0.get(&stretch).copied().unwrap_or_default()
    }
}
