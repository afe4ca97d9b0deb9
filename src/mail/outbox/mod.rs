//! Mail that waits to be sent: rows written in the transaction of what they report.
//!
//! A letter added here is sent if and only if the transaction is; nothing of it is left once it is out. The rows are kept
//! twice: by id with everything in them, and by the moment at which somebody must look at them again, so that nobody ever
//! scans those that only wait. It does not know how mail is sent, and wakes nobody.

mod backoff;
mod check;
mod id;
mod lease;
mod settle;

#[cfg(test)]
mod tests;

pub(super) use backoff::Roll;
pub use check::check_index;
pub use id::MailId;
pub(super) use lease::{claim, next_due};
pub(super) use settle::{Outcome, settle};
pub use settle::{Settled, What};

use super::EmailAddress;
use super::letter::Letter;
use crate::clock::Moment;
use crate::store::{Reader, Result, Table, Tx};
use lease::Lease;
use serde::{Deserialize, Serialize};
use std::ops::Bound;

pub(super) const OUTBOX: Table<MailId, Waiting> = Table::new("mail_outbox");
/// The index of [`OUTBOX`] by [`Waiting::due`].
pub(super) const DUE: Table<(Moment, MailId), ()> = Table::new("mail_due");

/// How many rows are looked at in one go where all have to be looked at.
const PAGE: usize = 200;

/// A letter that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The letter.
    pub letter: Letter,
    /// When it was written.
    pub written: Moment,
    /// How often it has been tried without success.
    pub attempts: u32,
    next_try: Moment,
    #[serde(default)]
    lease: Option<Lease>,
}

impl Waiting {
    /// When somebody must look at it again: at the next attempt, or when the lease of the present one has run out.
    fn due(&self) -> Moment {
        self.lease.as_ref().map_or(self.next_try, |lease| lease.until)
    }
}

/// Adds a letter to the mail of this transaction; it is due at once. Ring the worker's doorbell after the commit.
///
/// # Errors
/// `TooLarge` when the letter is over the limit of a row, some 64 KiB; the transaction then fails as a whole.
pub fn add(tx: &mut Tx<'_>, letter: &Letter) -> Result<()> {
    let now = tx.now();
    let waiting = Waiting { letter: letter.clone(), written: now, attempts: 0, next_try: now, lease: None };
    put(tx, MailId::mint(), &waiting)
}

/// The letters that wait, in no particular order.
pub fn list(r: &dyn Reader, limit: usize) -> Result<Vec<(MailId, Waiting)>> {
    OUTBOX.range(r, .., limit)
}

/// Deletes every letter that waits for an address. One that is being handed over at this moment may still arrive.
pub fn forget(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    let mut page = OUTBOX.range(tx, .., PAGE)?;
    while let Some((last, _)) = page.last() {
        let rest = (Bound::Excluded(*last), Bound::Unbounded);
        for (id, waiting) in page.iter().filter(|(_, waiting)| waiting.letter.to().key() == address.key()) {
            remove(tx, *id, waiting)?;
        }
        page = OUTBOX.range(tx, rest, PAGE)?;
    }
    Ok(())
}

/// Stores a row and its index entry. The entry of an earlier state must be gone by then.
fn put(tx: &mut Tx<'_>, id: MailId, waiting: &Waiting) -> Result<()> {
    OUTBOX.put(tx, &id, waiting)?;
    DUE.put(tx, &(waiting.due(), id), &())
}

/// Deletes a row and its index entry.
fn remove(tx: &mut Tx<'_>, id: MailId, waiting: &Waiting) -> Result<()> {
    DUE.delete(tx, &(waiting.due(), id))?;
    OUTBOX.delete(tx, &id)?;
    Ok(())
}
