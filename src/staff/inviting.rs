//! What an owner does to bring somebody in: inviting, and a new way in for somebody who has lost theirs. The link is mailed, or stands on
//! a sheet that is printed and handed over.

use super::invitation::{self, NewInvitation};
use super::model::Staff;
use super::role::Role;
use super::staffing::{self, StaffMember};
use super::under_way::InvitationPurpose;
use super::{credential, letter, path, rows};
use crate::clinic::{Clinic, ClinicId};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::secret::Token;
use crate::work::{Denied, Outcome, Refuse, StaffId, Work};
use std::convert::Infallible;

/// How a link reaches whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkWay {
    /// By mail, to their address.
    Mail,
    /// On a sheet that is printed.
    Sheet,
}

impl LinkWay {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Mail, Self::Sheet];

    /// Its word in forms.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sheet => "sheet",
        }
    }

    /// The way of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.value() == word)
    }
}

/// Whom an owner invites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewColleague {
    /// Their name.
    pub name: String,
    /// The address that signs in.
    pub address: EmailAddress,
    /// In which role.
    pub role: Role,
}

/// Why nobody was invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColleagueNotInvited {
    /// Who has the address works there already.
    WorksHere,
}

/// Why no link was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReset {
    /// The sign-in opens more than this clinic, so that its link goes to the person alone.
    MailOnly,
    /// The sign-in is closed.
    Closed,
}

/// Invites somebody to a clinic; gives when the invitation ends.
///
/// # Errors
/// Refused when they work there already; denied after too many.
pub fn invite(
    work: &mut Work<'_>,
    clinic: &Clinic,
    me: &Staff,
    new: &NewColleague,
    way: LinkWay,
    token: &Token,
) -> Outcome<Moment, ColleagueNotInvited> {
    credential::count_link(work, &clinic.id)?;
    let known = rows::of_address(work, &new.address)?;
    if let Some(known) = &known
        && rows::role(work, known.id, &clinic.id)?.is_some()
    {
        return Err(ColleagueNotInvited::WorksHere).or_refuse();
    }
    let purpose = InvitationPurpose::Role(clinic.id.clone(), new.role);
    let ends = invitation::issue(
        work,
        token,
        NewInvitation {
            address: new.address.clone(),
            name: new.name.clone(),
            purpose,
            by: Some(me.id),
            printed_at: (way == LinkWay::Sheet).then(|| clinic.id.clone()),
        },
    )?;
    if way == LinkWay::Mail {
        let url = work.link(&path::of_invitation(token));
        let context = letter::context(work, known.as_ref().map(|known| known.subject()))?;
        let offer = letter::StaffOffer { clinic, me, role: new.role, url, ends };
        work.send(&invitation::holding(letter::invited(&context, &new.address, &offer), token))?;
    }
    work.record(me.event("staff_invited").with("clinic", &clinic.id).with("role", new.role.value()));
    Ok(ends)
}

/// Withdraws an invitation by its reference.
///
/// # Errors
/// Denied when there is none.
pub fn withdraw(work: &mut Work<'_>, clinic: &ClinicId, reference: &str) -> Outcome<(), Infallible> {
    let pending = invitation::pending(work, clinic)?;
    let found = pending.into_iter().find(|pending| pending.reference == reference).ok_or(Denied::NotFound)?;
    invitation::withdraw(work, clinic, &found.invitation.address)?;
    Ok(())
}

/// Makes a link to a new password and a new second factor for somebody of a clinic; gives who it is and when it ends. What they have
/// counts until it is used.
///
/// # Errors
/// Refused when it must be mailed, or the sign-in is closed; denied when they do not work there, or after too many.
pub fn reset(
    work: &mut Work<'_>,
    clinic: &Clinic,
    me: &Staff,
    id: StaffId,
    way: LinkWay,
    token: &Token,
) -> Outcome<(StaffMember, Moment), NotReset> {
    let member = staffing::member(work, &clinic.id, id)?.ok_or(Denied::NotFound)?;
    credential::count_link(work, &clinic.id)?;
    if !member.is_active() {
        return Err(NotReset::Closed).or_refuse();
    }
    if way == LinkWay::Sheet && staffing::reaches_further(work, &member.staff, &clinic.id)? {
        return Err(NotReset::MailOnly).or_refuse();
    }
    let new = NewInvitation {
        address: member.staff.address.clone(),
        name: member.staff.name.clone(),
        purpose: InvitationPurpose::Reset(id),
        by: Some(me.id),
        printed_at: (way == LinkWay::Sheet).then(|| clinic.id.clone()),
    };
    let ends = invitation::issue(work, token, new)?;
    if way == LinkWay::Mail {
        let url = work.link(&path::of_invitation(token));
        let context = letter::context(work, Some(member.staff.subject()))?;
        let letter = letter::reset(&context, &member.staff.address, clinic, &url, ends);
        work.send(&invitation::holding(letter, token))?;
    }
    work.record(member.staff.event("staff_reset_link").with("clinic", &clinic.id));
    Ok((member, ends))
}
