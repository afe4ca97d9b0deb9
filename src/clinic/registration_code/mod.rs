//! The code in a clinic's マイクリニック登録用 URL and QR code: 128 random bits that name the clinic.
//!
//! It is on a poster in the waiting room and printed again whenever the clinic likes, so it is no secret and is stored
//! as it is: any reader may look at what the clinic says of itself and register it under an account of their
//! own, which is what it is for. It is random all the same, so that nobody finds clinics by counting, and so that a
//! clinic can retire one.

mod rows;
#[cfg(test)]
mod tests;

pub use rows::{CodeMatch, TABLES, check_index, find, give, present, renew};

use crate::secret::random_bytes;
use crate::secret::typed_code::{self, ALPHABET};
use crate::store::Key;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How many characters a code has: 5 bits each.
const LENGTH: usize = 26;

/// A clinic's registration code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegistrationCode([u8; 16]);

impl RegistrationCode {
    /// A new random code.
    pub fn mint() -> Self {
        Self(random_bytes())
    }

    /// Reads a code, in any case and with letters in the place of the digits that they look like.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        let mut bits: u128 = 0;
        for typed in text.chars() {
            let meant = typed_code::meant(typed);
            let digit = ALPHABET.iter().position(|known| char::from(*known) == meant)?;
            bits = bits.checked_mul(32)?.checked_add(u128::try_from(digit).ok()?)?;
        }
        Some(Self(bits.to_be_bytes()))
    }
}

/// The 26 characters that stand in a URL.
impl fmt::Display for RegistrationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = u128::from_be_bytes(self.0);
        for place in (0..LENGTH).rev() {
            let digit = usize::try_from((bits >> (5 * place)) & 31).unwrap_or_default();
            write!(f, "{}", char::from(ALPHABET[digit]))?;
        }
        Ok(())
    }
}

impl Key for RegistrationCode {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 16]>::decode(input).map(Self)
    }
}
