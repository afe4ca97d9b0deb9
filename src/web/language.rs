//! The language switch in the footer of every page.
//!
//! It is remembered in a cookie, and for a signed-in subject in the store. What was typed on the page goes along.

use super::next::path_of;
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
    let next = cx.asked_next();
    // A form that cannot be kept must not stand in the way of the language.
    let _ = cx.keep_form(path_of(&next), false).await;
    Ok(cx.go_to(next).speaking(lang))
}
