//! The page that the service worker shows in the place of any other where there is no connection. It keeps the address of the
//! page that was wanted, so that loading it again leads there.

use super::{Kind, Page, actions, link_button, words};
use crate::lang::Lang;
use maud::html;

/// Its path; its query says the language.
pub const OFFLINE: &str = "/offline";

/// The page.
pub fn page(lang: Lang) -> Page {
    let words = words::of(lang);
    Page::new(
        words.offline,
        html! {
            p { (words.offline_why) }
            // An empty address is that of the page itself.
            (actions(link_button(words.reload, "", Kind::Primary)))
            div #device-copy-shown .stack hidden {}
        },
    )
}
