//! The list. An unread notice is a button, because opening it is remembered; a read one is a link.

use crate::lang;
use crate::notice::model::{ListPart, Listed, Notice, NoticeId};
use crate::notice::path::{self, PATH};
use crate::notice::words;
use crate::ui::{Icon, Page, Tone, actions, alert, button_secondary, empty_state, form_named, pager};
use crate::web::Cx;
use maud::{Markup, html};

/// A part of the list, and how many are unread in all.
pub fn list(cx: &Cx, part: &ListPart, listed: &Listed, unread: u32) -> Page {
    let words = words::of(cx.lang);
    let rows = rows(cx, part, &listed.notices);
    let pager = pager(
        cx.lang,
        listed.newer.clone().map(|place| path::list(&ListPart::NewerThan(place))),
        listed.older.clone().map(|place| path::list(&ListPart::OlderThan(place))),
    );
    let body = html! {
        @if cx.query("done") == "read" && unread == 0 { (alert(Tone::Success, words.all_read)) }
        @if listed.notices.is_empty() {
            (empty_state(words.empty, html! { p { (words.empty_what) } }))
        } @else if unread > 0 {
            // One form for all of them: a screen reader meets one form, not one a notice.
            (form_named(words.title, PATH, &cx.csrf(), html! {
                div .notices-head {
                    p { ((words.how_many)(unread)) }
                    (actions(button_secondary(words.read_all)))
                }
                (rows)
            }))
        } @else { (rows) }
        (pager)
    };
    Page::new(words.title, body)
}

fn rows(cx: &Cx, part: &ListPart, notices: &[Notice]) -> Markup {
    html! {
        ul .rows .notices {
            @for notice in notices {
                @let way = path::one(&notice.place.id, part);
                li {
                    @if notice.unread { button .notice type="submit" formaction=(way) { (inside(cx, notice)) } }
                    @else { a .notice href=(way) { (inside(cx, notice)) } }
                }
            }
        }
    }
}

fn inside(cx: &Cx, notice: &Notice) -> Markup {
    html! {
        span .rows-text {
            @if notice.unread { span .unread { (words::of(cx.lang).unread) } " " }
            span .rows-label lang=(notice.lang.tag()) { (notice.title) } " "
            @if let Some(gist) = &notice.gist { span .rows-detail lang=(notice.lang.tag()) { (gist) } " " }
            span .rows-detail { (source(cx, notice)) " " span .notice-when { (lang::WrittenMoment(cx.lang, notice.written)) } }
        }
        (Icon::Next)
    }
}

/// Where a notice comes from.
pub(super) fn source(cx: &Cx, notice: &Notice) -> &'static str {
    let words = words::of(cx.lang);
    match notice.place.id {
        NoticeId::Mail(_) => words.about_reservation,
        NoticeId::Service(_) => words.from_service,
    }
}
