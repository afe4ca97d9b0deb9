//! What the operator does about the staff at the machine that serves: invitations, a new way in, and closing a sign-in.

use super::invitation;
use super::model::Staff;
use super::role::Role;
use super::rows;
use super::under_way::InvitationPurpose;
use crate::clinic::ClinicId;
use crate::mail::EmailAddress;
use crate::secret::Token;
use crate::session;
use crate::store::{Result, Tx};

/// Invites somebody to a clinic. The token stands in the link; it is not stored.
///
/// # Errors
/// What the store says.
pub fn invite(tx: &mut Tx<'_>, token: &Token, address: EmailAddress, clinic: &ClinicId, role: Role) -> Result<()> {
    invitation::issue(tx, token, address, InvitationPurpose::Role(clinic.clone(), role))
}

/// Invites somebody of the staff to choose a new password and a new second factor. Both that they have count until then. Gives what
/// the invitation is for; `None` when nobody has this address.
///
/// # Errors
/// What the store says.
pub fn reset(tx: &mut Tx<'_>, token: &Token, address: &EmailAddress) -> Result<Option<InvitationPurpose>> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(None) };
    let purpose = InvitationPurpose::Reset(staff.id);
    invitation::issue(tx, token, address.clone(), purpose.clone())?;
    Ok(Some(purpose))
}

/// Closes a sign-in, which ends its sessions, or opens it again; `None` when nobody has this address.
///
/// # Errors
/// What the store says.
pub fn set_disabled(tx: &mut Tx<'_>, address: &EmailAddress, disabled: bool) -> Result<Option<Staff>> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(None) };
    let since = disabled.then(|| staff.disabled.unwrap_or(tx.now()));
    let staff = Staff { disabled: since, ..staff };
    rows::put(tx, &staff)?;
    if disabled {
        session::end_all(tx, staff.subject())?;
    }
    Ok(Some(staff))
}

/// Takes somebody's role at a clinic away, which counts from their next request on; says whether they had one.
///
/// # Errors
/// What the store says.
pub fn remove(tx: &mut Tx<'_>, address: &EmailAddress, clinic: &ClinicId) -> Result<bool> {
    match rows::of_address(tx, address)? {
        Some(staff) => rows::take_role(tx, staff.id, clinic),
        None => Ok(false),
    }
}
