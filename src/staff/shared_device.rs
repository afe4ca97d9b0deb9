//! Devices of a clinic that several people share, such as the tablet at the desk: registered by an owner, by a token in a cookie of their
//! own. A device signs nobody in; it lets those come back with a PIN who have signed in there with both factors.

use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{Expiring, Reader, Result, Tx};
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

const DEVICES: Expiring<TokenHash, SharedDevice> = Expiring::new("staff-shared-device");
const BY_CLINIC: Expiring<(ClinicId, TokenHash), ()> = Expiring::new("staff-shared-device-by-clinic");
/// The names of this file's tables.
pub(super) const TABLES: [&str; 2] = [DEVICES.name(), BY_CLINIC.name()];

/// For how many days after its last use a device stays registered.
pub const DAYS: i64 = 90;
/// The most devices of a clinic that are listed.
const MOST: usize = 100;

/// A device that several people share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedDevice {
    /// The clinic to which it belongs.
    pub clinic: ClinicId,
    /// Its name.
    pub name: String,
    /// After how many minutes without use it is locked.
    pub lock_minutes: i64,
    /// When it was registered.
    pub registered: Moment,
    /// By whom.
    pub by: StaffId,
    /// When somebody signed in or came back on it last.
    pub used: Moment,
}

/// A device with the key under which it is kept.
#[derive(Clone, Debug)]
pub struct ListedDevice {
    /// The hash of its token.
    pub key: TokenHash,
    /// The device.
    pub device: SharedDevice,
}

impl ListedDevice {
    /// By what pages name it. It opens nothing.
    pub fn reference(&self) -> String {
        self.key.reference()
    }
}

/// The device of a token, if it is registered.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, key: TokenHash) -> Result<Option<SharedDevice>> {
    DEVICES.get(r, &key)
}

/// Registers a device, or notes that it is used, which moves its end.
///
/// # Errors
/// What the store says.
pub(super) fn put(tx: &mut Tx<'_>, key: TokenHash, device: SharedDevice) -> Result<()> {
    let ends = device.used.plus_days(DAYS);
    BY_CLINIC.put(tx, &(device.clinic.clone(), key), (), ends)?;
    DEVICES.put(tx, &key, device, ends)
}

/// The devices of a clinic, the one registered first before the others.
///
/// # Errors
/// What the store says.
pub fn of_clinic(r: &dyn Reader, clinic: &ClinicId) -> Result<Vec<ListedDevice>> {
    let mut all = Vec::new();
    for ((_, key), ()) in BY_CLINIC.prefix(r, clinic, MOST)? {
        all.extend(find(r, key)?.map(|device| ListedDevice { key, device }));
    }
    all.sort_by_key(|listed| listed.device.registered);
    Ok(all)
}

/// Forgets a device.
///
/// # Errors
/// What the store says.
pub(super) fn delete(tx: &mut Tx<'_>, key: TokenHash) -> Result<()> {
    if let Some(device) = DEVICES.stored(tx, &key)? {
        BY_CLINIC.delete(tx, &(device.clinic, key))?;
    }
    DEVICES.delete(tx, &key)
}
