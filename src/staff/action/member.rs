//! Somebody of a clinic: another role, suspended or not, a new way in, and no longer there.

use crate::clinic::path::of_clinic;
use crate::secret::Token;
use crate::staff::form::{StaffMemberField, StaffMemberForm, StaffProblem, StaffProblems};
use crate::staff::guard::{ClinicOwner, Recent};
use crate::staff::inviting::{self, LinkWay, NotReset};
use crate::staff::role::Role;
use crate::staff::staffing::{self, LastOwner, StaffMember};
use crate::staff::{page, path, role_change};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Reply, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::StaffId;

/// Who it is.
pub async fn show(cx: Cx, me: ClinicOwner) -> Result {
    let member = named(&cx, &me).await?;
    let typed = cx.kept_form().await?.unwrap_or_else(|| choice_of(member.role));
    Ok(cx.page(page::member::show(&cx, &me.clinic, &member, &typed, &Problems::default())))
}

fn choice_of(role: Role) -> StaffMemberForm {
    StaffMemberForm { role: role.value().to_owned(), ..StaffMemberForm::default() }
}

/// Gives them another role.
pub async fn change_role(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    let form: StaffMemberForm = cx.typed();
    let refuse = |problem| {
        let problems = Problems::one(StaffMemberField::Role, problem);
        Ok(cx.refuse(page::member::show(&cx, &me.clinic, &member, &form, &problems)))
    };
    let Some(role) = Role::parse(&form.role) else { return refuse(StaffProblem::RoleMissing) };
    let id = member.staff.id;
    match cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| role_change::change(work, &me.clinic.id, id, role))
        .await?
    {
        Done(()) => Ok(back(&cx, &me, id, "role", role == Role::Owner)),
        Refused(LastOwner) => refuse(StaffProblem::LastOwner),
    }
}

/// Suspending them, or letting them in again.
pub async fn suspension(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    Ok(cx.page(page::member::suspension(&cx, &me.clinic, &member)))
}

/// Does so.
pub async fn set_suspended(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    let suspends = cx.form().get(page::member::WANTED) != page::member::RESUMED;
    let id = member.staff.id;
    let verb = if suspends { staffing::suspend } else { staffing::resume };
    match cx.work(move |work, Recent(me): Recent<ClinicOwner>| verb(work, &me.clinic.id, id)).await? {
        Done(()) => Ok(back(&cx, &me, id, if suspends { "suspended" } else { "resumed" }, !suspends)),
        Refused(LastOwner) => Ok(cx.conflict(page::member::last_owner(&cx, &me.clinic, &member))),
    }
}

/// A new way in.
pub async fn new_way_in(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    let may_print = may_print(&cx, &me, &member).await?;
    let typed = cx.kept_form().await?.unwrap_or_else(by_mail);
    Ok(cx.page(page::member::reset(&cx, &me.clinic, &member, may_print, &typed, &Problems::default())))
}

fn by_mail() -> StaffMemberForm {
    StaffMemberForm { way: LinkWay::Mail.value().to_owned(), ..StaffMemberForm::default() }
}

async fn may_print(cx: &Cx, me: &ClinicOwner, member: &StaffMember) -> std::result::Result<bool, Failure> {
    Ok(!cx.read(|r| staffing::reaches_further(r, &member.staff, &me.clinic.id)).await?)
}

/// Mails its link, or shows it once to be printed.
pub async fn reset(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    let may_print = may_print(&cx, &me, &member).await?;
    let form: StaffMemberForm = cx.typed();
    let refuse = |problems: StaffProblems<StaffMemberField>| {
        Ok(cx.refuse(page::member::reset(&cx, &me.clinic, &member, may_print, &form, &problems)))
    };
    let Some(way) = LinkWay::parse(&form.way) else {
        return refuse(Problems::one(StaffMemberField::Way, StaffProblem::WayMissing));
    };
    let (token, id) = (Token::mint(), member.staff.id);
    let url = cx.link(&path::of_invitation(&token));
    let ended = cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| {
            inviting::reset(work, &me.clinic, &me.staff, id, way, &token)
        })
        .await?;
    match (ended, way) {
        (Done(_), LinkWay::Mail) => Ok(back(&cx, &me, id, "reset", true)),
        (Done((member, ends)), LinkWay::Sheet) => {
            Ok(cx.page(page::invite::sheet(&cx, &me.clinic, &member.staff.name, &url, ends)))
        }
        (Refused(NotReset::MailOnly), _) => refuse(Problems::one(StaffMemberField::Way, StaffProblem::MailOnly)),
        (Refused(NotReset::Closed), _) => refuse(Problems::default()),
    }
}

/// Taking their role away.
pub async fn removal(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    Ok(cx.page(page::member::removal(&cx, &me.clinic, &member)))
}

/// Does so.
pub async fn remove(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let member = named(&cx, &me).await?;
    let id = member.staff.id;
    match cx.work(move |work, Recent(me): Recent<ClinicOwner>| staffing::remove(work, &me.clinic.id, id)).await? {
        Done(()) => Ok(back(&cx, &me, id, "removed", false)),
        Refused(LastOwner) => Ok(cx.conflict(page::member::last_owner(&cx, &me.clinic, &member))),
    }
}

/// Back to the list, or to where somebody begins who has just taken their own rights away.
fn back(cx: &Cx, me: &ClinicOwner, about: StaffId, done: &str, is_owner_still: bool) -> Reply {
    if about == me.staff.id && !is_owner_still {
        return cx.go_to(path::CONSOLE);
    }
    cx.go_to(format!("{}?done={done}", of_clinic(path::MEMBERS, &me.clinic.id)))
}

/// Whom the path names.
async fn named(cx: &Cx, me: &ClinicOwner) -> std::result::Result<StaffMember, Failure> {
    let id = StaffId::parse(cx.param("member")).ok_or(Failure::NotFound)?;
    cx.read(|r| staffing::member(r, &me.clinic.id, id)).await?.ok_or(Failure::NotFound)
}
