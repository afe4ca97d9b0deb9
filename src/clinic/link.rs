//! マイクリニック: that an account has registered a clinic, and since when.
//!
//! Reservations belong to a link and not to an account: when it is removed and made again, it is another one.

use super::ClinicId;
use crate::clock::Moment;
use crate::secret::random_bytes;
use crate::store::Key;
use serde::{Deserialize, Serialize};

/// A link's internal name: 128 random bits, never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LinkId([u8; 16]);

impl LinkId {
    /// A new random id.
    pub fn mint() -> Self {
        Self(random_bytes())
    }
}

impl Key for LinkId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 16]>::decode(input).map(Self)
    }
}

/// An account's registration of a clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its internal name.
    pub id: LinkId,
    /// The clinic.
    pub clinic: ClinicId,
    /// Since when.
    pub since: Moment,
}
