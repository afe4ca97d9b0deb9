//! The foot of every page: terms, privacy, how to reach the operator, and the language switch.
//!
//! The switch is a small form, because a change of language is stored.

use super::page::Chrome;
use super::{form, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// The footer of every page.
pub(super) fn footer(chrome: &Chrome) -> Markup {
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
                @if !chrome.csrf.is_empty() { (language(chrome)) }
            }
        }
    }
}

fn language(chrome: &Chrome) -> Markup {
    let buttons = html! {
        input type="hidden" name="next" value=(chrome.here);
        div .language {
            @for lang in Lang::ALL {
                button type="submit" name="lang" value=(lang.tag()) lang=(lang.tag())
                    aria-current=[(lang == chrome.lang).then_some("true")] { (lang.own_name()) }
            }
        }
    };
    form::form_whole_named(words::of(chrome.lang).language, &chrome.footer.language_action, &chrome.csrf, buttons)
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
