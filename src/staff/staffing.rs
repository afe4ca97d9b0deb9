//! Who works at a clinic, in which role, and who of them is suspended there. What one clinic decides reaches into no other one.
//!
//! A clinic always has an owner who can sign in. Whatever may take one away reads and writes one row of the clinic, so that two who
//! do so at once are judged one after the other.

use super::model::Staff;
use super::role::Role;
use super::rows::{self, BY_CLINIC, MOST};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::session;
use crate::store::{Reader, Result, Table, Tx, WatchedRows};
use crate::work::{Denied, Outcome, Refuse, StaffId};

const SUSPENDED: Table<(StaffId, ClinicId), Moment> = Table::new("staff-suspended");
/// How often something was changed at a clinic that may have taken an owner away.
const CHANGES: Table<ClinicId, u64> = Table::new("staff-changes");
/// The names of this file's tables.
pub(super) const TABLES: [&str; 2] = [SUSPENDED.name(), CHANGES.name()];

/// Somebody who works at a clinic.
#[derive(Clone, Debug)]
pub struct StaffMember {
    /// Who it is.
    pub staff: Staff,
    /// In which role.
    pub role: Role,
    /// Since when they are suspended at the clinic, if so.
    pub suspended: Option<Moment>,
}

impl StaffMember {
    /// Whether they come into the clinic's console.
    pub const fn is_active(&self) -> bool {
        self.suspended.is_none() && self.staff.disabled.is_none()
    }

    /// Whether they look after the clinic's staff.
    pub fn is_active_owner(&self) -> bool {
        self.role == Role::Owner && self.is_active()
    }
}

/// The clinic would be without an owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastOwner;

/// Somebody of a clinic; `None` when they do not work there.
///
/// # Errors
/// What the store says.
pub fn member(r: &dyn Reader, clinic: &ClinicId, id: StaffId) -> Result<Option<StaffMember>> {
    let (Some(staff), Some(role)) = (rows::find(r, id)?, rows::role(r, id, clinic)?) else { return Ok(None) };
    Ok(Some(StaffMember { staff, role, suspended: SUSPENDED.get(r, &(id, clinic.clone()))? }))
}

/// Everybody who works at a clinic, in the order in which they were taken in.
///
/// # Errors
/// What the store says.
pub fn members(r: &dyn Reader, clinic: &ClinicId) -> Result<Vec<StaffMember>> {
    let mut all = Vec::new();
    for ((_, id), _) in BY_CLINIC.prefix(r, clinic, MOST)? {
        all.extend(member(r, clinic, id)?);
    }
    all.sort_by_key(|member| member.staff.created);
    Ok(all)
}

/// In which role somebody comes into a clinic's console; `None` when they do not work there or are suspended.
/// Whether their sign-in is closed is not asked here.
///
/// # Errors
/// What the store says.
pub fn active_role(r: &dyn Reader, id: StaffId, clinic: &ClinicId) -> Result<Option<Role>> {
    match SUSPENDED.get(r, &(id, clinic.clone()))? {
        Some(_) => Ok(None),
        None => rows::role(r, id, clinic),
    }
}

/// The rows on which that depends, beside the role.
pub(super) fn watched(rows: WatchedRows, id: StaffId, clinic: &ClinicId) -> Result<WatchedRows> {
    let key = (id, clinic.clone());
    rows.and(&SUSPENDED, &key..=&key)
}

/// The clinics into whose console somebody comes.
///
/// # Errors
/// What the store says.
pub fn workplaces(r: &dyn Reader, id: StaffId) -> Result<Vec<(ClinicId, Role)>> {
    let mut open = Vec::new();
    for (clinic, role) in rows::clinics(r, id)? {
        if SUSPENDED.get(r, &(id, clinic.clone()))?.is_none() {
            open.push((clinic, role));
        }
    }
    Ok(open)
}

