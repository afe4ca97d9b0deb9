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
use sha2::{Digest, Sha256};
use std::fmt;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mail) struct QueueKey {
    /// Whether somebody holds it.
    pub hold: Hold,
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
        Self { hold: Hold::FREE, due, domain: DomainMark::of(to), id }
    }

    /// Before all mails of this kind that are due at this moment or later.
    pub const fn before(hold: Hold, due: Moment) -> Self {
        Self { hold, due, domain: DomainMark([0; 8]), id: MailId::FIRST }
    }
}

/// Whether a worker holds a mail. Every byte but that of [`Hold::FREE`] counts as held, so that a damaged key can be read: its row is then
/// found to be damaged when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mail) struct Hold(u8);

impl Hold {
    /// No worker holds it.
    pub const FREE: Self = Self(0);
    /// A worker has claimed it; the lease may have run out since.
    pub const HELD: Self = Self(1);
}

impl Key for QueueKey {
    fn encode(&self, out: &mut Vec<u8>) {
        self.hold.0.encode(out);
        self.due.encode(out);
        self.domain.0.encode(out);
        self.id.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let (hold, due) = (Hold(u8::decode(input)?), Moment::decode(input)?);
        Some(Self { hold, due, domain: DomainMark(<[u8; 8]>::decode(input)?), id: MailId::decode(input)? })
    }
}

/// What tells the domains of mails apart: the beginning of a cryptographic hash, so that nobody can choose a domain that shares the
/// places of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::mail) struct DomainMark([u8; 8]);

impl DomainMark {
    /// That of an address.
    pub fn of(address: &EmailAddress) -> Self {
        let hash: [u8; 32] = Sha256::digest(address.domain()).into();
        let [a, b, c, d, e, f, g, h, ..] = hash;
        Self([a, b, c, d, e, f, g, h])
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
