//! Signing in to the console: the code of the authenticator app, or a recovery code.

use super::new_session::new_session;
use crate::secret::Token;
use crate::session::Stay;
use crate::staff::form::{CodeField, CodeForm};
use crate::staff::guard::AwaitingCode;
use crate::staff::{device_sign_in, page, path, sign_in};
use crate::store;
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::StaffId;

/// The form.
pub async fn show(cx: Cx, _: AwaitingCode) -> Result {
    Ok(cx.page(page::code::show(&cx, &Problems::default())))
}

/// Signs in with a new session token.
pub async fn sign_in(cx: Cx, me: AwaitingCode) -> Result {
    let form: CodeForm = cx.typed();
    let typed = match form.check() {
        Ok(typed) => typed.to_owned(),
        Err(problems) => return Ok(cx.refuse(page::code::show(&cx, &problems))),
    };
    let (token, device) = (cx.new_token(), cx.device().cloned().unwrap_or_else(|| cx.new_token()));
    let new = new_session(&cx, &token, &device);
    match cx.work(move |work, me: AwaitingCode| sign_in::finish(work, &me.half, &typed, new)).await? {
        Done(()) => {
            let next = cx.next();
            let next = path::onward(&next);
            let page = if has_to_set_pin(&cx, me.half.staff).await? { path::pin_then(next) } else { next.to_owned() };
            Ok(cx.go_to(page).signed_in(token, Stay::InBrowser).on_device(device))
        }
        Refused(refused) => Ok(cx.refuse(page::code::show(&cx, &Problems::one(CodeField::Code, refused.into())))),
    }
}

/// Whether somebody has just signed in on a shared device and has no PIN yet with which they come back there.
async fn has_to_set_pin(cx: &Cx, id: StaffId) -> store::Result<bool> {
    let Some(key) = cx.shared_device().map(Token::hash) else { return Ok(false) };
    cx.read(|r| device_sign_in::lacks_pin(r, key, id)).await
}
