//! Links that change one part of a page in place when htmx runs, and load the whole page otherwise.
//!
//! The answer is the same page either way; its part of the same id is taken out of it. What the part shows is its page's
//! business.

use maud::{Markup, html};

/// A part of a page that its links change in place.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The id of the part, with its hash: `#calendar`.
    pub id: &'static str,
    /// The id of the heading inside it that takes the focus afterwards.
    pub focus: &'static str,
}

/// A link that changes a part of the page; the address bar follows, so that it can be come back to.
pub fn part_link(part: Part, class: &str, href: &str, chosen: bool, body: Markup) -> Markup {
    html! {
        a class=(class) href=(href) aria-current=[chosen.then_some("true")]
            data-hx-get=(href) data-hx-target=(part.id) data-hx-select=(part.id) data-hx-swap="outerHTML"
            data-hx-push-url="true" data-hx-sync="replace" data-focus=(part.focus) { (body) }
    }
}
