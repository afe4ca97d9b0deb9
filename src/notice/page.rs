//! お知らせ.

use crate::lang::Words;
use crate::ui::{Page, empty_state};
use crate::web::Cx;
use maud::html;

const TITLE: Words = Words("お知らせ", "Notices");
const EMPTY: Words = Words("お知らせはありません", "No notices");
const EMPTY_WHAT: Words = Words(
    "サービスからのお知らせと、予約についてのお知らせがここに表示されます。",
    "Notices from the service and about your reservations appear here.",
);

/// The list, which is empty.
pub fn list(cx: &Cx) -> Page {
    Page::new(cx.say(TITLE), empty_state(cx.say(EMPTY), html! { p { (cx.say(EMPTY_WHAT)) } }))
}
