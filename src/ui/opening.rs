//! What opens where it stands: a press shows what is behind it, another hides it again.
//!
//! Each control is a link to the same page with or without its pane, which then begins at that control. Where htmx runs,
//! only the part around it is asked for and changes, the address bar follows, the focus stays on the control, and what
//! has happened is read out.

use super::Icon;
use super::part::REPLACE;
use maud::{Markup, Render, html};

/// A control that opens and closes a pane.
#[derive(Clone, Copy)]
pub struct Opener<'a> {
    /// Its id on the page; the pane's follows from it.
    pub id: &'a dyn Render,
    /// The page with the pane opened, or closed when it is open.
    pub href: &'a dyn Render,
    /// Whether it is open.
    pub open: bool,
    /// What it does, in the same words whether it is open or not.
    pub label: &'static str,
    /// What is read out when a press has brought it into its present state.
    pub news: &'static str,
}

impl Opener<'_> {
    /// The link, with what it is about before its label. `part` is the selector of the element around it and its pane.
    pub fn link(&self, part: &str, body: impl Render) -> Markup {
        html! {
            a .opener id=(self.id) href={ (self.href) "#" (self.id) } aria-expanded=(self.open)
                aria-controls=[self.open.then_some(PaneId(self))]
                data-hx-get=(self.href) data-hx-target=(part) data-hx-swap="outerHTML"
                data-hx-sync=(REPLACE) data-focus=(self.id) data-news=(self.news) {
                (body)
                span .opener-label { (self.label) (Icon::Next) }
            }
        }
    }

    /// What it opens; nothing while it is closed.
    pub fn pane(&self, body: impl FnOnce() -> Markup) -> Markup {
        html! { @if self.open { div id=(PaneId(self)) .pane .stack { (body()) } } }
    }
}

/// The id of what an opener opens.
struct PaneId<'a>(&'a Opener<'a>);

impl Render for PaneId<'_> {
    fn render_to(&self, html: &mut String) {
        self.0.id.render_to(html);
        html.push_str("-pane");
    }
}

/// One row of [`openings`], which changes by itself.
pub struct OpeningRow<'a> {
    /// The row's own id.
    pub id: &'a dyn Render,
    /// What opens it.
    pub opener: Opener<'a>,
    /// What is read first.
    pub label: &'a dyn Render,
    /// A second line.
    pub detail: &'a dyn Render,
    /// What is behind it, when it is open.
    pub pane: &'a dyn Render,
}

impl Render for OpeningRow<'_> {
    fn render(&self) -> Markup {
        let said = html! {
            span .rows-text {
                span .rows-label { (self.label) }
                span .rows-detail { (self.detail) }
            }
        };
        html! {
            li id=(self.id) {
                (self.opener.link("closest li", said))
                (self.pane)
            }
        }
    }
}

/// Rows that open where they stand.
pub fn openings(rows: impl Iterator<Item = impl Render>) -> Markup {
    html! { ul .rows .openings { @for row in rows { (row) } } }
}
