//! Invitations: a link by which somebody becomes one of a clinic's staff, or comes back in who has lost password and second factor.
//!
//! The link is mailed, with another token than it waits with in its letter, or printed and handed over. The store keeps the hash of its
//! token. Looking at it changes nothing; who accepts it uses it up. A clinic has one invitation for an address: the newest.

use super::model::Staff;
use super::rows::{self, INVITATIONS};
use super::staffing;
use super::under_way::{InvitationPurpose, StaffInvitation};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::mail::{EmailAddress, Letter, successor};
use crate::secret::{Token, TokenHash};
use crate::session;
use crate::store::{Expiring, Reader, Result, Tx};
use crate::work::StaffId;

/// The invitations to a clinic, by the key of their address.
pub(super) const INVITED: Expiring<(ClinicId, String), TokenHash> = Expiring::new("staff-invited");

/// What a letter calls such a link where it names the token in it.
const HELD: &str = "staff-link";

/// What an invitation is made of.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// The address that signs in.
    pub address: EmailAddress,
    /// Their name, if it is known.
    pub name: String,
    /// What it is for.
    pub purpose: InvitationPurpose,
    /// Who of the staff makes it, if it is one of them.
    pub by: Option<StaffId>,
    /// The clinic at which the link is printed, if it is.
    pub printed_at: Option<ClinicId>,
}

/// An invitation to a clinic, as its owners see it.
#[derive(Clone, Debug)]
pub struct PendingInvitation {
    /// By what it is named. It opens nothing.
    pub reference: String,
    /// The invitation.
    pub invitation: StaffInvitation,
    /// When it ends.
    pub ends: Moment,
}

/// Makes an invitation that this token opens; gives when it ends.
///
/// # Errors
/// What the store says.
pub fn issue(tx: &mut Tx<'_>, token: &Token, new: NewInvitation) -> Result<Moment> {
    let NewInvitation { address, name, purpose, by, printed_at } = new;
    let epoch = epoch(tx, rows::of_address(tx, &address)?.as_ref())?;
    let ends = tx.now().plus_days(purpose.days());
    if let InvitationPurpose::Role(clinic, _) = &purpose {
        withdraw(tx, clinic, &address)?;
        INVITED.put(tx, &(clinic.clone(), address.key()), token.hash(), ends)?;
    }
    INVITATIONS.put(tx, &token.hash(), StaffInvitation { address, purpose, name, by, printed_at, epoch }, ends)?;
    Ok(ends)
}

fn epoch(r: &dyn Reader, staff: Option<&Staff>) -> Result<Option<u32>> {
    match staff {
        Some(staff) => Ok(session::standing(r, staff.subject())?.map(|standing| standing.epoch)),
        None => Ok(None),
    }
}

/// A letter with the link of this token in it, which is made anew when the letter is sent.
pub(super) fn holding(letter: Letter, token: &Token) -> Letter {
    letter.holding(HELD, token.text())
}

/// Another token for the link that waited with a letter; see [`successor::renew`].
///
/// # Errors
/// What the store says.
pub fn renew_token(tx: &mut Tx<'_>, about: &str, token: &str) -> Result<Option<String>> {
    if about == HELD { successor::renew(tx, &INVITATIONS, token) } else { Ok(None) }
}

/// The live invitation of a token, and who of the staff has its address already.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, token: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    match successor::row_of(r, token)? {
        Some(row) => live(r, row),
        None => Ok(None),
    }
}

/// The same by the hash under which it is stored.
fn live(r: &dyn Reader, row: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    let Some(invitation) = INVITATIONS.get(r, &row)? else { return Ok(None) };
    let staff = rows::of_address(r, &invitation.address)?;
    // Who has a new way in since, has become one of the staff by another invitation, or was closed out, has no use of this one.
    let is_closed = staff.as_ref().is_some_and(|staff| staff.disabled.is_some());
    let current =
        epoch(r, staff.as_ref())? == invitation.epoch && !is_closed && is_safe(r, &invitation, staff.as_ref())?;
    Ok(current.then_some((invitation, staff)))
}

/// Whether who holds the link may have it: a sheet that one clinic has printed opens no sign-in that reaches into another one.
fn is_safe(r: &dyn Reader, invitation: &StaffInvitation, staff: Option<&Staff>) -> Result<bool> {
    match (&invitation.purpose, &invitation.printed_at, staff) {
        (InvitationPurpose::Reset(id), Some(clinic), Some(staff)) => {
            Ok(rows::role(r, *id, clinic)?.is_some() && !staffing::reaches_further(r, staff, clinic)?)
        }
        _ => Ok(true),
    }
}

/// Uses an invitation up: of several that try at once, one gets it.
pub(super) fn consume(tx: &mut Tx<'_>, token: TokenHash) -> Result<Option<(StaffInvitation, Option<Staff>)>> {
    let Some(row) = successor::row_of(tx, token)? else { return Ok(None) };
    let found = live(tx, row)?;
    if let Some((StaffInvitation { purpose: InvitationPurpose::Role(clinic, _), address, .. }, _)) = &found {
        INVITED.delete(tx, &(clinic.clone(), address.key()))?;
    }
    INVITATIONS.delete(tx, &row)?;
    Ok(found)
}

/// The live invitations to a clinic, in the order of their addresses.
///
/// # Errors
/// What the store says.
pub fn pending(r: &dyn Reader, clinic: &ClinicId) -> Result<Vec<PendingInvitation>> {
    let mut all = Vec::new();
    for (_, row, ends) in INVITED.prefix_with_ends(r, clinic, rows::MOST)? {
        if let Some((invitation, _)) = live(r, row)? {
            all.push(PendingInvitation { reference: row.reference(), invitation, ends });
        }
    }
    Ok(all)
}

/// Withdraws the invitation of an address to a clinic; says whether there was one.
///
/// # Errors
/// What the store says.
pub fn withdraw(tx: &mut Tx<'_>, clinic: &ClinicId, address: &EmailAddress) -> Result<bool> {
    let key = (clinic.clone(), address.key());
    let Some(token) = INVITED.get(tx, &key)? else { return Ok(false) };
    INVITED.delete(tx, &key)?;
    INVITATIONS.delete(tx, &token)?;
    Ok(true)
}
