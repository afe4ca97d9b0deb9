//! That a day was closed: who said so, and when. Nothing is locked by it, and what changes afterwards may be closed again.

use crate::clock::Moment;
use crate::reservation::Reservation;
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

/// How often a day is closed at most; of more, the latest are kept.
const MOST: usize = 20;

/// How a day was closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayClosings {
    /// Each time, the earliest first.
    pub records: Vec<ClosingRecord>,
}

/// A day was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingRecord {
    /// When.
    pub at: Moment,
    /// By whom of the staff.
    #[serde(default)]
    pub by: Option<StaffId>,
}

impl DayClosings {
    /// Whether the day was closed, and none of its visits has changed since.
    pub fn is_current(&self, visits: &[Reservation]) -> bool {
        self.records.last().is_some_and(|last| visits.iter().all(|visit| visit.changed_at() <= last.at))
    }

    /// With another one.
    pub fn and(mut self, record: ClosingRecord) -> Self {
        self.records.push(record);
        self.records.drain(..self.records.len().saturating_sub(MOST));
        self
    }
}
