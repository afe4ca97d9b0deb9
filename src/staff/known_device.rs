//! Devices on which somebody of the staff has signed in with both factors. What strangers type elsewhere does not keep them out there.
//!
//! The token of a device signs nobody in; it only decides which attempts are counted together.

use crate::secret::{Token, TokenHash};
use crate::store::{Expiring, Reader, Result, Tx};
use crate::work::StaffId;

const DEVICES: Expiring<(StaffId, TokenHash), ()> = Expiring::new("staff-known-device");
/// The name of this file's table.
pub(super) const TABLE: &str = DEVICES.name();

/// For how many days after the last sign-in a device is known.
const DAYS: i64 = 90;

/// Whether somebody has signed in on a device.
pub fn knows(r: &dyn Reader, staff: StaffId, device: &Token) -> Result<bool> {
    Ok(DEVICES.get(r, &(staff, device.hash()))?.is_some())
}

/// Remembers that somebody has signed in on a device.
pub fn remember(tx: &mut Tx<'_>, staff: StaffId, device: TokenHash) -> Result<()> {
    let ends = tx.now().plus_days(DAYS);
    DEVICES.put(tx, &(staff, device), (), ends)
}

/// Forgets all devices of somebody.
pub fn forget_all(tx: &mut Tx<'_>, staff: StaffId) -> Result<()> {
    DEVICES.delete_prefix(tx, &staff, 500).map(drop)
}
