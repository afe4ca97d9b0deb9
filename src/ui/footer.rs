//! The foot of every page: terms, privacy, how to reach the operator, and the language switch.
//!
//! The switch is a small form, because a change of language is stored.

use super::address::with_query;
use super::page::{Chrome, Page};
use super::{form, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// The footer of every page.
pub(super) fn footer(chrome: &Chrome, page: &Page) -> Markup {
    let words = words::of(chrome.lang);
    let foot = &chrome.footer;
    html! {
        footer #footer .foot {
            div .foot-in {
                @if !foot.links.is_empty() {
                    nav aria-label=(words.about) {
                        ul { @for link in &foot.links { li { a href=(link.href) { (link.label) } } } }
                    }
                }
                @if let Some(contact) = &foot.contact {
                    p .foot-contact { span { (words.contact) } " " (reach(contact)) }
                }
                @if !chrome.csrf.is_empty() { (language(chrome, page)) }
            }
        }
    }
}

/// The switch. Where the page has a form of which nothing is lost, its buttons belong to that form, which goes along.
fn language(chrome: &Chrome, page: &Page) -> Markup {
    let label = words::of(chrome.lang).language;
    let action = with_query(&chrome.footer.language_action, [("next", chrome.here.as_str())]);
    let owner = page.has_input.then_some(form::INPUT);
    let buttons = html! {
        @for lang in Lang::ALL {
            button type="submit" name="lang" value=(lang.tag()) lang=(lang.tag())
                form=[owner] formaction=[owner.map(|_| &action)]
                aria-current=[(lang == chrome.lang).then_some("true")] { (lang.own_name()) }
        }
    };
    match owner {
        Some(_) => html! { div .language role="group" aria-label=(label) { (buttons) } },
        None => form::form_whole_named(label, &action, &chrome.csrf, html! { div .language { (buttons) } }),
    }
}

/// The contact as a link where its form shows what it is, as words otherwise.
fn reach(contact: &str) -> Markup {
    let digits = contact.chars().filter(char::is_ascii_digit).count();
    let phone = digits >= 9 && contact.chars().all(|c| c.is_ascii_digit() || "+-() ".contains(c));
    let href = if contact.starts_with("https://") || contact.starts_with("http://") {
        Some(contact.to_owned())
    } else if contact.contains('@') && !contact.contains(char::is_whitespace) {
        Some(format!("mailto:{contact}"))
    } else if phone {
        Some(format!("tel:{}", contact.replace(['-', '(', ')', ' '], "")))
    } else {
        None
    };
    html! {
        @if let Some(href) = href { a href=(href) { (contact) } } @else { (contact) }
    }
}
