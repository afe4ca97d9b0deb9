//! The name of a mail: random, given once, and the same at every attempt.
//!
//! It becomes the left side of the mail's `Message-ID`, so it is also what tells a second copy from a second mail.

use crate::store::{Error, Key, Result};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of a mail, of 128 random bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MailId([u8; 16]);

impl MailId {
    /// Before all others in the order of keys.
    pub(in crate::mail) const FIRST: Self = Self([0; 16]);

    /// A new name.
    pub(in crate::mail) fn random() -> Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|cause| Error::Engine(format!("no random numbers: {cause}")))?;
        Ok(Self(bytes))
    }
}

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Key for MailId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 16]>::decode(input).map(Self)
    }
}
