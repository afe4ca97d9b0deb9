//! One notice: a mail's text as it was, or the service's as Markdown.

use super::list::source;
use crate::document::markdown;
use crate::lang;
use crate::notice::model::{Notice, Text};
use crate::notice::path;
use crate::notice::words;
use crate::reservation::path as reservation_path;
use crate::ui::{Kind, Page, WholeParts, actions, button_secondary, form, link_button};
use crate::web::Cx;
use maud::html;

/// A notice. An unread one that was opened by its address can still be marked as read.
pub fn one(cx: &Cx, notice: &Notice) -> Page {
    let words = words::of(cx.lang);
    let body = html! {
        p .notice-about { (source(cx, notice)) " " span .notice-when { (lang::WrittenMoment(cx.lang, notice.written)) } }
        @match &notice.text {
            Text::Plain(text) => div .mail lang=(notice.lang.tag()) { @for line in text.lines() { (WholeParts(line)) br; } },
            Text::Markdown(text) => div .prose lang=(notice.lang.tag()) { (markdown(text)) },
        }
        @if let Some(id) = notice.reservation {
            (actions(link_button(words.reservation, &reservation_path::of_reservation(reservation_path::RESERVATION, id), Kind::Secondary)))
        }
        @if notice.unread {
            (form(&cx.here(), &cx.csrf(), actions(button_secondary(words.read_this))))
        }
    };
    Page::new(&notice.title, body).back(words.back, path::list(&path::part(cx)))
}
