//! Invitations: a link by which somebody becomes one of a clinic's staff, or comes back in who has lost password and second factor.
//!
//! The link is mailed, or printed and handed over. The store keeps the hash of its token. Looking at it changes nothing; who
//! accepts it uses it up.

use super::model::Staff;
use super::rows::{self, INVITATIONS};
use super::under_way::{InvitationPurpose, StaffInvitation};
use crate::mail::EmailAddress;
use crate::secret::{Token, TokenHash};
use crate::store::{Reader, Result, Tx};

/// For how many days an invitation counts.
pub const DAYS: i64 = 7;

/// Makes an invitation that this token opens.
///
/// # Errors
/// What the store says.
pub fn issue(tx: &mut Tx<'_>, token: &Token, address: EmailAddress, purpose: InvitationPurpose) -> Result<()> {
    let password = rows::of_address(tx, &address)?.map(|staff| staff.password);
    let ends = tx.now().plus_days(DAYS);
    INVITATIONS.put(tx, &token.hash(), StaffInvitation { address, purpose, password }, ends)
}

/// The live invitation of a token, and who of the staff has its address already.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, token: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    let Some(invitation) = INVITATIONS.get(r, &token)? else { return Ok(None) };
    let staff = rows::of_address(r, &invitation.address)?;
    // Who has a new password since, or has become one of the staff by another invitation, needs this one no more.
    let current = staff.as_ref().map(|staff| &staff.password) == invitation.password.as_ref();
    Ok(current.then_some((invitation, staff)))
}

/// Uses an invitation up: of several that try at once, one gets it.
pub(super) fn consume(tx: &mut Tx<'_>, token: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    let found = find(tx, token)?;
    INVITATIONS.delete(tx, &token)?;
    Ok(found)
}
