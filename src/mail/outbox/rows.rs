//! The table of mail that waits.
//!
//! A row lies under all that is asked in order to choose the next mail: whether somebody holds it, when it is due, and to which
//! domain it goes. So the choice reads keys alone, however many letters wait. A claim and a failed attempt move the row.

use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::mail::letter::Letter;
use crate::secret::Id;
use crate::store::{Key, Table};
use serde::{Deserialize, Serialize};
use std::fmt;
use xxhash_rust::xxh3::xxh3_64;

pub(in crate::mail) const OUTBOX: Table<QueueKey, Waiting> = Table::new("mail_outbox");

/// The id of a mail: random, and the same at every attempt. It is the left side of the mail's `Message-ID`, so it also
/// tells a second copy from a second mail.
pub type MailId = Id<Waiting>;

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Where a mail waits. Those that nobody holds come first, the longest due first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::mail) struct QueueKey {
    /// Whether somebody holds it.
    pub is_held: bool,
    /// The moment of the next attempt, or of the end of the lease.
    pub due: Moment,
    /// Where it goes.
    pub domain: DomainMark,
    /// Its id.
    pub id: MailId,
}

impl QueueKey {
    /// That of a mail that nobody holds.
    pub fn free(due: Moment, to: &EmailAddress, id: MailId) -> Self {
        Self { is_held: false, due, domain: DomainMark::of(to), id }
    }

    /// Before all mails of this kind that are due at this moment or later.
    pub const fn before(is_held: bool, due: Moment) -> Self {
        Self { is_held, due, domain: DomainMark(0), id: MailId::FIRST }
    }
}

impl Key for QueueKey {
    fn encode(&self, out: &mut Vec<u8>) {
        u8::from(self.is_held).encode(out);
        self.due.encode(out);
        self.domain.0.encode(out);
        self.id.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let is_held = match u8::decode(input)? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let (due, domain) = (Moment::decode(input)?, DomainMark(u32::decode(input)?));
        Some(Self { is_held, due, domain, id: MailId::decode(input)? })
    }
}

/// What tells the domains of mails apart. Two domains of one mark share their places, which is rare and does no harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::mail) struct DomainMark(u32);

impl DomainMark {
    /// That of an address.
    pub fn of(address: &EmailAddress) -> Self {
        let [.., a, b, c, d] = xxh3_64(address.domain().as_bytes()).to_be_bytes();
        Self(u32::from_be_bytes([a, b, c, d]))
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
