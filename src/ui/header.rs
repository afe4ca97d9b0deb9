//! The header: the menu on the left, the service's name in the middle, the bell on the right.
//!
//! The menu is a `<details>`, so it opens without a script.

use super::icon::mark;
use super::page::{Bell, Chrome, Menu};
use super::{Icon, form, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// The header of every page.
pub(super) fn header(chrome: &Chrome) -> Markup {
    html! {
        header #header .bar data-mark=(chrome.mark) {
            div .bar-in {
                @if let Some(menu) = &chrome.menu { (disclosure(chrome, menu)) }
                a .bar-name href="/" { (mark()) span { (chrome.service) } }
                @if let Some(menu) = &chrome.menu { (bell(chrome.lang, &menu.bell)) }
            }
        }
    }
}

fn disclosure(chrome: &Chrome, menu: &Menu) -> Markup {
    let lang = chrome.lang;
    html! {
        details #menu .menu {
            summary .bar-tool { (Icon::Menu) span { (lang.of(words::MENU)) } }
            nav .menu-panel aria-label=(lang.of(words::MENU)) {
                dl .menu-id {
                    dt { (lang.of(words::CUSTOMER_ID)) }
                    dd translate="no" { (menu.customer_id) }
                }
                ul {
                    @for item in &menu.items {
                        li { a href=(item.href) { span { (item.label) } (Icon::Next) } }
                    }
                }
                (form::form_whole_named(lang.of(words::SIGN_OUT), &menu.sign_out, &chrome.csrf, html! {
                    button .menu-out type="submit" { (lang.of(words::SIGN_OUT)) }
                }))
            }
        }
    }
}

fn bell(lang: Lang, bell: &Bell) -> Markup {
    html! {
        a .bar-tool .bell href=(bell.href) aria-label=(words::bell(lang, bell.unread)) {
            (Icon::Bell)
            span { (lang.of(words::NOTICES)) }
            @if bell.unread > 0 {
                span .badge data-count=(count(bell.unread)) {}
            }
        }
    }
}

/// The number drawn on the bell. The stylesheet draws it, because the link's name says it already, in words.
fn count(unread: u32) -> String {
    if unread > 99 { "99+".to_owned() } else { unread.to_string() }
}
