//! ご利用情報の設定: the form, 確認, 登録する.

use crate::account::page::person::CHANGE_FAMILY;
use crate::account::person_edit::Along;
use crate::account::ties::{CHANGE_COMING, Ties};
use crate::account::{Member, Patient, Relation, care, page, path, person_edit, rows};
use crate::person::{Draft, Person};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;
use maud::Markup;

/// The person of a draft that has been checked before; `None` when it would not pass any more.
pub fn look_over(cx: &Cx, draft: Option<&Draft>) -> Option<Person> {
    draft?.check(cx.now.jst_date()).ok()
}

/// The form: what is stored or, coming back from 確認, what was typed.
pub async fn show(cx: Cx, me: Patient) -> Result {
    if let Some(draft) = cx.kept_form().await? {
        return Ok(cx.page(page::person::edit_form(&cx, &draft, &Problems::default())));
    }
    let draft = cx
        .read(|r| match rows::edit(r, me.account.id, cx.visitor())? {
            Some(draft) if cx.query("again") == "1" => Ok(Some(draft)),
            _ => Ok(rows::own_person(r, me.account.id)?.map(|person| Draft::of(&person))),
        })
        .await?;
    let draft = draft.ok_or(Failure::NotFound)?;
    Ok(cx.page(page::person::edit_form(&cx, &draft, &Problems::default())))
}

/// Keeps what was typed and leads on to 確認 when it is right.
pub async fn check(cx: Cx, _: Patient) -> Result {
    let draft = cx.typed::<Draft>();
    if let Err(problems) = draft.check(cx.now.jst_date()) {
        return Ok(cx.refuse(page::person::edit_form(&cx, &draft, &problems)));
    }
    let Done(()) = cx.work(move |work, me: Patient| person_edit::keep(work, &me.account, draft.clone())).await?;
    Ok(cx.go_to(path::PERSON_CONFIRMATION))
}

/// 確認.
pub async fn confirm(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let draft = cx.read(|r| rows::edit(r, me.account.id, cx.visitor())).await?;
    let Some(person) = look_over(&cx, draft.as_ref()) else { return Ok(cx.go_to(path::PERSON)) };
    let members = cx.read(|r| care::members(r, me.account.id)).await?;
    let before = members.iter().find(|member| member.relation == Relation::Own).ok_or(Failure::NotFound)?;
    let along = person_edit::moving_along(&members, &before.person, &person);
    let tied = match before.person == person {
        true => Markup::default(),
        false => {
            let changes = |member: &Member| member.id == before.id || along.iter().any(|one| one.id == member.id);
            let people: Vec<Member> = members.iter().filter(|member| changes(member)).cloned().collect();
            cx.read(|r| ties.changing(&cx, r, me.account.id, &people)).await?
        }
    };
    Ok(cx.page(page::person::edit_confirmation(&cx, &before.person, &person, &along, &tied)))
}

/// Stores the change.
pub async fn save(cx: Cx, _: Patient, ties: &'static dyn Ties) -> Result {
    let along = Along { coming: cx.form().has(CHANGE_COMING), family: cx.form().has(CHANGE_FAMILY) };
    let Done(saved) = cx.work(move |work, me: Patient| person_edit::confirm(work, &me.account, along, ties)).await?;
    Ok(if saved { cx.go_to(format!("{}?done=person", path::DASHBOARD)) } else { cx.go_to(path::PERSON) })
}
