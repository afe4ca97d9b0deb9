//! アカウント退会 (manual 4-2-3).

use super::change_password::current_problem;
use crate::account::ties::Ties;
use crate::account::{SignedIn, letter, page, parting, path, store, words};
use crate::mail::outbox;
use crate::web::{Anyone, Cx, Failure, Result, session};

/// The longest reason, in characters.
const REASON: usize = 1000;

/// 退会: what it means, and the form.
pub async fn show(cx: Cx, me: SignedIn, ties: &'static dyn Ties) -> Result {
    let tied = cx.read(|r| ties.leaving(&cx, r, me.account.id)).await?;
    Ok(cx.page(page::account::withdrawal(&cx, &tied, "", &[])))
}

/// Deletes the account and everything of it, in one transaction. The reason stays, without whose it was.
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
    let (context, seen, reason) = (cx.clone(), me.account, reason.to_owned());
    cx.write(move |tx| {
        let cx = &context;
        // The password that was given must still be the account's when it is deleted.
        let Some(account) = SignedIn::again(tx, cx)?.filter(|now| now.password == seen.password) else {
            return Ok(Err(Failure::SignIn));
        };
        parting::forget_mail(tx, &account)?;
        // After the mail of before is forgotten: what is written from here on tells what is being done now.
        ties.left(tx, cx, &account)?;
        store::remove(tx, &account)?;
        session::end(tx, &cx.visitor())?;
        session::forget(tx, account.id.subject())?;
        if !reason.is_empty() {
            store::add_farewell(tx, &reason)?;
        }
        let from = letter::Sender::to_visitor(cx);
        outbox::add(tx, &letter::withdrawn(&from, &account.address, cx.now))?;
        Ok(Ok(()))
    })
    .await??;
    Ok(cx.done(path::WITHDRAWN).anonymous())
}

/// That it is done.
pub async fn withdrawn(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::account::withdrawn(&cx)))
}
