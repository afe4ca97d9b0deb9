//! Removing a member of the family.

use super::named::held;
use crate::account::{CANCEL_COMING, Patient, Ties};
use crate::family::{membership, page, path};
use crate::web::{Cx, Result};
use crate::work::Ended::Done;

/// What it means, with what is still to come.
pub async fn show(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let member = held(&cx, &me).await?;
    let tied = cx.read(|r| ties.removing(&cx, r, me.account.id, &member)).await?;
    Ok(cx.page(page::removal::show(&cx, &member, &tied)))
}

/// Removes the member.
pub async fn remove(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let member = held(&cx, &me).await?;
    let cancel_coming = cx.form().has(CANCEL_COMING);
    let Done(()) =
        cx.work(move |work, me: Patient| membership::remove(work, &me.account, member.id, cancel_coming, ties)).await?;
    Ok(cx.go_to(format!("{}?done=removed", path::FAMILY)))
}
