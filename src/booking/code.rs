//! The code of six digits that proves the address of a guest.

use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::secret::{Token, TokenHash, random_bytes};
use serde::{Deserialize, Serialize};

/// How often a wrong code may be typed.
const CODE_TRIES: u8 = 5;
/// How many digits a code has.
pub(super) const DIGITS: usize = 6;
/// For how many minutes a code can be used.
pub(super) const CODE_MINUTES: i64 = 10;

/// A code of six digits that proves an address.
///
/// Only a hash of it with the visitor's own token is stored, so that the data file alone does not give it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    hash: TokenHash,
    address: EmailAddress,
    ends: Moment,
    tries: u8,
}

impl Code {
    /// Six random digits.
    pub fn mint() -> String {
        format!("{:06}", u64::from_be_bytes(random_bytes()) % 1_000_000)
    }

    /// What is stored of a code that is mailed now.
    pub fn sent(now: Moment, visitor: &Token, address: EmailAddress, code: &str) -> Self {
        Self { hash: hash(visitor, code), address, ends: now.plus_minutes(CODE_MINUTES), tries: 0 }
    }

    /// The address that it was mailed to.
    pub fn address(&self) -> &EmailAddress {
        &self.address
    }

    /// Whether it can still be typed in.
    pub fn is_live(&self, now: Moment) -> bool {
        now < self.ends && self.tries < CODE_TRIES
    }

    /// Until when it can be typed in.
    pub fn ends(&self) -> Moment {
        self.ends
    }

    /// How often it may still be typed wrong.
    pub fn tries_left(&self) -> u8 {
        CODE_TRIES.saturating_sub(self.tries)
    }

    /// Counts an attempt and judges it.
    pub fn try_out(&mut self, now: Moment, visitor: &Token, typed: &str) -> bool {
        if !self.is_live(now) {
            return false;
        }
        self.tries += 1;
        self.hash == hash(visitor, typed)
    }
}

fn hash(visitor: &Token, code: &str) -> TokenHash {
    TokenHash::of_text(&format!("booking code {} {code}", visitor.text()))
}
