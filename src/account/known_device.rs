//! Devices on which an account's owner has signed in. Each has a cookie of its own. Wrong passwords typed elsewhere do not
//! keep the owner out on one of them.
//!
//! Such a cookie signs nobody in; it only decides which attempts are counted together. Its token changes with every sign-in,
//! so that a copy of it is worth nothing once the device is used again. A device may be known to a few accounts.

use super::model::AccountId;
use crate::secret::{Token, TokenHash};
use crate::store::{Expiring, Reader, Result, Tx};

/// By account. The record is the hash of the device's first token, where it has had another one since.
pub(super) const DEVICES: Expiring<(AccountId, TokenHash), Option<TokenHash>> = Expiring::new("known-device");
pub(super) const BY_DEVICE: Expiring<(TokenHash, AccountId), ()> = Expiring::new("known-device-accounts");
/// The names of this file's tables.
pub(super) const TABLES: [&str; 2] = [DEVICES.name(), BY_DEVICE.name()];

/// For how many days after the last sign-in a device is known.
const DAYS: i64 = 365;
/// How many devices are deleted at a time.
const PAGE: usize = 500;
/// To how many accounts a device is known: of more, it becomes unknown to the one that signed in longest ago.
const MOST_ACCOUNTS: usize = 8;

/// By what the attempts on a device are counted, if the account's owner has signed in on it. It outlives the device's tokens.
/// Otherwise an attacker could reset the count by signing in to an account of their own.
pub fn counted_as(r: &dyn Reader, account: AccountId, device: &Token) -> Result<Option<TokenHash>> {
    let hash = device.hash();
    Ok(DEVICES.get(r, &(account, hash))?.map(|first| first.unwrap_or(hash)))
}

/// Remembers that the account's owner has signed in on a device, which has the token `fresh` from now on. What was known of
/// the token `old` is handed on, for all accounts.
pub fn remember(tx: &mut Tx<'_>, account: AccountId, old: Option<TokenHash>, fresh: TokenHash) -> Result<()> {
    let mut first = None;
    if let Some(old) = old {
        let mut known = BY_DEVICE.prefix_with_ends(tx, &old, MOST_ACCOUNTS)?;
        known.sort_by_key(|(_, (), ends)| std::cmp::Reverse(*ends));
        let others = known.iter().filter(|((_, other), ..)| *other != account).take(MOST_ACCOUNTS - 1);
        let others: Vec<_> = others.map(|((_, other), (), ends)| (*other, *ends)).collect();
        first = DEVICES.get(tx, &(account, old))?.map(|first| first.unwrap_or(old));
        for (other, ends) in others {
            let counted_as = DEVICES.get(tx, &(other, old))?.flatten().unwrap_or(old);
            DEVICES.put(tx, &(other, fresh), Some(counted_as), ends)?;
            BY_DEVICE.put(tx, &(fresh, other), (), ends)?;
        }
        for ((_, other), ..) in known {
            forget(tx, other, old)?;
        }
    }
    let ends = tx.now().plus_days(DAYS);
    BY_DEVICE.put(tx, &(fresh, account), (), ends)?;
    DEVICES.put(tx, &(account, fresh), first, ends)
}

/// Forgets that an account's owner has signed in on a device.
pub fn forget(tx: &mut Tx<'_>, account: AccountId, device: TokenHash) -> Result<()> {
    BY_DEVICE.delete(tx, &(device, account))?;
    DEVICES.delete(tx, &(account, device))
}

/// Has a device be known to nobody.
///
/// # Errors
/// What the store says.
pub fn forget_device(tx: &mut Tx<'_>, device: TokenHash) -> Result<()> {
    for ((_, account), ()) in BY_DEVICE.stored_prefix(tx, &device, PAGE)? {
        forget(tx, account, device)?;
    }
    Ok(())
}

/// Forgets every device of an account but this one, because its owner signs all others out.
pub fn forget_others(tx: &mut Tx<'_>, account: AccountId, own: Option<TokenHash>) -> Result<()> {
    let all = DEVICES.stored_prefix(tx, &account, PAGE)?;
    for ((_, device), _) in all.into_iter().filter(|((_, device), _)| Some(*device) != own) {
        forget(tx, account, device)?;
    }
    Ok(())
}

/// Forgets every device of an account, because it is removed or its password was set anew by mail.
pub fn forget_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    loop {
        let page = DEVICES.stored_prefix(tx, &account, PAGE)?;
        if page.is_empty() {
            return Ok(());
        }
        for ((_, device), _) in page {
            forget(tx, account, device)?;
        }
    }
}
