//! Inviting somebody to a clinic, and withdrawing an invitation.

use crate::clinic::path::of_clinic;
use crate::secret::Token;
use crate::staff::form::{InviteField, InviteForm, StaffProblem};
use crate::staff::guard::{ClinicOwner, Recent};
use crate::staff::inviting::{self, ColleagueNotInvited, LinkWay};
use crate::staff::{invitation, page, path, rows};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The form.
pub async fn show(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(page::invite::new(&cx, &me.clinic, &typed, &Problems::default())))
}

/// Mails the link, or shows it once to be printed.
pub async fn send(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let form: InviteForm = cx.typed();
    let (new, way) = match form.check() {
        Ok(checked) => checked,
        Err(problems) => return Ok(cx.refuse(page::invite::new(&cx, &me.clinic, &form, &problems))),
    };
    let (token, name) = (Token::mint(), new.name.clone());
    let url = cx.link(&path::of_invitation(&token));
    let ended = cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| {
            inviting::invite(work, &me.clinic, &me.staff, &new, way, &token)
        })
        .await?;
    match (ended, way) {
        (Done(_), LinkWay::Mail) => Ok(cx.go_to(format!("{}?done=invited", of_clinic(path::MEMBERS, &me.clinic.id)))),
        (Done(ends), LinkWay::Sheet) => Ok(cx.page(page::invite::sheet(&cx, &me.clinic, &name, &url, ends))),
        (Refused(ColleagueNotInvited::WorksHere), _) => {
            let problems = Problems::one(InviteField::Email, StaffProblem::WorksHere);
            Ok(cx.refuse(page::invite::new(&cx, &me.clinic, &form, &problems)))
        }
    }
}

/// An invitation that waits.
pub async fn pending(cx: Cx, me: ClinicOwner) -> Result {
    let reference = cx.param("invitation");
    let found = cx
        .read(|r| {
            let all = invitation::pending(r, &me.clinic.id)?;
            let Some(found) = all.into_iter().find(|pending| pending.reference == reference) else { return Ok(None) };
            let by = found.invitation.by.map(|by| rows::find(r, by)).transpose()?.flatten();
            Ok(Some((found, by)))
        })
        .await?;
    let (found, by) = found.ok_or(Failure::NotFound)?;
    Ok(cx.page(page::invite::pending(&cx, &me.clinic, &found, by.as_ref().map(|by| by.name.as_str()))))
}

/// Withdraws it.
pub async fn withdraw(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let reference = cx.param("invitation").to_owned();
    let Done(()) = cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| inviting::withdraw(work, &me.clinic.id, &reference))
        .await?;
    Ok(cx.go_to(format!("{}?done=withdrawn", of_clinic(path::MEMBERS, &me.clinic.id))))
}
