//! An id is 128 random bits from the operating system: the name of something that is stored.
//!
//! It opens nothing by itself, so it is stored as it is; its type keeps the ids of one kind from being taken for those of
//! another. What it names, and who may know it, is not decided here.

use super::random_bytes;
use crate::store::Key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The id of a `Kind`; its record holds its 16 bytes and nothing else.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Id<Kind> {
    bytes: [u8; 16],
    kind: PhantomData<fn() -> Kind>,
}

/// A kind whose ids stand in addresses and forms. Those of any other are never shown.
pub trait InAddress {}

impl<Kind> Id<Kind> {
    /// Before all others in the order of keys, where a scan begins.
    pub const FIRST: Self = Self::of([0; 16]);
    /// After all others, where a scan ends.
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

    /// The id of something else that goes by the same name.
    pub const fn cast<Other>(self) -> Id<Other> {
        Id::of(self.bytes)
    }
}

impl<Kind: InAddress> Id<Kind> {
    /// The 22 characters that stand in an address (base64url of RFC 4648, without padding).
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

// What follows is written out because derived it would ask the same of the kind.

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
