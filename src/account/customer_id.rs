//! お客様ID: the number that a patient reads out on the phone.
//!
//! Eleven random digits and a check digit by ISO/IEC 7064, MOD 11,10, which finds every wrong digit and nearly
//! every swapped pair. It names an account and opens nothing.

use crate::secret::random_bytes;
use crate::store::Key;
use serde::{Deserialize, Serialize};
use std::fmt;

const DIGITS: u64 = 100_000_000_000;

/// A customer number with a right check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CustomerId(u64);

impl CustomerId {
    /// A new random number. The caller makes sure that it is not taken.
    pub fn mint() -> Self {
        let number = u64::from_be_bytes(random_bytes()) % DIGITS;
        Self(number * 10 + check_digit(number))
    }

    /// Reads a number as somebody says or types it: full width, blanks and any hyphen allowed. `None` when it has
    /// not twelve digits or its check digit is wrong.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u64> = text
            .chars()
            .filter_map(|c| match c {
                '0'..='9' => Some(u64::from(c) - u64::from('0')),
                '０'..='９' => Some(u64::from(c) - u64::from('０')),
                _ => None,
            })
            .collect();
        if digits.len() != 12 {
            return None;
        }
        let number = digits.iter().fold(0, |all, digit| all * 10 + digit);
        (check_digit(number / 10) == number % 10).then_some(Self(number))
    }
}

/// `1234-5678-9012`
impl fmt::Display for CustomerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:012}", self.0);
        write!(f, "{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..])
    }
}

impl Key for CustomerId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        u64::decode(input).map(Self)
    }
}

/// The hybrid system MOD 11,10 of ISO/IEC 7064 over eleven digits.
fn check_digit(number: u64) -> u64 {
    let mut product = 10;
    for digit in format!("{number:011}").bytes() {
        let sum = (product + u64::from(digit - b'0')) % 10;
        product = (if sum == 0 { 10 } else { sum }) * 2 % 11;
    }
    (11 - product) % 10
}
