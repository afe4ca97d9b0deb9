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

/// Invites somebody of the staff to choose a new password and a new second factor. Both that they have count until then. Says
/// whether there is anybody with this address.
///
/// # Errors
/// What the store says.
pub fn reset(tx: &mut Tx<'_>, token: &Token, address: &EmailAddress) -> Result<bool> {
    let Some(staff) = rows::of_address(tx, address)? else { return Ok(false) };
    invitation::issue(tx, token, address.clone(), InvitationPurpose::Reset(staff.id))?;
    Ok(true)
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
