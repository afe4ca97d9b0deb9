//! What the operator does about the staff at the machine that serves: invitations, a new way in, and closing a sign-in.

use super::invitation::{self, NewInvitation};
use super::model::Staff;
use super::role::Role;
use super::rows;
use super::staffing::{self, LastOwner};
use super::under_way::InvitationPurpose;
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::secret::Token;
use crate::session;
use crate::store::{Result, Tx};
use crate::work::{Outcome, StaffId, Stop};

/// What became of a change that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberChange {
    /// It is done.
    Done,
    /// Nobody who works there has the address.
    Nobody,
    /// The clinic would be without an owner.
    LastOwner,
}

/// Invites somebody to a clinic; gives when the invitation ends. The token stands in the link; it is not stored.
///
/// # Errors
/// What the store says.
pub fn invite(tx: &mut Tx<'_>, token: &Token, address: EmailAddress, clinic: &ClinicId, role: Role) -> Result<Moment> {
    let purpose = InvitationPurpose::Role(clinic.clone(), role);
    invitation::issue(tx, token, by_operator(address, purpose))
}

fn by_operator(address: EmailAddress, purpose: InvitationPurpose) -> NewInvitation {
    NewInvitation { address, name: String::new(), purpose, by: None, printed_at: None }
}

/// Withdraws the invitation of an address to a clinic; says whether there was one.
///
/// # Errors
/// What the store says.
pub fn withdraw(tx: &mut Tx<'_>, address: &EmailAddress, clinic: &ClinicId) -> Result<bool> {
    invitation::withdraw(tx, clinic, address)
}

/// Invites somebody to be an operator; gives when the invitation ends.
///
/// # Errors
/// What the store says.
pub fn invite_operator(tx: &mut Tx<'_>, token: &Token, address: EmailAddress) -> Result<Moment> {
    invitation::issue(tx, token, by_operator(address, InvitationPurpose::Operator))
}

/// Takes it away that somebody is an operator, which counts from their next request on; says whether they were one.
///
/// # Errors
/// What the store says.
pub fn remove_operator(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<bool> {
    let Some(staff) = rows::of_address(tx, address)?.filter(|staff| staff.operator) else { return Ok(false) };
    rows::put(tx, &Staff { operator: false, ..staff }).map(|()| true)
}

/// Invites somebody of the staff to choose a new password and a new second factor. Both that they have count until then. Gives when
/// the invitation ends; `None` when nobody has this address.
///
/// # Errors
/// What the store says.
pub fn reset(tx: &mut Tx<'_>, token: &Token, address: &EmailAddress) -> Result<Option<Moment>> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(None) };
    let purpose = InvitationPurpose::Reset(staff.id);
    invitation::issue(tx, token, by_operator(address.clone(), purpose)).map(Some)
}

/// Closes a sign-in, which ends its sessions, or opens it again; `None` when nobody has this address. The operator closes that of a
/// clinic's last owner as well: it may be in wrong hands.
///
/// # Errors
/// What the store says.
pub fn set_disabled(tx: &mut Tx<'_>, address: &EmailAddress, disabled: bool) -> Result<Option<Staff>> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(None) };
    let since = disabled.then(|| staff.disabled.unwrap_or(tx.now()));
    let staff = Staff { disabled: since, ..staff };
    rows::put(tx, &staff)?;
    for (clinic, _) in rows::clinics(tx, staff.id)? {
        staffing::note_change(tx, &clinic)?;
    }
    if disabled {
        session::end_all(tx, staff.subject())?;
    }
    Ok(Some(staff))
}

/// Lets somebody open clinics, or not any more; says whether anybody has this address.
///
/// # Errors
/// What the store says.
pub fn set_opens_clinics(tx: &mut Tx<'_>, address: &EmailAddress, opens_clinics: bool) -> Result<bool> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(false) };
    rows::put(tx, &Staff { opens_clinics, ..staff })?;
    Ok(true)
}

/// Takes somebody's role at a clinic away.
///
/// # Errors
/// What the store says.
pub fn remove(tx: &mut Tx<'_>, address: &EmailAddress, clinic: &ClinicId) -> Result<MemberChange> {
    change(tx, address, |tx, id| staffing::remove(tx, clinic, id))
}

/// Gives somebody of a clinic another role there.
///
/// # Errors
/// What the store says.
pub fn set_role(tx: &mut Tx<'_>, address: &EmailAddress, clinic: &ClinicId, role: Role) -> Result<MemberChange> {
    change(tx, address, |tx, id| staffing::change_role(tx, clinic, id, role))
}

fn change(
    tx: &mut Tx<'_>,
    address: &EmailAddress,
    verb: impl FnOnce(&mut Tx<'_>, StaffId) -> Outcome<(), LastOwner>,
) -> Result<MemberChange> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(MemberChange::Nobody) };
    match verb(tx, staff.id) {
        Ok(()) => Ok(MemberChange::Done),
        Err(Stop::Refused(LastOwner)) => Ok(MemberChange::LastOwner),
        Err(Stop::Denied(_)) => Ok(MemberChange::Nobody),
        Err(Stop::Store(error)) => Err(error),
    }
}
