//! ご家族を追加する.

use crate::account::{Patient, care};
use crate::family::form::{MemberForm, MemberProblems};
use crate::family::membership::{self, NotAdded};
use crate::family::{page, path};
use crate::person::Draft;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form, with phone and postal address of the account's own person.
pub async fn show(cx: Cx, me: Patient) -> Result {
    if cx.read(|r| membership::is_full(r, &me.account)).await? {
        return Ok(cx.page(page::form::full(&cx)));
    }
    let typed = match cx.kept_form().await? {
        Some(kept) => kept,
        None => {
            let own = cx.read(|r| care::own(r, me.account.id)).await?;
            let person = own.map(|own| Draft::of_contact(own.person.contact())).unwrap_or_default();
            MemberForm { person, ..MemberForm::default() }
        }
    };
    Ok(cx.page(page::form::add(&cx, &typed, &MemberProblems::default())))
}

/// Adds the member. Somebody whom the account has already is shown as they are.
pub async fn add(cx: Cx, _: Patient) -> Result {
    let typed: MemberForm = cx.typed();
    let (relation, person) = match typed.check(cx.now.jst_date()) {
        Ok(right) => right,
        Err(problems) => return Ok(cx.refuse(page::form::add(&cx, &typed, &problems))),
    };
    let outcome = cx.work(move |work, me: Patient| membership::add(work, &me.account, relation, &person)).await?;
    Ok(match outcome {
        Done(_) => cx.go_to(format!("{}?done=added", path::FAMILY)),
        Refused(NotAdded::Known(_)) => cx.go_to(format!("{}?done=known", path::FAMILY)),
        Refused(NotAdded::Full) => cx.conflict(page::form::full(&cx)),
    })
}
