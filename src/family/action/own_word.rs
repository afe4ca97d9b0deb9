//! 本人の確認: asking somebody who comes of age, their answer behind the link in the mail, and taking it back.

use super::named::named;
use crate::account::{Member, Patient};
use crate::family::own_word::{self, NotAsked, NotTheirOwn};
use crate::family::page::own_word as page;
use crate::family::share_form::{ShareField, ShareForm, ShareProblem, ShareProblems};
use crate::family::{path, words};
use crate::secret::Token;
use crate::ui::{Page, Problems};
use crate::web::{Anyone, Cx, Failure, Reply, Result};
use crate::work::Ended::{self, Done, Refused};

/// Asks for the address.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(draw(&cx, &me, &member, &typed, &ShareProblems::default()).await?))
}

async fn draw(
    cx: &Cx,
    me: &Patient,
    member: &Member,
    typed: &ShareForm,
    problems: &ShareProblems,
) -> std::result::Result<Page, Failure> {
    let pending = cx.read(|r| own_word::pending(r, &me.account, member.id)).await?;
    Ok(page::ask(cx, member, pending.as_ref(), typed, problems))
}

/// Mails the question.
pub async fn ask(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let (id, typed): (_, ShareForm) = (member.id, cx.typed());
    let problems = match typed.check() {
        Err(problems) => problems,
        Ok(address) => {
            let token = Token::mint();
            let asked =
                cx.work(move |work, me: Patient| own_word::ask(work, &me.account, id, &address, &token)).await?;
            match asked {
                Done(()) => return Ok(cx.go_to(format!("{}?done=sent", path::of_member(path::OWN_WORD, id)))),
                Refused(NotTheirOwn) => Problems::one(ShareField::Email, ShareProblem::Oneself),
            }
        }
    };
    Ok(cx.refuse(draw(&cx, &me, &member, &typed, &problems).await?))
}

/// What somebody is asked. Opening it changes nothing.
pub async fn show_link(cx: Cx, _: Anyone) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(cx.gone(page::dead(&cx))) };
    match cx.read(|r| own_word::open(r, &token)).await? {
        Some(question) => Ok(cx.page(page::question(&cx, &question.from))),
        None => Ok(cx.gone(page::dead(&cx))),
    }
}

/// Keeps the answer.
pub async fn give(cx: Cx, _: Anyone) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(cx.gone(page::dead(&cx))) };
    let withdrawal = Token::mint();
    let given = cx.work(move |work, _: Anyone| own_word::give(work, &token, &withdrawal)).await?;
    Ok(answered(&cx, given, path::WORD_GIVEN))
}

/// Keeps that they decline.
pub async fn decline(cx: Cx, _: Anyone) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(cx.gone(page::dead(&cx))) };
    let declined = cx.work(move |work, _: Anyone| own_word::decline(work, &token)).await?;
    Ok(answered(&cx, declined, path::WORD_DECLINED))
}

/// What can be taken back. Opening it changes nothing.
pub async fn show_given(cx: Cx, _: Anyone) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(cx.gone(page::dead(&cx))) };
    match cx.read(|r| own_word::open_given(r, &token)).await? {
        Some(word) => Ok(cx.page(page::withdrawal(&cx, &word.from))),
        None => Ok(cx.gone(page::dead(&cx))),
    }
}

/// Takes it back.
pub async fn withdraw(cx: Cx, _: Anyone) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(cx.gone(page::dead(&cx))) };
    let withdrawn = cx.work(move |work, _: Anyone| own_word::withdraw(work, &token)).await?;
    Ok(answered(&cx, withdrawn, path::WORD_WITHDRAWN))
}

/// Leads to the page that says what has arrived.
fn answered(cx: &Cx, ended: Ended<(), NotAsked>, page: &str) -> Reply {
    match ended {
        Done(()) => cx.go_to(page.to_owned()),
        Refused(NotAsked) => cx.gone(page::dead(cx)),
    }
}

/// That the answer has arrived.
pub async fn given(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::answered(&cx, words::of(cx.lang).own_word.given)))
}

/// That they have declined.
pub async fn declined(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::answered(&cx, words::of(cx.lang).own_word.declined)))
}

/// That it has been taken back.
pub async fn withdrawn(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::answered(&cx, words::of(cx.lang).own_word.withdrawn)))
}
