//! Ways from one part of a long list to the next. The list decides where they lead.

use super::{Icon, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// Links to the newer and to the older part of a list; nothing when it has only one.
pub fn pager(lang: Lang, newer: Option<String>, older: Option<String>) -> Markup {
    let words = words::of(lang);
    html! {
        @if newer.is_some() || older.is_some() {
            nav .pager aria-label=(words.pager) {
                @if let Some(href) = newer {
                    a rel="prev" href=(href) { (Icon::Back) span { (words.newer) } }
                }
                @if let Some(href) = older {
                    a .pager-older rel="next" href=(href) { span { (words.older) } (Icon::Next) }
                }
            }
        }
    }
}
