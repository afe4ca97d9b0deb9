//! Mail that waits to be sent: rows written in the transaction of what they report.
//!
//! A letter added here is sent if and only if the transaction is committed, and its row is deleted once it is sent. Adding
//! a letter does not wake the worker.

mod backoff;
mod lease;
mod rows;
mod settle;

#[cfg(test)]
mod tests;

pub(super) use backoff::Jitter;
pub(super) use lease::{Claimed, Room, claim, is_any_claimable, next_due};
pub(super) use rows::OUTBOX;
use rows::{DomainMark, Hold, QueueKey};
pub use rows::{MailId, Waiting};
pub use settle::{AttemptedMail, What};
pub(super) use settle::{Outcome, settle};

use super::EmailAddress;
use super::letter::Letter;
use crate::clock::Moment;
use crate::store::{Reader, Result, Tx};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

/// Adds a letter to the mail of this transaction; it is due at once. Ring the worker's doorbell after the commit.
///
/// # Errors
/// `TooLarge` when the letter is over the limit of a row, some 64 KiB; the transaction then fails as a whole.
pub fn add(tx: &mut Tx<'_>, letter: &Letter) -> Result<()> {
    let now = tx.now();
    add_resting(tx, letter, now).map(drop)
}

/// A letter that rests before it is sent, and can be withdrawn until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resting {
    /// When it is due.
    pub due: Moment,
    domain: DomainMark,
    id: MailId,
}

/// Adds a letter that is due at a later moment.
///
/// # Errors
/// As of [`add`].
pub fn add_resting(tx: &mut Tx<'_>, letter: &Letter, due: Moment) -> Result<Resting> {
    let waiting = Waiting { letter: letter.clone(), written: tx.now(), attempts: 0, holder: None };
    let key = QueueKey::free(due, letter.to(), MailId::mint());
    OUTBOX.put(tx, &key, &waiting)?;
    Ok(Resting { due, domain: key.domain, id: key.id })
}

/// Takes a letter back that rests; says whether it had not been claimed to be sent.
///
/// # Errors
/// What the store says.
pub fn withdraw(tx: &mut Tx<'_>, resting: Resting) -> Result<bool> {
    // A claim moves the row, so that nothing lies under the moment any more.
    let Resting { due, domain, id } = resting;
    OUTBOX.delete(tx, &QueueKey { hold: Hold::FREE, due, domain, id })
}

/// The letters that wait: first those that nobody is sending, the longest due first.
pub fn list(r: &dyn Reader, limit: usize) -> Result<Vec<(MailId, Waiting)>> {
    Ok(OUTBOX.range(r, .., limit)?.into_iter().map(|(key, waiting)| (key.id, waiting)).collect())
}

/// Deletes every letter that waits for an address. One that is being handed over at this moment may still arrive.
pub fn forget(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    let (domain, mut to_domain) = (DomainMark::of(address), Vec::new());
    OUTBOX.each_key(tx, .., |key| {
        to_domain.extend((key.domain == domain).then_some(key));
        ControlFlow::Continue(())
    })?;
    for key in to_domain {
        if lease::read(tx, &key)?.is_some_and(|waiting| waiting.letter.to().key() == address.key()) {
            OUTBOX.delete(tx, &key)?;
        }
    }
    Ok(())
}
