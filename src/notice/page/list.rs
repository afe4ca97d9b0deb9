//! The list. An unread notice is a button, because opening it is remembered; a read one is a link.

use crate::lang;
use crate::notice::model::{Listed, Notice, NoticeId, Place};
use crate::notice::path::{self, PATH};
use crate::notice::words;
use crate::ui::{Icon, Page, Tone, actions, alert, button_secondary, empty_state, form_named, pager};
use crate::web::Cx;
use maud::{Markup, html};

/// A part of the list, and how many are unread in all.
pub fn list(cx: &Cx, listed: &Listed, unread: u32) -> Page {
    let csrf = cx.csrf();
    let body = html! {
        @if cx.query("done") == "read" && unread == 0 { (alert(Tone::Success, cx.say(words::ALL_READ))) }
        @if listed.notices.is_empty() {
            (empty_state(cx.say(words::EMPTY), html! { p { (cx.say(words::EMPTY_WHAT)) } }))
        } @else {
            @if unread > 0 {
                div .notices-head {
                    p { (words::unread(cx.lang, unread)) }
                    (form_named(cx.say(words::READ_ALL), PATH, &csrf, actions(button_secondary(cx.say(words::READ_ALL)))))
                }
            }
            ul .rows .notices { @for notice in &listed.notices { li { (row(cx, &csrf, notice)) } } }
            (pager(cx.lang, at("after", listed.newer.as_ref()), at("before", listed.older.as_ref())))
        }
    };
    Page::new(cx.say(words::TITLE), body)
}

fn at(name: &str, place: Option<&Place>) -> Option<String> {
    place.map(|place| format!("{PATH}?{name}={place}"))
}

fn row(cx: &Cx, csrf: &str, notice: &Notice) -> Markup {
    let path = path::one(&notice.place.id);
    // Many forms on one page are told apart by their names.
    let name = format!("{} {}", notice.title, lang::moment(cx.lang, notice.written));
    html! {
        @if notice.unread {
            (form_named(&name, &path, csrf, html! { button .notice type="submit" { (inside(cx, notice)) } }))
        }
        @else { a .notice href=(path) { (inside(cx, notice)) } }
    }
}

fn inside(cx: &Cx, notice: &Notice) -> Markup {
    html! {
        span .rows-text {
            @if notice.unread { span .unread { (cx.say(words::UNREAD)) } " " }
            span .rows-label lang=(notice.lang.tag()) { (notice.title) } " "
            span .rows-detail { (source(cx, notice)) " " span .notice-when { (lang::moment(cx.lang, notice.written)) } }
        }
        (Icon::Next.draw())
    }
}

/// Where a notice comes from.
pub(super) fn source(cx: &Cx, notice: &Notice) -> &'static str {
    cx.say(match notice.place.id {
        NoticeId::Mail(_) => words::ABOUT_RESERVATION,
        NoticeId::Service(_) => words::FROM_SERVICE,
    })
}
