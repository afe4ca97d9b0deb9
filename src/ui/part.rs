//! Links that change one part of a page in place when htmx runs, and load the whole page otherwise.
//!
//! The answer is the same page either way; its part of the same id is taken out of it, or the page begins where the focus
//! would be.

use maud::{Markup, PreEscaped, Render, html};

/// Of the links that change parts of a page, the one pressed last is followed.
pub(super) const REPLACE: &str = "body:replace";

/// A part that comes along with another one, and takes the place of the element of its id.
pub fn partial(id: impl Render, part: impl Render) -> Markup {
    html! { hx-partial data-hx-target={ "#" (id) } data-hx-swap="outerHTML" { (part) } }
}

/// A part of a page that its links change in place.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The id of the part.
    pub id: &'static str,
    /// The id of the heading inside it that takes the focus afterwards.
    pub focus: &'static str,
}

/// A link that changes a part of the page; the address bar follows, so that it can be come back to. A calendar has dozens,
/// so that what it is made of is written where it stands.
pub fn part_link(part: Part, class: &'static str, href: impl Render, chosen: bool, body: impl Render) -> Markup {
    let [id, focus, class] = [part.id, part.focus, class].map(PreEscaped);
    html! {
        a class=(class) href={ (href) "#" (focus) } aria-current=[chosen.then_some("true")]
            data-hx-get=(href) data-hx-target={ "#" (id) } data-hx-select={ "#" (id) } data-hx-swap="outerHTML"
            data-hx-sync=(PreEscaped(REPLACE)) data-focus=(focus) { (body) }
    }
}
