//! A picture of a clinic, its logo or its photo: the file that its owner names, and the picture that was made of it.

use crate::store::Key;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A logo or a photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFile {
    /// The name of its file, which lies beside that of the clinic.
    pub file: String,
    /// The picture that is stored; none before the file has been read.
    #[serde(default)]
    pub picture: Option<PictureId>,
}

/// Names a picture by its content: the same name is the same picture for ever.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PictureId(String);

/// The digits of a name.
const DIGITS: usize = 32;

impl PictureId {
    /// Reads a name: 32 hexadecimal digits in lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == DIGITS && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for PictureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Key for PictureId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        String::decode(input).map(Self)
    }
}
