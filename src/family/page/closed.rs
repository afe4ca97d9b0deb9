//! Why what a link offers cannot be done. A visitor whose link was mailed to another address is told nothing of the offer.

use crate::account::{path as account_path, words as account_words};
use crate::family::{path, words};
use crate::ui::{Kind, Page, actions, link_button};
use crate::web::Cx;
use maud::html;

/// The page.
pub fn show(cx: &Cx, title: &str, why: &str) -> Page {
    let body = html! {
        p { (why) }
        (actions(html! {
            (link_button(words::of(cx.lang).list.title, path::FAMILY, Kind::Primary))
            (link_button(account_words::of(cx.lang).form.back_to_dashboard, account_path::DASHBOARD, Kind::Secondary))
        }))
    };
    Page::new(title, body)
}
