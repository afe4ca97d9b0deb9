//! The whole document around a page, and the part of it that htmx asks for.
//!
//! Both are built from the same pieces, so a page looks the same however it arrived. Which of the two is answered is
//! not decided here.

use super::page::{Chrome, Page};
use super::{asset, footer, header, words};
use crate::lang::Lang;
use maud::{DOCTYPE, Markup, html};

/// No injected styles (the stylesheet has them), no history of its own (the script keeps it, and asks the server again on
/// Back), an end to waiting after 30 seconds, and for every link and form what the body says, unless it says otherwise.
const HTMX_CONFIG: &str =
    r#"{"includeIndicatorCSS":false,"history":false,"defaultTimeout":30000,"implicitInheritance":true}"#;

/// The whole document.
pub fn document(chrome: &Chrome, page: &Page) -> Markup {
    let lang = chrome.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title(chrome, page)) }
                meta name="description" content=(words::description(lang, &chrome.service));
                meta name="color-scheme" content="light dark";
                meta name="theme-color" content="#f3f6f5" media="(prefers-color-scheme: light)";
                meta name="theme-color" content="#10181a" media="(prefers-color-scheme: dark)";
                meta name="format-detection" content="telephone=no";
                meta name="htmx-config" content=(HTMX_CONFIG);
                link rel="icon" href="/favicon.ico" sizes="32x32";
                link rel="icon" href=(asset::url("favicon.svg")) type="image/svg+xml" sizes="any";
                link rel="apple-touch-icon" href=(asset::url("touch-icon.png"));
                link rel="stylesheet" href=(asset::url("app.css"));
                script src=(asset::url("vendor/htmx.min.js")) defer {}
                script src=(asset::url("app.js")) defer {}
            }
            body data-hx-boost="true" data-hx-target="#main" data-hx-select="#main" data-hx-swap="outerHTML"
                data-hx-sync="body:replace" data-hx-indicator="body" {
                a .skip href="#main" { (lang.of(words::SKIP)) }
                (header::header(chrome))
                (main(chrome, page))
                (footer::footer(chrome))
                (status(lang))
            }
        }
    }
}

/// What htmx swaps in, for a link as for a form: the title and `<main>`, the same as in the document. Header and footer
/// come along in partials, because their forms carry the session's token and the bell its count, and a swap may follow a
/// change of either.
pub fn fragment(chrome: &Chrome, page: &Page) -> Markup {
    html! {
        title { (title(chrome, page)) }
        (main(chrome, page))
        hx-partial data-hx-target="#header" data-hx-swap="outerHTML" { (header::header(chrome)) }
        hx-partial data-hx-target="#footer" data-hx-swap="outerHTML" { (footer::footer(chrome)) }
    }
}

fn title(chrome: &Chrome, page: &Page) -> String {
    let name =
        if page.title == chrome.service { page.title.clone() } else { format!("{} | {}", page.title, chrome.service) };
    if page.problems.0.is_empty() { name } else { format!("{}: {name}", chrome.lang.of(words::PROBLEM)) }
}

/// The one `<main>`. Its title can take the focus, so that a swap can be read out from the top.
fn main(chrome: &Chrome, page: &Page) -> Markup {
    html! {
        main #main .sheet lang=(chrome.lang.tag()) data-here=(chrome.address) {
            @if let Some(back) = &page.back {
                p .back { a href=(back.href) { (super::Icon::Back.draw()) span { (back.label) } } }
            }
            @if let Some(steps) = &page.steps { (steps) }
            h1 tabindex="-1" { (page.title) }
            @if let Some(lead) = &page.lead { p .lead { (lead) } }
            (page.problems)
            (page.main)
        }
    }
}

/// Where the script says what is going on; empty and invisible until then, so nothing moves.
fn status(lang: Lang) -> Markup {
    html! {
        div #status .status role="status"
            data-loading=(lang.of(words::LOADING)) data-sending=(lang.of(words::SENDING))
            data-failed=(lang.of(words::FAILED)) {}
    }
}
