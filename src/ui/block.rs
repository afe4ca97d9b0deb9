//! What pages are made of beside forms: alerts, cards, overviews, lists that lead somewhere, the empty state, and the
//! body of an error page.

use super::page::Link;
use super::{Icon, WholeParts, words};
use crate::lang::Lang;
use maud::{Markup, Render, html};

/// How an alert is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// Something was done.
    Success,
    /// Something to mind before going on.
    Warning,
    /// Something did not work.
    Problem,
}

/// A box that stands out. What just happened is announced (`status`, or `alert` for a problem); what is simply part
/// of the page is not. What was done can take the focus: a page that comes after a form begins there.
pub fn alert(tone: Tone, body: impl Render) -> Markup {
    alert_drawn(tone, false, body)
}

/// The same on a page that begins there: it answers a press, and what to do next stands in it.
pub fn alert_first(tone: Tone, body: impl Render) -> Markup {
    alert_drawn(tone, true, body)
}

fn alert_drawn(tone: Tone, is_first: bool, body: impl Render) -> Markup {
    let (class, role, icon) = match tone {
        Tone::Info => ("alert alert-info", None, Icon::Info),
        Tone::Success => ("alert alert-success", Some("status"), Icon::Check),
        Tone::Warning => ("alert alert-warning", None, Icon::Alert),
        Tone::Problem => ("alert alert-problem", Some("alert"), Icon::Alert),
    };
    let tabindex = (is_first || tone == Tone::Success).then_some("-1");
    html! {
        div class=(class) role=[role] tabindex=[tabindex] autofocus[is_first] { (icon) div .alert-body { (body) } }
    }
}

/// A titled part of a page.
pub fn card(title: &str, body: Markup) -> Markup {
    html! { section .card { h2 { (title) } (body) } }
}

/// The same, to which a link leads by its id.
pub fn card_at(id: &str, title: &str, body: Markup) -> Markup {
    html! { section .card id=(id) { h2 { (title) } (body) } }
}

/// The same, hidden until a script shows it: for what only a script can do.
pub fn card_hidden_at(id: &str, title: &str, body: Markup) -> Markup {
    html! { section .card id=(id) hidden { h2 { (title) } (body) } }
}

/// What is only sometimes wanted, behind its title.
pub fn fold(title: &str, open: bool, body: Markup) -> Markup {
    html! { details .fold open[open] { summary { (title) } div .fold-body { (body) } } }
}

/// What a page says when there is nothing to show yet, and what to do about it.
pub fn empty_state(title: &str, body: Markup) -> Markup {
    html! { div .empty { p .empty-title { (title) } div { (body) } } }
}

/// Labels and values, for looking over what was entered.
pub fn overview(rows: &[(String, Markup)]) -> Markup {
    html! {
        dl .overview {
            @for (label, value) in rows { div { dt { (label) } dd { (value) } } }
        }
    }
}

/// One row of [`overview_of_changes`].
pub struct ChangedRow {
    /// What it is.
    pub label: String,
    /// As it will be.
    pub value: Markup,
    /// As it is now, in words that say so; `None` where nothing changes.
    pub former: Option<Markup>,
}

/// As [`overview`], for looking over what is about to change.
pub fn overview_of_changes(rows: &[ChangedRow]) -> Markup {
    html! {
        dl .overview {
            @for ChangedRow { label, value, former } in rows {
                div .changed[former.is_some()] {
                    dt { (label) }
                    dd { (value) }
                    @if let Some(former) = former { dd .former { (former) } }
                }
            }
        }
    }
}

/// One row of [`list_links`].
#[derive(Clone, Debug)]
pub struct LinkRow {
    /// What is read first.
    pub label: String,
    /// A second line, or nothing.
    pub detail: Option<String>,
    /// Where the row leads.
    pub href: String,
}

/// Rows that lead somewhere, each one large enough for any thumb.
pub fn list_links(rows: &[LinkRow]) -> Markup {
    html! {
        ul .rows {
            @for row in rows {
                li {
                    (link_row(&row.href, html! { (WholeParts(&row.label)) }, row.detail.as_ref().map(|detail| html! { (WholeParts(detail)) })))
                }
            }
        }
    }
}

/// What a row that leads somewhere consists of, for rows whose words are more than plain text.
pub fn link_row(href: &str, label: Markup, detail: Option<Markup>) -> Markup {
    html! {
        a href=(href) {
            span .rows-text {
                span .rows-label { (label) }
                @if let Some(detail) = detail { span .rows-detail { (detail) } }
            }
            (Icon::Next)
        }
    }
}

/// Links that stand alone below each other, each with room for a thumb.
pub fn ways(links: &[Link]) -> Markup {
    html! {
        ul .ways { @for way in links { li { a href=(way.href) { (way.label) } } } }
    }
}

/// A part of a long page, by its title and its id.
pub struct PagePart<'a> {
    /// The title.
    pub title: &'a str,
    /// The id.
    pub id: &'a str,
    /// Whether a script shows it, and then the link to it, whose id ends with `-link`.
    pub by_script: bool,
}

/// Links to the parts of a long page, beside each other where there is room.
pub fn ways_across(parts: &[PagePart<'_>]) -> Markup {
    html! {
        ul .ways .ways-across {
            @for PagePart { title, id, by_script } in parts {
                li id=[by_script.then(|| format!("{id}-link"))] hidden[*by_script] { a href={ "#" (id) } { (title) } }
            }
        }
    }
}

/// The body of an error page: what happened and what to do next, ways on, and a reference for the phone.
pub fn apology(lang: Lang, body: Markup, links: &[Link], reference: Option<&str>) -> Markup {
    html! {
        div .prose { (body) }
        @if !links.is_empty() { (ways(links)) }
        @if let Some(reference) = reference {
            p .reference { (words::of(lang).reference) " " code translate="no" { (reference) } }
        }
    }
}
