//! A question that has to be answered before the rest of the page: drawn open, at the top of it.
//!
//! Without the script it is a part of the page like any other. With it, it is raised above the page, holds the focus,
//! and Escape follows the link that leaves it. The page decides what is asked and where the answers lead.

use super::form::Kind;
use maud::{Markup, html};

/// The one dialog of a page. The body ends with a way out: [`leave`].
pub fn dialog(title: &str, body: Markup) -> Markup {
    html! {
        dialog .dialog open aria-labelledby="dialog-title" {
            h2 #dialog-title tabindex="-1" autofocus { (title) }
            (body)
        }
    }
}

/// The link that leaves a dialog without an answer; Escape follows it.
pub fn leave(label: &str, href: &str) -> Markup {
    html! { a class=(Kind::Secondary.class()) href=(href) data-leave { (label) } }
}
