//! マイクリニック: that an account has registered a clinic, and since when.
//!
//! Reservations belong to a link and not to an account: when it is removed and made again, it is another one.

use super::ClinicId;
use crate::clock::Moment;
use crate::secret::Id;
use serde::{Deserialize, Serialize};

/// A link's internal name, never shown.
pub type LinkId = Id<ClinicLink>;

/// An account's registration of a clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClinicLink {
    /// Its internal name.
    pub id: LinkId,
    /// The clinic.
    pub clinic: ClinicId,
    /// Since when.
    pub since: Moment,
}
