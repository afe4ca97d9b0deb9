//! Changing a member of the family.

use super::named::named;
use crate::account::{CHANGE_COMING, Member, Patient, Ties};
use crate::family::form::{MemberForm, MemberProblems};
use crate::family::{membership, page, path};
use crate::person::Draft;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

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
    let tied = cx.read(|r| ties.changing(&cx, r, me.account.id, &member)).await?;
    Ok(cx.page(page::form::change(&cx, &member, &typed, &tied, &MemberProblems::default())))
}

/// Stores the change, and leads back to where it was wanted.
pub async fn change(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let member = named(&cx, &me).await?;
    let typed: MemberForm = cx.typed();
    let (relation, person) = match typed.check_changed(cx.now.jst_date()) {
        Ok(right) => right,
        Err(problems) => {
            let tied = cx.read(|r| ties.changing(&cx, r, me.account.id, &member)).await?;
            return Ok(cx.refuse(page::form::change(&cx, &member, &typed, &tied, &problems)));
        }
    };
    let changed = Member { relation, person, ..member.clone() };
    let coming = cx.form().has(CHANGE_COMING);
    let outcome =
        cx.work(move |work, me: Patient| membership::change(work, &me.account, &changed, coming, ties)).await?;
    let done = match outcome {
        Done(()) => "changed",
        Refused(_) => "known",
    };
    Ok(cx.go_to(format!("{}?done={done}", path::FAMILY)))
}
