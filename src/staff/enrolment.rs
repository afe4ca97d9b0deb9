//! Accepting an invitation: name and password first, then the second factor, whose first code makes somebody one of the staff.
//!
//! What is under way belongs to one browser. The invitation is used up with the first code; until then it can be opened again.

use super::authenticator::CodeRefused;
use super::invitation;
use super::letter::OwnerNews;
use super::model::{Staff, recovery_hashes};
use super::sign_in::NewStaffSession;
use super::under_way::{Enrolment, EnrolmentOrigin, InvitationPurpose, StaffInvitation};
use super::{credential, known_device, pin, rows, setup, sign_in, telling};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::secret::TokenHash;
use crate::session;
use crate::store;
use crate::work::{Denied, Outcome, Refuse, StaffId, Work};
use std::convert::Infallible;

/// What the first code makes, all of it minted beforehand: a write may run twice.
#[derive(Clone)]
pub struct NewSignIn {
    /// The recovery codes, as they are shown once.
    pub codes: Vec<String>,
    /// The language of their pages.
    pub lang: Lang,
    /// The first session.
    pub session: NewStaffSession,
}

/// Keeps name, password and a new second factor in this browser, under a token that nobody has seen before.
///
/// # Errors
/// What the store says.
pub fn begin(work: &mut Work<'_>, enrolment: &Enrolment, fresh: TokenHash) -> Outcome<(), Infallible> {
    let before = work.visitor();
    setup::goes_along(work, before, fresh)?;
    session::replace(work, &before, fresh)?;
    Ok(rows::put_enrolment(work, fresh, enrolment.clone())?)
}

/// Makes somebody one of the staff, or gives them a new way in, by the first code of their second factor, and signs them in.
///
/// # Errors
/// Refused when the code is wrong; denied when the invitation was used or has ended, or when there is an owner already.
pub fn finish(work: &mut Work<'_>, typed: &str, new: &NewSignIn) -> Outcome<(), CodeRefused> {
    let before = work.visitor();
    let enrolment = rows::enrolment(work, before)?.ok_or(Denied::NotFound)?;
    let authenticator = enrolment.authenticator.accept(typed, work.now()).or_refuse()?;
    let enrolment = Enrolment { authenticator, ..enrolment };
    let staff = match enrolment.origin.clone() {
        EnrolmentOrigin::FirstStart(address) => {
            if !setup::close(work, before)? {
                return Err(Denied::NotFound.into());
            }
            added(work, enrolment, address, First::Yes, new)?
        }
        EnrolmentOrigin::Invitation(token) => {
            let (invitation, known) = invitation::consume(work, token)?.ok_or(Denied::NotFound)?;
            let staff = match known {
                Some(known) => {
                    let by = invitation.by.map(|by| rows::find(work, by)).transpose()?.flatten();
                    let staff = renewed(work, enrolment, known, new)?;
                    telling::owners_everywhere(work, &staff, &OwnerNews::Reset(by.map(|by| by.name)))?;
                    staff
                }
                None => added(work, enrolment, invitation.address.clone(), First::No, new)?,
            };
            take_up(work, &staff, &invitation)?;
            staff
        }
    };
    rows::put_new_codes(work, staff.id, new.codes.clone())?;
    rows::end_enrolment(work, before)?;
    Ok(sign_in::start(work, &staff, new.session)?)
}

/// Whether somebody is the first of the staff.
#[derive(PartialEq, Eq)]
enum First {
    /// The owner of the first start. They open clinics and are the operator as well: a small clinic has nobody else.
    Yes,
    /// Everybody else.
    No,
}

/// Stores somebody new.
fn added(
    work: &mut Work<'_>,
    enrolment: Enrolment,
    address: EmailAddress,
    first: First,
    new: &NewSignIn,
) -> store::Result<Staff> {
    let Enrolment { name, password, authenticator, .. } = enrolment;
    let staff = Staff {
        id: StaffId::mint(),
        address,
        name,
        password,
        authenticator,
        recovery_codes: recovery_hashes(&new.codes),
        created: work.now(),
        opens_clinics: first == First::Yes,
        operator: first == First::Yes,
        disabled: None,
        signed_in: Some(work.now()),
    };
    rows::add(work, &staff)?;
    session::admit(work, staff.subject(), new.lang)?;
    work.record(staff.event("staff_added"));
    Ok(staff)
}

/// Stores a new name, password and second factor of somebody known. Their sessions end and their devices are forgotten: the old
/// password may be in other hands, or the old telephone.
fn renewed(work: &mut Work<'_>, enrolment: Enrolment, known: Staff, new: &NewSignIn) -> store::Result<Staff> {
    let Enrolment { name, password, authenticator, .. } = enrolment;
    session::end_all(work, known.subject())?;
    known_device::forget_all(work, known.id)?;
    credential::forgive(work, &known)?;
    pin::forget(work, known.id)?;
    let staff = Staff {
        name,
        password,
        authenticator,
        recovery_codes: recovery_hashes(&new.codes),
        signed_in: Some(work.now()),
        ..known
    };
    rows::put(work, &staff)?;
    work.record(staff.event("staff_reset"));
    Ok(staff)
}

/// Gives somebody who is signed in what an invitation to their address offers.
///
/// # Errors
/// Denied when it was used or has ended, or is for somebody else.
pub fn accept(work: &mut Work<'_>, me: &Staff, token: TokenHash) -> Outcome<(), Infallible> {
    let (invitation, known) = invitation::consume(work, token)?.ok_or(Denied::NotFound)?;
    if known.is_none_or(|known| known.id != me.id) {
        return Err(Denied::NotFound.into());
    }
    Ok(take_up(work, me, &invitation)?)
}

fn take_up(work: &mut Work<'_>, staff: &Staff, invitation: &StaffInvitation) -> store::Result<()> {
    match &invitation.purpose {
        // Who works there already stays what they are: an invitation is no change of a role.
        InvitationPurpose::Role(clinic, _) if rows::role(work, staff.id, clinic)?.is_some() => {}
        InvitationPurpose::Role(clinic, role) => {
            rows::give_role(work, staff.id, clinic, *role)?;
            work.record(staff.event("staff_role").with("clinic", clinic).with("role", role.value()));
            telling::owners_of(work, clinic, staff, &OwnerNews::Joined(*role))?;
        }
        InvitationPurpose::Operator => {
            rows::put(work, &Staff { operator: true, ..staff.clone() })?;
            work.record(staff.event("staff_operator"));
        }
        InvitationPurpose::Reset(_) => {}
    }
    Ok(())
}
