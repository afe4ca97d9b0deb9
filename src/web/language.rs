//! The language switch in the footer of every page.
//!
//! It is remembered in a cookie, and for a signed-in subject in the store.

use super::{Anyone, Cx, Result, Route, post};
use crate::lang::Lang;
use crate::session;

/// The route of the switch of an area, at a path of that area.
pub fn route(path: &'static str) -> Route {
    post(path, choose)
}

async fn choose(cx: Cx, _: Anyone) -> Result {
    let lang = Lang::from_tag(cx.form().get("lang")).unwrap_or(cx.lang);
    if let Some(subject) = cx.session().map(|session| session.subject) {
        cx.write(move |tx| session::speak(tx, subject, lang)).await?;
    }
    Ok(cx.go_to(cx.next()).speaking(lang))
}
