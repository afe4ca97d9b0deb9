//! What opens where it stands: a press shows what is behind it, another hides it again.
//!
//! Each control is a link to the same page with or without its pane, which then begins at that control. Where htmx runs,
//! only the part around it is asked for and changes, the address bar follows, the focus stays on the control, and what
//! has happened is read out.

use super::Icon;
use super::part::REPLACE;
use super::plain_text::{PlainText, escaped};
use maud::{Markup, Render, html};

/// A control that opens and closes a pane.
#[derive(Clone, Copy)]
pub struct Opener<'a> {
    /// Its id on the page; the pane's follows from it.
    pub id: &'a str,
    /// The page with the pane opened, or closed when it is open.
    pub href: &'a str,
    /// Whether it is open.
    pub open: bool,
    /// What it does, in the same words whether it is open or not: those that are seen, and the rest of its name, which is read
    /// out.
    pub label: [&'static str; 2],
    /// What is read out when a press has brought it into its present state.
    pub news: &'static str,
}

impl<'a> Opener<'a> {
    /// The link, with what it is about before its label. `part` is the selector of the element around it and its pane.
    pub fn link<B: Render>(&'a self, part: &'a str, body: B) -> OpenerLink<'a, B> {
        OpenerLink { opener: self, part, body }
    }

    /// What it opens; nothing while it is closed.
    pub fn pane(&self, body: impl FnOnce() -> Markup) -> Markup {
        html! { @if self.open { div id={ (self.id) (PANE) } .pane .stack { (body()) } } }
    }
}

/// The id of a pane is that of its opener, then this.
const PANE: &str = "-pane";

/// The link of an opener. It is written where it stands, because a list has dozens: `html!` makes a `String` for each.
pub struct OpenerLink<'a, B> {
    opener: &'a Opener<'a>,
    part: &'a str,
    body: B,
}

impl<B: Render> Render for OpenerLink<'_, B> {
    fn render_to(&self, html: &mut String) {
        let Opener { id, href, open, label, news } = *self.opener;
        let (id, href) = (escaped(id), escaped(href));
        html.extend([r#"<a class="opener" id=""#, &id, r#"" href=""#, &href, "#", &id]);
        if open {
            html.extend([r#"" aria-expanded="true" aria-controls=""#, &id, PANE]);
        } else {
            html.push_str(r#"" aria-expanded="false"#);
        }
        html.extend([r#"" data-hx-get=""#, &href, r#"" data-hx-target=""#, &escaped(self.part)]);
        html.extend([r#"" data-hx-swap="outerHTML" data-hx-sync=""#, REPLACE, r#"" data-focus=""#, &id]);
        html.extend([r#"" data-news=""#, &escaped(news), r#"">"#]);
        self.body.render_to(html);
        html.push_str(r#"<span class="opener-label">"#);
        let [seen, unseen] = label;
        PlainText(seen).render_to(html);
        html.push_str(r#"<span class="unseen">"#);
        PlainText(unseen).render_to(html);
        html.push_str("</span>");
        Icon::Next.render_to(html);
        html.push_str("</span></a>");
    }
}

/// One row of [`Openings`], which changes by itself.
pub struct OpeningRow<'a> {
    /// The row's own id.
    pub id: &'a str,
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
    fn render_to(&self, html: &mut String) {
        html.extend([r#"<li id=""#, &escaped(self.id), r#"">"#]);
        self.opener.link("closest li", RowText { label: self.label, detail: self.detail }).render_to(html);
        self.pane.render_to(html);
        html.push_str("</li>");
    }
}

/// What a row says in the link that opens it.
struct RowText<'a> {
    label: &'a dyn Render,
    detail: &'a dyn Render,
}

impl Render for RowText<'_> {
    fn render_to(&self, html: &mut String) {
        html.push_str(r#"<span class="rows-text"><span class="rows-label">"#);
        self.label.render_to(html);
        html.push_str(r#"</span><span class="rows-detail">"#);
        self.detail.render_to(html);
        html.push_str("</span></span>");
    }
}

/// Bytes that are usually enough for a closed row.
const ROW: usize = 1024;

/// Rows that open where they stand.
pub struct Openings<I>(pub I);

impl<I: ExactSizeIterator<Item: Render> + Clone> Render for Openings<I> {
    fn render_to(&self, html: &mut String) {
        let rows = self.0.clone();
        html.reserve((rows.len() + 1) * ROW);
        html.push_str(r#"<ul class="rows openings">"#);
        rows.for_each(|row| row.render_to(html));
        html.push_str("</ul>");
    }
}
