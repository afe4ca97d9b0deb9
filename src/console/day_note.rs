//! 申し送り: what the staff of a clinic share about a day, such as who is away and what to mind.

use crate::clock::Moment;
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

/// What the staff share about a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayNote {
    /// The text, in lines; empty when there is nothing to share.
    pub text: String,
    /// How often it was changed. Its form carries the version that it showed, so that nothing is overwritten unseen.
    pub version: u32,
    /// When it was last changed, and by whom.
    #[serde(default)]
    pub changed: Option<(Moment, Option<StaffId>)>,
}
