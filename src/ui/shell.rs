//! The whole document around a page, and what of it htmx is answered with.
//!
//! All are built from the same pieces, so a page looks the same however it arrived.

use super::page::{Chrome, Layout, Page};
use super::part::partial;
use super::{WholeParts, asset, footer, header, words};
use crate::lang::Lang;
use maud::{DOCTYPE, Markup, Render, html};

/// Bytes that are usually enough for a heading, footer and end of the document, which come after the header.
const AROUND: usize = 4096;

/// No injected styles (the stylesheet has them), no history of its own (Back asks the server), an end to waiting after 30
/// seconds, and no settling. To settle, htmx copies the `style` attribute of an element to the one that takes its place,
/// which the policy forbids: the browser writes one when a text area is resized, and so do password managers. What somebody has
/// opened stays open where a part of the page is brought up to date.
const HTMX_CONFIG: &str = r#"{"includeIndicatorCSS":false,"history":false,"defaultTimeout":30000,"defaultSettleDelay":0,"morphIgnore":["data-htmx-powered","open"]}"#;

/// The path of the web app manifest; its query says the language.
pub const MANIFEST: &str = "/manifest.webmanifest";

/// The whole document.
pub fn document(chrome: &Chrome, page: &Page) -> Markup {
    let words = words::of(chrome.lang);
    let lang = chrome.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title(chrome, page)) }
                meta name="description" content=((words.description)(&chrome.service));
                meta name="color-scheme" content="light dark";
                meta name="theme-color" content="#f3f6f5" media="(prefers-color-scheme: light)";
                meta name="theme-color" content="#10181a" media="(prefers-color-scheme: dark)";
                meta name="format-detection" content="telephone=no";
                meta name="htmx-config" content=(HTMX_CONFIG);
                link rel="icon" href="/favicon.ico" sizes="32x32";
                link rel="icon" href=(asset::url("favicon.svg")) type="image/svg+xml" sizes="any";
                // The app is the patients' pages. What is shown without a connection asks for nothing that it cannot have.
                @if chrome.account.is_some() { link rel="manifest" href={ (MANIFEST) "?lang=" (lang.tag()) }; }
                link rel="apple-touch-icon" href=(asset::url("touch-icon.png"));
                link rel="stylesheet" href=(asset::url("app.css"));
                script src=(asset::url("vendor/htmx.min.js")) defer {}
                @for name in page.scripts { script src=(asset::url(name)) defer {} }
                script src=(asset::url("app.js")) type="module" {}
                @if let Some(seconds) = page.refresh { noscript #refresh { meta http-equiv="refresh" content=(seconds); } }
            }
            body data-layout=[(chrome.layout == Layout::Working).then_some("working")] {
                a .skip href="#main" { (words.skip) }
                (header::header(chrome))
                (Main(chrome, page))
                (footer::footer(chrome, page))
                (status(lang, &chrome.footer.keep_action))
            }
        }
    }
}

/// The title and `<main>`, the same as in the document: a link that changes a part of the page takes it out of there.
pub fn content(chrome: &Chrome, page: &Page) -> Markup {
    html! {
        title { (title(chrome, page)) }
        (Main(chrome, page))
    }
}

/// What a refused form is answered with. Header and footer come along in partials: their forms carry the token of the
/// session, which may have changed in another window.
pub fn refusal(chrome: &Chrome, page: &Page) -> Markup {
    html! {
        (content(chrome, page))
        (partial("header", header::header(chrome)))
        (partial("footer", footer::footer(chrome, page)))
    }
}

fn title(chrome: &Chrome, page: &Page) -> String {
    let name =
        if page.title == chrome.service { page.title.clone() } else { format!("{} | {}", page.title, chrome.service) };
    if page.problems.0.is_empty() { name } else { format!("{}: {name}", words::of(chrome.lang).problem) }
}

/// The one `<main>`. Its title can take the focus, so that a swap can be read out from the top.
///
/// It is most of an answer, so that it is written where it stands, and makes room for all of it at once.
struct Main<'a>(&'a Chrome, &'a Page);

impl Render for Main<'_> {
    fn render_to(&self, html: &mut String) {
        let Self(chrome, page) = self;
        html.reserve(page.main.0.len() + AROUND);
        let class = if page.is_wide { "sheet sheet-wide" } else { "sheet" };
        html.extend([r#"<main class=""#, class, r#"" id="main" lang=""#, chrome.lang.tag(), r#"">"#]);
        heading(page).render_to(html);
        page.main.render_to(html);
        html.push_str("</main>");
    }
}

/// What stands above the content of a page.
fn heading(page: &Page) -> Markup {
    html! {
        @if let Some(back) = &page.back {
            p .back { a href=(back.href) { (super::Icon::Back) span { (back.label) } } }
        }
        @if let Some(steps) = &page.steps { (steps) }
        h1 tabindex="-1" { (page.sign) (WholeParts(&page.title)) }
        @if let Some(lead) = &page.lead { p .lead { (WholeParts(lead)) } }
        (page.notice)
        (page.problems)
    }
}

/// Where the script says what is going on; empty and invisible until then, so nothing moves.
fn status(lang: Lang, keep: &str) -> Markup {
    let words = words::of(lang);
    html! {
        div #status .status role="status"
            data-loading=(words.loading) data-sending=(words.sending)
            data-failed=(words.failed) data-keep=(keep) {}
    }
}
