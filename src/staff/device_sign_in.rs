//! Who has signed in with both factors on a shared device in the last hours, and so comes back there with a PIN: their session, and the
//! page that they were on. It ends with the session.

use super::guard::{IN_ALL_MINUTES, SESSIONS};
use super::model::Staff;
use super::pin;
use super::shared_device::{self, SharedDevice};
use super::staffing::{self, StaffMember};
use crate::secret::TokenHash;
use crate::session;
use crate::store::{Expiring, Reader, Result, Tx};
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

const SIGN_INS: Expiring<(TokenHash, StaffId), DeviceSignIn> = Expiring::new("staff-device-sign-in");
/// The name of this file's table.
pub(super) const TABLE: &str = SIGN_INS.name();

/// The most people who have signed in on one device.
const MOST: usize = 50;

/// A sign-in with both factors on a shared device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceSignIn {
    /// The key of its session: of the token that the browser has, or of one that nobody has while another person is at the device.
    pub session: TokenHash,
    /// Where they were when they left the device; empty when they did not say.
    pub page: String,
}

/// Notes that somebody has signed in with both factors on a device, in a session that is locked from then on when it is not used.
///
/// # Errors
/// What the store says.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    key: TokenHash,
    device: SharedDevice,
    id: StaffId,
    session: TokenHash,
) -> Result<()> {
    if let Some(before) = SIGN_INS.get(tx, &(key, id))?.filter(|before| before.session != session) {
        session::end(tx, &before.session)?;
    }
    session::lock::lock_after(tx, &session, device.lock_minutes)?;
    let ends = tx.now().plus_minutes(IN_ALL_MINUTES);
    SIGN_INS.put(tx, &(key, id), DeviceSignIn { session, page: String::new() }, ends)?;
    let used = tx.now();
    shared_device::put(tx, key, SharedDevice { used, ..device })
}

/// Somebody's sign-in on a device that still counts: their session lives, and they come into the console of the device's clinic.
///
/// # Errors
/// What the store says.
pub fn find(
    r: &dyn Reader,
    key: TokenHash,
    device: &SharedDevice,
    id: StaffId,
) -> Result<Option<(Staff, DeviceSignIn)>> {
    let Some(sign_in) = SIGN_INS.get(r, &(key, id))? else { return Ok(None) };
    let session = session::find(r, &SESSIONS, sign_in.session)?.filter(|session| session.subject == id.cast());
    if session.is_none() {
        return Ok(None);
    }
    let member = staffing::member(r, &device.clinic, id)?.filter(StaffMember::is_active);
    Ok(member.map(|member| (member.staff, sign_in)))
}

/// Who can come back on a device with a PIN, in the order of their names.
///
/// # Errors
/// What the store says.
pub fn present(r: &dyn Reader, key: TokenHash, device: &SharedDevice) -> Result<Vec<Staff>> {
    let mut all = Vec::new();
    for ((_, id), _) in SIGN_INS.prefix(r, &key, MOST)? {
        if pin::find(r, id)?.is_some() {
            all.extend(find(r, key, device, id)?.map(|(staff, _)| staff));
        }
    }
    all.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(all)
}

/// Whether somebody has signed in on a device and could not come back there, since they have no PIN.
///
/// # Errors
/// What the store says.
pub fn lacks_pin(r: &dyn Reader, key: TokenHash, id: StaffId) -> Result<bool> {
    Ok(SIGN_INS.get(r, &(key, id))?.is_some() && pin::find(r, id)?.is_none())
}

/// Keeps somebody's sign-in under another session, with the page that they are on.
///
/// # Errors
/// What the store says.
pub(super) fn amend(tx: &mut Tx<'_>, key: TokenHash, id: StaffId, now: DeviceSignIn) -> Result<()> {
    SIGN_INS.amend(tx, &(key, id), |sign_in| *sign_in = now)
}

/// Ends somebody's sign-in on a device, with its session.
///
/// # Errors
/// What the store says.
pub(super) fn end(tx: &mut Tx<'_>, key: TokenHash, id: StaffId) -> Result<()> {
    if let Some(sign_in) = SIGN_INS.get(tx, &(key, id))? {
        session::end(tx, &sign_in.session)?;
    }
    SIGN_INS.delete(tx, &(key, id))
}

/// Ends every sign-in on a device.
///
/// # Errors
/// What the store says.
pub(super) fn end_all(tx: &mut Tx<'_>, key: TokenHash) -> Result<()> {
    for ((_, id), _) in SIGN_INS.prefix(tx, &key, MOST)? {
        end(tx, key, id)?;
    }
    Ok(())
}