/// Whether somebody may sign in: their sign-in is open, and not every clinic of theirs has suspended them.
///
/// # Errors
/// What the store says.
pub fn may_sign_in(r: &dyn Reader, staff: &Staff) -> Result<bool> {
    let welcome = || Ok(staff.opens_clinics || rows::clinics(r, staff.id)?.is_empty());
    Ok(staff.disabled.is_none() && (!workplaces(r, staff.id)?.is_empty() || welcome()?))
}

/// Whether somebody's sign-in opens more than this clinic, so that its owners must not get hold of it.
///
/// # Errors
/// What the store says.
pub fn reaches_further(r: &dyn Reader, staff: &Staff, clinic: &ClinicId) -> Result<bool> {
    Ok(staff.opens_clinics || rows::clinics(r, staff.id)?.iter().any(|(other, _)| other != clinic))
}

/// Gives somebody of a clinic another role there.
///
/// # Errors
/// Refused when they are its last owner; denied when they do not work there.
pub fn change_role(tx: &mut Tx<'_>, clinic: &ClinicId, id: StaffId, role: Role) -> Outcome<(), LastOwner> {
    let before = member(tx, clinic, id)?.ok_or(Denied::NotFound)?;
    if role != Role::Owner {
        keep_an_owner(tx, clinic, &before)?;
    }
    Ok(rows::give_role(tx, id, clinic, role)?)
}

/// Suspends somebody at a clinic, from their next request on. Who works nowhere else is signed out everywhere.
///
/// # Errors
/// Refused when they are its last owner; denied when they do not work there.
pub fn suspend(tx: &mut Tx<'_>, clinic: &ClinicId, id: StaffId) -> Outcome<(), LastOwner> {
    let before = member(tx, clinic, id)?.ok_or(Denied::NotFound)?;
    keep_an_owner(tx, clinic, &before)?;
    let since = before.suspended.unwrap_or(tx.now());
    SUSPENDED.put(tx, &(id, clinic.clone()), &since)?;
    Ok(sign_out(tx, &before.staff)?)
}

/// Lets somebody of a clinic come in again.
///
/// # Errors
/// Denied when they do not work there.
pub fn resume(tx: &mut Tx<'_>, clinic: &ClinicId, id: StaffId) -> Outcome<(), LastOwner> {
    member(tx, clinic, id)?.ok_or(Denied::NotFound)?;
    SUSPENDED.delete(tx, &(id, clinic.clone()))?;
    Ok(())
}

/// Takes somebody's role at a clinic away, from their next request on. Who works nowhere else is signed out everywhere.
///
/// # Errors
/// Refused when they are its last owner; denied when they do not work there.
pub fn remove(tx: &mut Tx<'_>, clinic: &ClinicId, id: StaffId) -> Outcome<(), LastOwner> {
    let before = member(tx, clinic, id)?.ok_or(Denied::NotFound)?;
    keep_an_owner(tx, clinic, &before)?;
    rows::take_role(tx, id, clinic)?;
    SUSPENDED.delete(tx, &(id, clinic.clone()))?;
    Ok(sign_out(tx, &before.staff)?)
}

/// Refuses a change that takes a clinic's last owner away. `before` is whom it is about.
fn keep_an_owner(tx: &mut Tx<'_>, clinic: &ClinicId, before: &StaffMember) -> Outcome<(), LastOwner> {
    note_change(tx, clinic)?;
    if !before.is_active_owner() {
        return Ok(());
    }
    let stays = |other: &StaffMember| other.staff.id != before.staff.id && other.is_active_owner();
    if members(tx, clinic)?.iter().any(stays) { Ok(()) } else { Err(LastOwner).or_refuse() }
}

/// Notes a change by which a clinic may lose an owner.
pub(super) fn note_change(tx: &mut Tx<'_>, clinic: &ClinicId) -> Result<()> {
    let before = CHANGES.get(tx, clinic)?.unwrap_or(0);
    CHANGES.put(tx, clinic, &(before + 1))
}

/// Ends the sessions of somebody who comes into no clinic's console any more.
fn sign_out(tx: &mut Tx<'_>, staff: &Staff) -> Result<()> {
    if workplaces(tx, staff.id)?.is_empty() { session::end_all(tx, staff.subject()) } else { Ok(()) }
}
