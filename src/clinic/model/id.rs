//! The names of clinics, menus, pools and series: short, lower-case, and the same in the file, in addresses and in keys.

use crate::store::Key;
use serde::{Deserialize, Serialize};
use std::fmt;

const LONGEST: usize = 40;

/// A name of 1 to 40 lower-case ASCII letters, digits and inner hyphens.
fn slug(text: &str) -> Option<String> {
    let fits = (1..=LONGEST).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !text.starts_with('-')
        && !text.ends_with('-');
    fits.then(|| text.to_owned())
}

/// A clinic's name in addresses: `/b/sakura`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClinicId(String);

/// A menu's name within its clinic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MenuId(String);

/// A pool's name within its clinic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PoolId(String);

/// The name of a series of menus within their clinic, such as the doses of a vaccine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeriesId(String);

impl ClinicId {
    /// Reads a name: 1 to 40 lower-case letters, digits and inner hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        slug(text).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl MenuId {
    /// Reads a name: 1 to 40 lower-case letters, digits and inner hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        slug(text).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PoolId {
    /// Reads a name: 1 to 40 lower-case letters, digits and inner hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        slug(text).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SeriesId {
    /// Reads a name: 1 to 40 lower-case letters, digits and inner hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        slug(text).map(Self)
    }
}

impl fmt::Display for ClinicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for MenuId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for PoolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SeriesId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Key for ClinicId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        String::decode(input).map(Self)
    }
}

impl Key for MenuId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        String::decode(input).map(Self)
    }
}
