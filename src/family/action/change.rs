//! Changing a member of the family.

use super::named::named;
use crate::account::{CHANGE_COMING, Member, Patient, Ties};
use crate::family::form::{MemberField, MemberForm, MemberProblem, MemberProblems};
use crate::family::membership::{self, MemberNotChanged};
use crate::family::{page, path, sharing};
use crate::person::{Draft, PersonField};
use crate::ui::{Page, Problems};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use std::slice;

/// The form, with what is stored.
pub async fn show(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let member = named(&cx, &me).await?;
    let typed = match cx.kept_form().await? {
        Some(kept) => kept,
        None => MemberForm {
            relation: member.relation.value().to_owned(),
            person: Draft::of(&member.person),
            consent: String::new(),
        },
    };
    Ok(cx.page(form(&cx, &me, ties, &member, &typed, &MemberProblems::default()).await?))
}

async fn form(
    cx: &Cx,
    me: &Patient,
    ties: &'static dyn Ties,
    member: &Member,
    typed: &MemberForm,
    problems: &MemberProblems,
) -> std::result::Result<Page, Failure> {
    let (tied, holder) = cx
        .read(|r| Ok((ties.changing(cx, r, me.account.id, slice::from_ref(member))?, sharing::holder_of(r, member)?)))
        .await?;
    Ok(page::form::change(cx, member, holder.as_deref(), typed, &tied, problems))
}

/// Stores the change, and leads back to where it was wanted.
pub async fn change(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let member = named(&cx, &me).await?;
    let typed: MemberForm = cx.typed();
    let typed = if member.is_held() { typed } else { typed.about(&member.person) };
    let (relation, person) = match typed.check_changed(cx.now.jst_date()) {
        Ok(right) => right,
        Err(problems) => return Ok(cx.refuse(form(&cx, &me, ties, &member, &typed, &problems).await?)),
    };
    let changed = Member { relation, person, ..member.clone() };
    let coming = cx.form().has(CHANGE_COMING);
    let outcome =
        cx.work(move |work, me: Patient| membership::change(work, &me.account, &changed, coming, ties)).await?;
    let done = match outcome {
        Done(()) => "changed",
        Refused(MemberNotChanged::Known(_)) => "known",
        Refused(MemberNotChanged::Younger) => {
            let born = MemberField::Person(PersonField::BirthDate);
            let problems = Problems::one(born, MemberProblem::Younger);
            return Ok(cx.refuse(form(&cx, &me, ties, &member, &typed, &problems).await?));
        }
    };
    Ok(cx.go_to(format!("{}?done={done}", path::FAMILY)))
}
