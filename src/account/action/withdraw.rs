//! アカウント退会.

use super::change_password::current_problem;
use crate::account::form::WithdrawalForm;
use crate::account::ties::{CANCEL_COMING, Ties};
use crate::account::withdrawal::{self, Farewell};
use crate::account::{SignedIn, page, path};
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;

/// 退会: what it means, and the form.
pub async fn show(cx: Cx, me: SignedIn, ties: &'static dyn Ties) -> Result {
    let typed = cx.kept_form().await?.unwrap_or_default();
    let tied = cx.read(|r| ties.leaving(&cx, r, me.account.id)).await?;
    Ok(cx.page(page::account::withdrawal(&cx, &tied, &typed, &Problems::default())))
}

/// Deletes the account and everything of it.
pub async fn withdraw(cx: Cx, me: SignedIn, ties: &'static dyn Ties) -> Result {
    let form: WithdrawalForm = cx.typed();
    let reason = match form.check(current_problem(&cx, &me.account, &form.current_password).await?) {
        Ok(reason) => reason,
        Err(problems) => {
            let tied = cx.read(|r| ties.leaving(&cx, r, me.account.id)).await?;
            return Ok(cx.refuse(page::account::withdrawal(&cx, &tied, &form, &problems)));
        }
    };
    let farewell = Farewell { reason, cancel_coming: cx.form().has(CANCEL_COMING) };
    let seen = me.account;
    let Done(()) =
        cx.work(move |work, me: SignedIn| withdrawal::withdraw(work, &me.account, &seen, &farewell, ties)).await?;
    Ok(cx.go_to(path::WITHDRAWN).anonymous().on_unknown_device())
}

/// That it is done.
pub async fn withdrawn(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::account::withdrawn(&cx)))
}
