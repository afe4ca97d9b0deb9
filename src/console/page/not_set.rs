//! A visit whose status was not changed.

use crate::console::words;
use crate::reservation::attendance::NotSet;
use crate::ui::{Kind, Page, actions, link_button};
use crate::web::Cx;
use maud::html;

/// Why, and the way back to the book.
pub fn show(cx: &Cx, why: NotSet, book: &str) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.not_set.title,
        html! {
            p { ((words.not_set.why)(why)) }
            (actions(link_button(words.not_set.back, book, Kind::Primary)))
        },
    )
}
