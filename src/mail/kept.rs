//! Mail that is kept in the data file instead of being sent, to try the product out without a mail server. Only the
//! newest are held.

use super::EmailAddress;
use super::letter::Letter;
use super::outbox::Waiting;
use super::recent;
use crate::clock::Moment;
use crate::store::{Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

pub(super) const KEPT: Table<u64, Kept> = Table::new("mail_kept");

/// A letter that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The letter.
    pub letter: Letter,
    /// When it was written.
    pub written: Moment,
}

/// The newest kept letters with their numbers, the newest first.
pub fn list(r: &dyn Reader, limit: usize) -> Result<Vec<(u64, Kept)>> {
    recent::newest(&KEPT, r, limit)
}

/// The kept letter of that number.
pub fn get(r: &dyn Reader, number: u64) -> Result<Option<Kept>> {
    KEPT.get(r, &number)
}

/// Deletes every kept letter to an address.
pub fn forget(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    for (number, kept) in list(tx, recent::LENGTH as usize)? {
        if kept.letter.to().key() == address.key() {
            KEPT.delete(tx, &number)?;
        }
    }
    Ok(())
}

/// Keeps a letter that was waiting to be sent.
pub(super) fn add(tx: &mut Tx<'_>, waiting: Waiting) -> Result<()> {
    recent::add(&KEPT, tx, &Kept { written: waiting.written, letter: waiting.letter })
}
