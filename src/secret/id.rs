//! An id: 128 random bits from the operating system that identify a record, alone or behind the moment of the record.
//!
//! An id gives access to nothing by itself, so it is stored as it is. Its type parameter prevents the id of one kind
//! from being used for another.

use super::random_bytes;
use crate::clock::Moment;
use crate::store::Key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The id of a `Kind`, stored as `N` bytes; 16 random ones if nothing else is said.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
#[serde(bound(serialize = "[u8; N]: Serialize", deserialize = "[u8; N]: Deserialize<'de>"))]
pub struct Id<Kind, const N: usize = 16> {
    bytes: [u8; N],
    kind: PhantomData<fn() -> Kind>,
}

/// An id that begins with a moment: six bytes of milliseconds, then 16 random ones. Records of the same time lie side by
/// side, so that a commit changes few pages of the data file.
pub type TimedId<Kind> = Id<Kind, { MOMENT + RANDOM }>;

/// How many bytes of a [`TimedId`] are its moment.
const MOMENT: usize = 6;
/// How many bytes of an id are random.
const RANDOM: usize = 16;

/// A kind whose ids appear in URLs and forms. Other ids are internal.
pub trait InAddress {}

impl<Kind, const N: usize> Id<Kind, N> {
    /// The lowest id in the order of keys, where a scan begins.
    pub const FIRST: Self = Self::of([0; N]);
    /// The highest id, where a scan ends.
    pub const LAST: Self = Self::of([u8::MAX; N]);

    const fn of(bytes: [u8; N]) -> Self {
        Self { bytes, kind: PhantomData }
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; N] {
        &self.bytes
    }

    /// The same bytes as the id of another kind.
    pub const fn cast<Other>(self) -> Id<Other, N> {
        Id::of(self.bytes)
    }
}

impl<Kind> Id<Kind> {
    /// A new random id.
    pub fn mint() -> Self {
        Self::of(random_bytes())
    }
}

impl<Kind> TimedId<Kind> {
    /// A new id of this moment. A moment before 1970 counts as 1970.
    pub fn mint(moment: Moment) -> Self {
        let random: [u8; RANDOM] = random_bytes();
        let mut bytes = [0; MOMENT + RANDOM];
        let (head, tail) = bytes.split_at_mut(MOMENT);
        head.copy_from_slice(&moment.six_bytes());
        tail.copy_from_slice(&random);
        Self::of(bytes)
    }
}

impl<Kind: InAddress, const N: usize> Id<Kind, N> {
    /// The characters for a URL: 22 of 16 bytes, 30 of a [`TimedId`]
    /// (base64url of RFC 4648, without padding).
    pub fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes)
    }

    /// Reads what [`Id::text`] wrote; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(Self::of(URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?))
    }
}

impl<Kind, const N: usize> Key for Id<Kind, N> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.bytes.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; N]>::decode(input).map(Self::of)
    }
}

impl<Kind, const N: usize> fmt::Debug for Id<Kind, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Id").field(&self.bytes).finish()
    }
}

// Written out, because deriving these would require the same traits of `Kind`.

impl<Kind, const N: usize> Clone for Id<Kind, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Kind, const N: usize> Copy for Id<Kind, N> {}

impl<Kind, const N: usize> PartialEq for Id<Kind, N> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<Kind, const N: usize> Eq for Id<Kind, N> {}

impl<Kind, const N: usize> PartialOrd for Id<Kind, N> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Kind, const N: usize> Ord for Id<Kind, N> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes.cmp(&other.bytes)
    }
}

impl<Kind, const N: usize> Hash for Id<Kind, N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}
