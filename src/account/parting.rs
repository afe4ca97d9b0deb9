//! What goes when an account parts from its address: because it is deleted, or because it moves to another one. Addresses
//! are given to others in time, and its next owner finds nothing of the account.
//!
//! What later rooms hold by the address is theirs to delete; they are asked by the account's ties.

use super::link;
use super::model::Account;
use crate::mail::{kept, outbox};
use crate::store::{Result, Tx};

/// Deletes the links in mails of an account, and every letter to its address or to one that it was about to move to,
/// whether it waits or is kept. What is to be told of the parting itself is written after this.
pub fn forget_mail(tx: &mut Tx<'_>, account: &Account) -> Result<()> {
    let elsewhere = link::forget(tx, account)?;
    for address in elsewhere.iter().chain([&account.address]) {
        outbox::forget(tx, address)?;
        kept::forget(tx, address)?;
    }
    Ok(())
}
