//! Devices on which an account's owner has signed in. Each has a cookie of its own. Wrong passwords typed elsewhere do not
//! keep the owner out on one of them.
//!
//! Such a cookie signs nobody in; it only decides which attempts are counted together.

use super::model::AccountId;
use crate::secret::{Token, TokenHash};
use crate::store::{Expiring, Reader, Result, Tx};

const DEVICES: Expiring<(AccountId, TokenHash), ()> = Expiring::new("known-device");
/// The name of this file's table.
pub(super) const TABLE: &str = DEVICES.name();

/// For how many days after the last sign-in a device is known.
const DAYS: i64 = 365;
/// How many devices are deleted at a time.
const PAGE: usize = 500;

/// Whether the account's owner has signed in on a device.
pub fn is_known(r: &dyn Reader, account: AccountId, device: &Token) -> Result<bool> {
    Ok(DEVICES.get(r, &(account, device.hash()))?.is_some())
}

/// Remembers that the account's owner has signed in on a device.
pub fn remember(tx: &mut Tx<'_>, account: AccountId, device: TokenHash) -> Result<()> {
    let ends = tx.now().plus_days(DAYS);
    DEVICES.put(tx, &(account, device), (), ends)
}

/// Forgets every device of an account, because it is removed or its password was set anew by mail.
pub fn forget_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    while DEVICES.delete_prefix(tx, &account, PAGE)? == PAGE {}
    Ok(())
}
