//! 予約番号: the number that a patient reads out on the phone.
//!
//! Eight random digits, unique within a clinic. It names a reservation and opens nothing.

use crate::lang::typed::is_hyphen;
use crate::secret::random_bytes;
use crate::store::Key;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

const NUMBERS: u32 = 100_000_000;

/// A reservation's number within its clinic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReservationNumber(u32);

impl ReservationNumber {
    /// A new random number. The caller makes sure that the clinic has no other of it.
    pub fn mint() -> Self {
        Self(u32::from_be_bytes(random_bytes()) % NUMBERS)
    }

    /// Reads one as it is typed: eight digits of any width, with or without the hyphen.
    pub fn parse(typed: &str) -> Option<Self> {
        let folded: String = typed.nfkc().filter(|c| !c.is_whitespace() && !is_hyphen(*c)).collect();
        let is_number = folded.len() == 8 && folded.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| folded.parse().ok().map(Self)).flatten()
    }
}

/// `1234-5678`
impl fmt::Display for ReservationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl Key for ReservationNumber {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        u32::decode(input).map(Self)
    }
}
