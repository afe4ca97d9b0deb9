//! The kept mails at `/_mail`: in a demonstration without a mail server, its visitor reads there what was sent.
//!
//! The routes exist only when `mail.mode` is `kept`, because they show the mails of everybody.

mod page;
mod path;
pub(crate) mod words;

pub use path::PATH;

use self::path::{ATTACHMENT, ONE};
use crate::mail::kept::{self, Kept};
use crate::session::Session;
use crate::store::Reader;
use crate::web::{Cx, Failure, Guard, Result, Route, Who, get};

/// How many mails are listed, newest first.
const LISTED: usize = 50;

/// All routes.
pub fn routes() -> Vec<Route> {
    vec![get(PATH, list), get(ONE, show), get(ATTACHMENT, attachment)]
}

async fn list(cx: Cx, _: OnThisMachine) -> Result {
    let mails = cx.read(|r| kept::list(r, LISTED)).await?;
    Ok(cx.page(page::list(&cx, &mails)))
}

async fn show(cx: Cx, _: OnThisMachine) -> Result {
    let (number, mail) = asked_for(&cx).await?;
    Ok(cx.page(page::show(&cx, number, &mail)))
}

async fn attachment(cx: Cx, _: OnThisMachine) -> Result {
    let (_, mail) = asked_for(&cx).await?;
    let place: usize = cx.param("place").parse().map_err(|_| Failure::NotFound)?;
    let file = place.checked_sub(1).and_then(|place| mail.letter.attachments().get(place)).ok_or(Failure::NotFound)?;
    Ok(cx.file(file.name(), file.content_type(), file.text()))
}

async fn asked_for(cx: &Cx) -> std::result::Result<(u64, Kept), Failure> {
    let number = cx.param("number").parse().map_err(|_| Failure::NotFound)?;
    let mail = cx.read(|r| kept::get(r, number)).await?.ok_or(Failure::NotFound)?;
    Ok((number, mail))
}

/// Only for clients on this machine, because the mails contain links that open accounts. Others get "not found".
struct OnThisMachine;

impl Guard for OnThisMachine {
    const WHO: Who = Who::Operator;

    fn admit(cx: &Cx, _: &dyn Reader, _: Option<&Session>) -> std::result::Result<Self, Failure> {
        if cx.request.on_this_machine { Ok(Self) } else { Err(Failure::NotFound) }
    }
}
