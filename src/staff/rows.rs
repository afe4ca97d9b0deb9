//! The staff's tables, and the queries over them inside a given transaction.

use super::model::Staff;
use super::role::Role;
use super::under_way::{Enrolment, HalfSignedIn, StaffInvitation};
use crate::clinic::ClinicId;
use crate::mail::EmailAddress;
use crate::secret::TokenHash;
use crate::store::{Expiring, Reader, Result, Table, Tx, WatchedRows};
use crate::work::StaffId;

pub(super) const STAFF: Table<StaffId, Staff> = Table::new("staff");
pub(super) const BY_ADDRESS: Table<String, StaffId> = Table::new("staff-by-address");
pub(super) const ROLES: Table<(StaffId, ClinicId), Role> = Table::new("staff-role");
pub(super) const BY_CLINIC: Table<(ClinicId, StaffId), Role> = Table::new("staff-by-clinic");
pub(super) const INVITATIONS: Expiring<TokenHash, StaffInvitation> = Expiring::new("staff-invitation");
const HALF_SIGNED_IN: Expiring<TokenHash, HalfSignedIn> = Expiring::new("staff-half-signed-in");
const ENROLMENTS: Expiring<TokenHash, Enrolment> = Expiring::new("staff-enrolment");
/// Recovery codes that have not been noted down yet.
const NEW_CODES: Expiring<StaffId, Vec<String>> = Expiring::new("staff-new-codes");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 4] = [STAFF.name(), BY_ADDRESS.name(), ROLES.name(), BY_CLINIC.name()];

/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 4] = [INVITATIONS.name(), HALF_SIGNED_IN.name(), ENROLMENTS.name(), NEW_CODES.name()];

/// The most people of one clinic, and the most clinics of one person.
pub const MOST: usize = 200;

/// For how many minutes after the password the code may be typed.
const HALF_MINUTES: i64 = 10;
/// For how many minutes a second factor may be set up, and recovery codes wait to be noted down.
const ENROLMENT_MINUTES: i64 = 60;

/// Somebody of the staff by their id.
pub fn find(r: &dyn Reader, id: StaffId) -> Result<Option<Staff>> {
    STAFF.get(r, &id)
}

/// Who signs in with this address.
pub fn of_address(r: &dyn Reader, address: &EmailAddress) -> Result<Option<Staff>> {
    match BY_ADDRESS.get(r, &address.key())? {
        Some(id) => find(r, id),
        None => Ok(None),
    }
}

/// Stores somebody new, whose address the caller knows to be free.
pub fn add(tx: &mut Tx<'_>, staff: &Staff) -> Result<()> {
    BY_ADDRESS.put(tx, &staff.address.key(), &staff.id)?;
    put(tx, staff)
}

/// Stores somebody under their unchanged address.
pub fn put(tx: &mut Tx<'_>, staff: &Staff) -> Result<()> {
    STAFF.put(tx, &staff.id, staff)
}

/// Gives somebody a role at a clinic, in the place of the one that they had there.
pub fn give_role(tx: &mut Tx<'_>, id: StaffId, clinic: &ClinicId, role: Role) -> Result<()> {
    BY_CLINIC.put(tx, &(clinic.clone(), id), &role)?;
    ROLES.put(tx, &(id, clinic.clone()), &role)
}

/// Takes somebody's role at a clinic away.
pub fn take_role(tx: &mut Tx<'_>, id: StaffId, clinic: &ClinicId) -> Result<()> {
    BY_CLINIC.delete(tx, &(clinic.clone(), id))?;
    ROLES.delete(tx, &(id, clinic.clone())).map(drop)
}

/// The role of somebody at a clinic.
pub fn role(r: &dyn Reader, id: StaffId, clinic: &ClinicId) -> Result<Option<Role>> {
    ROLES.get(r, &(id, clinic.clone()))
}

/// With somebody's role at a clinic, and what is kept of them, among the rows that are watched.
pub fn watched(rows: WatchedRows, id: StaffId, clinic: &ClinicId) -> Result<WatchedRows> {
    let role = (id, clinic.clone());
    rows.and(&ROLES, &role..=&role)?.and(&STAFF, &id..=&id)
}

/// The clinics where somebody works.
pub fn clinics(r: &dyn Reader, id: StaffId) -> Result<Vec<(ClinicId, Role)>> {
    Ok(ROLES.prefix(r, &id, MOST)?.into_iter().map(|((_, clinic), role)| (clinic, role)).collect())
}

/// Everybody, in the order of their addresses; at most `limit`.
pub fn list(r: &dyn Reader, limit: usize) -> Result<Vec<Staff>> {
    let mut all = Vec::new();
    for (_, id) in BY_ADDRESS.range(r, .., limit)? {
        all.extend(find(r, id)?);
    }
    Ok(all)
}

/// Whether there is anybody: one entry of the index is read.
pub fn is_any(r: &dyn Reader) -> Result<bool> {
    Ok(!BY_ADDRESS.range(r, .., 1)?.is_empty())
}

/// Who has given the right password in this browser and has still to give the code.
pub fn half_signed_in(r: &dyn Reader, visitor: TokenHash) -> Result<Option<HalfSignedIn>> {
    HALF_SIGNED_IN.get(r, &visitor)
}

/// Keeps that the right password was given in this browser.
pub fn put_half_signed_in(tx: &mut Tx<'_>, visitor: TokenHash, half: HalfSignedIn) -> Result<()> {
    let ends = tx.now().plus_minutes(HALF_MINUTES);
    HALF_SIGNED_IN.put(tx, &visitor, half, ends)
}

/// Forgets that.
pub fn end_half_signed_in(tx: &mut Tx<'_>, visitor: TokenHash) -> Result<()> {
    HALF_SIGNED_IN.delete(tx, &visitor)
}

/// The second factor that is being set up in this browser.
pub fn enrolment(r: &dyn Reader, visitor: TokenHash) -> Result<Option<Enrolment>> {
    ENROLMENTS.get(r, &visitor)
}

/// Keeps a second factor until its first code.
pub fn put_enrolment(tx: &mut Tx<'_>, visitor: TokenHash, enrolment: Enrolment) -> Result<()> {
    let ends = tx.now().plus_minutes(ENROLMENT_MINUTES);
    ENROLMENTS.put(tx, &visitor, enrolment, ends)
}

/// Forgets it.
pub fn end_enrolment(tx: &mut Tx<'_>, visitor: TokenHash) -> Result<()> {
    ENROLMENTS.delete(tx, &visitor)
}

/// The recovery codes that somebody has still to note down.
pub fn new_codes(r: &dyn Reader, id: StaffId) -> Result<Option<Vec<String>>> {
    NEW_CODES.get(r, &id)
}

/// Keeps recovery codes until they are noted down.
pub fn put_new_codes(tx: &mut Tx<'_>, id: StaffId, codes: Vec<String>) -> Result<()> {
    let ends = tx.now().plus_minutes(ENROLMENT_MINUTES);
    NEW_CODES.put(tx, &id, codes, ends)
}

/// Forgets them.
pub fn end_new_codes(tx: &mut Tx<'_>, id: StaffId) -> Result<()> {
    NEW_CODES.delete(tx, &id)
}
