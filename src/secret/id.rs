//! An id: 128 random bits from the operating system that identify a record.
//!
//! An id gives access to nothing by itself, so it is stored as it is. Its type parameter prevents the id of one kind
//! from being used for another.

use super::random_bytes;
use crate::store::Key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The id of a `Kind`, stored as 16 bytes.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Id<Kind> {
    bytes: [u8; 16],
    kind: PhantomData<fn() -> Kind>,
}

/// A kind whose ids appear in URLs and forms. Other ids are internal.
pub trait InAddress {}

impl<Kind> Id<Kind> {
    /// The lowest id in the order of keys, where a scan begins.
    pub const FIRST: Self = Self::of([0; 16]);
    /// The highest id, where a scan ends.
    pub const LAST: Self = Self::of([u8::MAX; 16]);

    const fn of(bytes: [u8; 16]) -> Self {
        Self { bytes, kind: PhantomData }
    }

    /// A new random id.
    pub fn mint() -> Self {
        Self::of(random_bytes())
    }

    /// Its 128 bits.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.bytes
    }

    /// The same bits as the id of another kind.
    pub const fn cast<Other>(self) -> Id<Other> {
        Id::of(self.bytes)
    }
}

impl<Kind: InAddress> Id<Kind> {
    /// The 22 characters for a URL (base64url of RFC 4648, without padding).
    pub fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes)
    }

    /// Reads what [`Id::text`] wrote; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(Self::of(URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?))
    }
}

impl<Kind> Key for Id<Kind> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.bytes.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 16]>::decode(input).map(Self::of)
    }
}

impl<Kind> fmt::Debug for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Id").field(&self.bytes).finish()
    }
}

// Written out, because deriving these would require the same traits of `Kind`.

impl<Kind> Clone for Id<Kind> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Kind> Copy for Id<Kind> {}

impl<Kind> PartialEq for Id<Kind> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<Kind> Eq for Id<Kind> {}

impl<Kind> PartialOrd for Id<Kind> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Kind> Ord for Id<Kind> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes.cmp(&other.bytes)
    }
}

impl<Kind> Hash for Id<Kind> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}
