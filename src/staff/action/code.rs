//! Signing in to the console: the code of the authenticator app, or a recovery code.

use super::new_session::new_session;
use crate::session::Stay;
use crate::staff::form::{CodeField, CodeForm};
use crate::staff::guard::AwaitingCode;
use crate::staff::{page, path, sign_in};
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form.
pub async fn show(cx: Cx, _: AwaitingCode) -> Result {
    Ok(cx.page(page::code::show(&cx, &Problems::default())))
}

/// Signs in with a new session token.
pub async fn sign_in(cx: Cx, _: AwaitingCode) -> Result {
    let form: CodeForm = cx.typed();
    let typed = match form.check() {
        Ok(typed) => typed.to_owned(),
        Err(problems) => return Ok(cx.refuse(page::code::show(&cx, &problems))),
    };
    let (token, device) = (cx.new_token(), cx.device().cloned().unwrap_or_else(|| cx.new_token()));
    let new = new_session(&cx, &token, &device);
    match cx.work(move |work, me: AwaitingCode| sign_in::finish(work, &me.half, &typed, new)).await? {
        Done(()) => Ok(cx.go_to(path::onward(&cx.next())).signed_in(token, Stay::InBrowser).on_device(device)),
        Refused(refused) => Ok(cx.refuse(page::code::show(&cx, &Problems::one(CodeField::Code, refused.into())))),
    }
}
