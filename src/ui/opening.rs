//! What opens where it stands: a press shows what is behind it, another hides it again.
//!
//! Each control is a link to the same page with or without its pane, which then begins at that control. Where htmx runs,
//! only the region around it is asked for and changes, the address bar follows, the focus stays on the control, and what
//! has happened is read out.

use super::Icon;
use super::part::REPLACE;
use maud::{Markup, Render, html};

/// A control that opens and closes a pane.
#[derive(Clone, Debug)]
pub struct Opener {
    /// Its id on the page; the pane's follows from it.
    pub id: String,
    /// The page with the pane opened, or closed when it is open.
    pub href: String,
    /// Whether it is open.
    pub open: bool,
    /// What it does, in the same words whether it is open or not.
    pub label: &'static str,
    /// What is read out when a press has brought it into its present state.
    pub news: &'static str,
}

impl Opener {
    /// The link, with what it is about before its label. `region` is the id of the element around it and its pane.
    pub fn link(&self, region: &str, body: impl Render) -> Markup {
        html! {
            a .opener id=(self.id) href={ (self.href) "#" (self.id) } aria-expanded=(self.open)
                aria-controls=[self.open.then(|| self.pane_id())]
                data-hx-get=(self.href) data-hx-target={ "#" (region) } data-hx-select={ "#" (region) } data-hx-swap="outerHTML"
                data-hx-sync=(REPLACE) data-focus=(self.id) data-news=(self.news) {
                (body)
                span .opener-label { (self.label) (Icon::Next) }
            }
        }
    }

    /// What it opens; nothing while it is closed.
    pub fn pane(&self, body: impl FnOnce() -> Markup) -> Markup {
        html! { @if self.open { div id=(self.pane_id()) .pane .stack { (body()) } } }
    }

    fn pane_id(&self) -> String {
        format!("{}-pane", self.id)
    }
}

/// One row of [`list_openings`].
#[derive(Clone, Debug)]
pub struct OpeningRow {
    /// What opens it.
    pub opener: Opener,
    /// What is read first.
    pub label: String,
    /// A second line.
    pub detail: Markup,
    /// What is behind it, when it is open.
    pub pane: Markup,
}

/// The rows of a region; `region` is the id of the element around them.
pub fn list_openings(region: &str, rows: impl Iterator<Item = OpeningRow>) -> Markup {
    html! {
        ul .rows .openings {
            @for OpeningRow { opener, label, detail, pane } in rows {
                li {
                    (opener.link(region, html! {
                        span .rows-text {
                            span .rows-label { (label) }
                            span .rows-detail { (detail) }
                        }
                    }))
                    (pane)
                }
            }
        }
    }
}
