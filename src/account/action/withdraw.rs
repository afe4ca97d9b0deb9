//! アカウント退会 (manual 4-2-3).

use super::change_password::current_problem;
use crate::account::ties::{CANCEL_COMING, Ties};
use crate::account::withdrawal::{self, Farewell};
use crate::account::{SignedIn, page, path, words};
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;

/// The longest reason, in characters.
const REASON: usize = 1000;

/// 退会: what it means, and the form.
pub async fn show(cx: Cx, me: SignedIn, ties: &'static dyn Ties) -> Result {
    let tied = cx.read(|r| ties.leaving(&cx, r, me.account.id)).await?;
    Ok(cx.page(page::account::withdrawal(&cx, &tied, "", &[])))
}

/// Deletes the account and everything of it.
pub async fn withdraw(cx: Cx, me: SignedIn, ties: &'static dyn Ties) -> Result {
    let reason = cx.form().get("reason").trim();
    let mut problems = Vec::new();
    if reason.chars().count() > REASON {
        problems.push(("reason", cx.say(words::WITHDRAWAL_REASON_LONG).to_owned()));
    }
    if let Some(problem) = current_problem(&cx, &me.account, cx.form().get("current_password")).await? {
        problems.push(("current_password", problem));
    }
    if !cx.form().has("agree") {
        problems.push(("agree", cx.say(words::WITHDRAWAL_TERMS_MISSING).to_owned()));
    }
    if !problems.is_empty() {
        let tied = cx.read(|r| ties.leaving(&cx, r, me.account.id)).await?;
        return Ok(cx.refuse(page::account::withdrawal(&cx, &tied, reason, &problems)));
    }
    let farewell = Farewell { reason: reason.to_owned(), cancel_coming: cx.form().has(CANCEL_COMING) };
    let seen = me.account;
    let Done(()) =
        cx.work(move |work, me: SignedIn| withdrawal::withdraw(work, &me.account, &seen, &farewell, ties)).await?;
    Ok(cx.done(path::WITHDRAWN).anonymous())
}

/// That it is done.
pub async fn withdrawn(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::account::withdrawn(&cx)))
}
