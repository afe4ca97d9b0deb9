//! An invitation: name and password of somebody new, or what it offers to who is signed in.

use crate::clinic::{self, Clinic};
use crate::credential::count_hash;
use crate::secret::Token;
use crate::staff::enrolment;
use crate::staff::form::InvitationForm;
use crate::staff::guard::{MaybeStaff, SignedInStaff};
use crate::staff::invitation;
use crate::staff::model::Staff;
use crate::staff::under_way::{Enrolment, EnrolmentOrigin, InvitationPurpose, StaffInvitation};
use crate::staff::{Authenticator, credential, page, path};
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Failure, Result};
use crate::work::Ended::Done;
use crate::work::Stop;
use std::convert::Infallible;
use std::sync::Arc;

/// A live invitation.
struct Found {
    token: Token,
    invitation: StaffInvitation,
    /// Who has its address already.
    known: Option<Staff>,
    /// The clinic that it is for, if it is for one.
    clinic: Option<Arc<Clinic>>,
}

/// What the invitation offers. Opening it changes nothing.
pub async fn show(cx: Cx, me: MaybeStaff) -> Result {
    let Some(Found { invitation, known, clinic, .. }) = look(&cx).await? else { return Ok(dead(&cx)) };
    Ok(match offered_to(&invitation, known.as_ref()) {
        OfferedTo::Newcomer => {
            let typed = cx.kept_form().await?.unwrap_or_else(|| typed_before(&invitation, known.as_ref()));
            cx.page(page::invitation::new(&cx, &invitation, clinic.as_deref(), &typed, &Problems::default()))
        }
        OfferedTo::Colleague => {
            let mine = me.staff.is_some_and(|me| known.is_some_and(|known| known.id == me.id));
            cx.page(page::invitation::further(&cx, &invitation, clinic.as_deref(), mine))
        }
    })
}

/// Goes on to the second factor; or gives who is signed in what the invitation offers.
pub async fn accept(cx: Cx, _: Anyone) -> Result {
    let Done(()) = cx.work(|work, _: Anyone| Ok::<_, Stop<Infallible>>(credential::count_invitation(work)?)).await?;
    let Some(Found { token, invitation, known, clinic }) = look(&cx).await? else { return Ok(dead(&cx)) };
    let Done(()) =
        cx.work(|work, _: Anyone| Ok::<_, Stop<Infallible>>(credential::give_invitation_back(work)?)).await?;
    if offered_to(&invitation, known.as_ref()) == OfferedTo::Colleague {
        let token = token.hash();
        let Done(()) = cx.work(move |work, me: SignedInStaff| enrolment::accept(work, &me.staff, token)).await?;
        return Ok(cx.go_to(path::CONSOLE));
    }
    let form: InvitationForm = cx.typed();
    let (name, password) = match form.check(&invitation.address) {
        Ok(checked) => checked,
        Err(problems) => {
            return Ok(cx.refuse(page::invitation::new(&cx, &invitation, clinic.as_deref(), &form, &problems)));
        }
    };
    count_hash(&cx).await?;
    let password = cx.hash(password.as_bytes()).await?;
    let (fresh, authenticator) = (cx.new_token(), Authenticator::mint());
    let enrolment = Enrolment { origin: EnrolmentOrigin::Invitation(token.hash()), name, password, authenticator };
    let visitor = fresh.hash();
    let Done(()) = cx.work(move |work, _: Anyone| enrolment::begin(work, &enrolment, visitor)).await?;
    Ok(cx.go_to(path::AUTHENTICATOR).going_on_as(fresh))
}

/// To whom an invitation is made.
#[derive(PartialEq, Eq)]
enum OfferedTo {
    /// Somebody who makes a sign-in, or a new one in the place of theirs.
    Newcomer,
    /// Somebody who has one, and signs in with it.
    Colleague,
}

const fn offered_to(invitation: &StaffInvitation, known: Option<&Staff>) -> OfferedTo {
    match (&invitation.purpose, known) {
        (InvitationPurpose::Role(..) | InvitationPurpose::Operator, Some(_)) => OfferedTo::Colleague,
        (InvitationPurpose::Role(..) | InvitationPurpose::Operator, None) | (InvitationPurpose::Reset(_), _) => {
            OfferedTo::Newcomer
        }
    }
}

fn typed_before(invitation: &StaffInvitation, known: Option<&Staff>) -> InvitationForm {
    let name = known.map_or_else(|| invitation.name.clone(), |known| known.name.clone());
    InvitationForm { name, ..InvitationForm::default() }
}

async fn look(cx: &Cx) -> std::result::Result<Option<Found>, Failure> {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(None) };
    let found = cx
        .read(|r| {
            let Some((invitation, known)) = invitation::find(r, token.hash())? else { return Ok(None) };
            let clinic = match &invitation.purpose {
                InvitationPurpose::Role(id, _) => clinic::rows::find(r, id)?,
                InvitationPurpose::Operator | InvitationPurpose::Reset(_) => None,
            };
            Ok(Some((invitation, known, clinic)))
        })
        .await?;
    Ok(found.map(|(invitation, known, clinic)| Found { token, invitation, known, clinic }))
}

fn dead(cx: &Cx) -> crate::web::Reply {
    cx.gone(page::invitation::dead(cx))
}
