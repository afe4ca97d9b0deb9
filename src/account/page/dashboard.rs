//! ダッシュボード.

use crate::account::words;
use crate::ui::{Page, Tone, alert, empty_state};
use crate::web::Cx;
use maud::html;

/// The dashboard, and what has just been done if something was.
pub fn show(cx: &Cx) -> Page {
    let done = match cx.query("done").as_str() {
        "sign-up" => Some(words::WELCOME),
        "person" => Some(words::PERSON_DONE),
        _ => None,
    };
    Page::new(
        cx.say(words::DASHBOARD),
        html! {
            @if let Some(done) = done { (alert(Tone::Success, cx.say(done))) }
            (empty_state(cx.say(words::EMPTY), html! {
                p { (cx.say(words::EMPTY_HOW)) }
                p { (cx.say(words::EMPTY_BOOKING)) }
            }))
        },
    )
}
