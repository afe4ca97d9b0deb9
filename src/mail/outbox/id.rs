//! The name of a mail: random, given once, and the same at every attempt.
//!
//! It becomes the left side of the mail's `Message-ID`, so it is also what tells a second copy from a second mail.

use super::Waiting;
use crate::secret::Id;
use std::fmt;

/// The name of a mail.
pub type MailId = Id<Waiting>;

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
