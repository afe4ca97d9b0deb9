//! The PIN with which somebody comes back on a shared device: six digits of their own. It opens nothing without the device, and without a
//! sign-in with both factors there in the last hours.

use crate::clock::Moment;
use crate::lang::typed::folded;
use crate::store::{Reader, Result as Stored, Table, Tx};
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

const PINS: Table<StaffId, Pin> = Table::new("staff-pin");
/// The name of this file's table.
pub(super) const TABLE: &str = PINS.name();

/// How many digits a PIN has.
const DIGITS: usize = 6;

/// Somebody's PIN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Its hash, a PHC string.
    pub hash: String,
    /// When it was set.
    pub set: Moment,
}

/// Why a PIN cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinProblem {
    /// It does not consist of six digits.
    NotSixDigits,
    /// It is among those that are tried first: one digit, a row, or a few digits again and again.
    Trivial,
}

/// The digits of a PIN that is typed to come back.
pub fn digits(typed: &str) -> String {
    folded(typed).chars().filter(char::is_ascii_digit).collect()
}

/// A PIN that may be chosen.
///
/// # Errors
/// Why it may not.
pub fn chosen(typed: &str) -> Result<String, PinProblem> {
    let text: String = folded(typed).chars().filter(|c| !c.is_whitespace()).collect();
    if text.len() != DIGITS || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PinProblem::NotSixDigits);
    }
    if is_trivial(text.as_bytes()) { Err(PinProblem::Trivial) } else { Ok(text) }
}

/// Whether each digit follows from the one before it in the same way, or the digits are one, two or three that come again.
fn is_trivial(digits: &[u8]) -> bool {
    let steps: Vec<u8> = digits.windows(2).map(|pair| (pair[1] + 10 - pair[0]) % 10).collect();
    let is_row = steps.windows(2).all(|pair| pair[0] == pair[1]);
    let comes_again =
        [2, 3].into_iter().any(|length| digits.iter().skip(length).eq(digits.iter().take(DIGITS - length)));
    let pairs = digits.chunks(2).all(|pair| pair[0] == pair[1]) && steps[1] == steps[3] && steps[1] <= 1;
    is_row || comes_again || pairs
}

/// Somebody's PIN.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, id: StaffId) -> Stored<Option<Pin>> {
    PINS.get(r, &id)
}

/// Keeps the hash of somebody's PIN.
///
/// # Errors
/// What the store says.
pub fn put(tx: &mut Tx<'_>, id: StaffId, hash: String) -> Stored<()> {
    let set = tx.now();
    PINS.put(tx, &id, &Pin { hash, set })
}

/// Forgets somebody's PIN.
///
/// # Errors
/// What the store says.
pub fn forget(tx: &mut Tx<'_>, id: StaffId) -> Stored<()> {
    PINS.delete(tx, &id).map(drop)
}

#[cfg(test)]
mod tests;
