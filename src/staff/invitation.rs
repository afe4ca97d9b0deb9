//! Invitations: a link by which somebody becomes one of a clinic's staff, or comes back in who has lost password and second factor.
//!
//! The link is mailed, or printed and handed over. The store keeps the hash of its token. Looking at it changes nothing; who
//! accepts it uses it up.

use super::model::Staff;
use super::rows::{self, INVITATIONS};
use super::under_way::{InvitationPurpose, StaffInvitation};
use crate::mail::EmailAddress;
use crate::secret::{Token, TokenHash};
use crate::session;
use crate::store::{Reader, Result, Tx};

/// Makes an invitation that this token opens.
///
/// # Errors
/// What the store says.
pub fn issue(tx: &mut Tx<'_>, token: &Token, address: EmailAddress, purpose: InvitationPurpose) -> Result<()> {
    let epoch = epoch(tx, rows::of_address(tx, &address)?.as_ref())?;
    let ends = tx.now().plus_days(purpose.days());
    INVITATIONS.put(tx, &token.hash(), StaffInvitation { address, purpose, epoch }, ends)
}

fn epoch(r: &dyn Reader, staff: Option<&Staff>) -> Result<Option<u32>> {
    match staff {
        Some(staff) => Ok(session::standing(r, staff.subject())?.map(|standing| standing.epoch)),
        None => Ok(None),
    }
}

/// The live invitation of a token, and who of the staff has its address already.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, token: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    let Some(invitation) = INVITATIONS.get(r, &token)? else { return Ok(None) };
    let staff = rows::of_address(r, &invitation.address)?;
    // Who has a new way in since, has become one of the staff by another invitation, or was closed out, has no use of this one.
    let is_closed = staff.as_ref().is_some_and(|staff| staff.disabled.is_some());
    let current = epoch(r, staff.as_ref())? == invitation.epoch && !is_closed;
    Ok(current.then_some((invitation, staff)))
}

/// Uses an invitation up: of several that try at once, one gets it.
pub(super) fn consume(tx: &mut Tx<'_>, token: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    let found = find(tx, token)?;
    INVITATIONS.delete(tx, &token)?;
    Ok(found)
}
