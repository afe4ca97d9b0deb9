//! The table of mail that waits.
//!
//! A row lies under the moment at which it is due, so that the next mail is the first row and no index is needed. A claim
//! and a failed attempt move it to a later moment.

use crate::clock::Moment;
use crate::mail::letter::Letter;
use crate::secret::Id;
use crate::store::Table;
use serde::{Deserialize, Serialize};
use std::fmt;

/// By the moment of the next attempt, or of the end of a lease.
pub(in crate::mail) const OUTBOX: Table<(Moment, MailId), Waiting> = Table::new("mail_outbox");

/// The id of a mail: random, and the same at every attempt. It is the left side of the mail's `Message-ID`, so it also
/// tells a second copy from a second mail.
pub type MailId = Id<Waiting>;

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A letter that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The letter.
    pub letter: Letter,
    /// When it was written.
    pub written: Moment,
    /// How often it has been tried without success.
    pub attempts: u32,
    /// Drawn for the claim that holds it, if one does.
    #[serde(default)]
    pub(super) holder: Option<MailId>,
}
