//! That the staff have called a patient about a visit, because no mail has reached them.

use crate::clock::Moment;
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

/// The staff have called a patient about a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatientCall {
    /// When they said so.
    pub at: Moment,
    /// Who.
    #[serde(default)]
    pub by: Option<StaffId>,
}
