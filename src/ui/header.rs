//! The header: the menu on the left, the service's name in the middle, the bell on the right.
//!
//! The menu is a `<details>`, so it opens without a script.

use super::icon::mark;
use super::page::{Bell, Chrome, Lock, SiteMenu};
use super::{Icon, form, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// The header of every page.
pub(super) fn header(chrome: &Chrome) -> Markup {
    html! {
        header #header .bar data-mark=(chrome.mark) data-account=[&chrome.account] {
            div .bar-in {
                @if let Some(menu) = &chrome.menu { (disclosure(chrome, menu)) }
                a .bar-name href=(chrome.home) { (mark()) span { (chrome.service) } }
                @if let Some(lock) = chrome.menu.as_ref().and_then(|menu| menu.lock.as_ref()) { (lock_of(chrome, lock)) }
                @if let Some(bell) = chrome.menu.as_ref().and_then(|menu| menu.bell.as_ref()) { (bell_of(chrome.lang, bell)) }
            }
        }
    }
}

fn disclosure(chrome: &Chrome, menu: &SiteMenu) -> Markup {
    let words = words::of(chrome.lang);
    html! {
        details #menu .menu {
            summary .bar-tool { (Icon::Menu) span { (words.menu) } }
            nav .menu-panel aria-label=(words.menu) {
                dl .menu-id {
                    dt { (menu.owner_label) }
                    dd translate="no" { (menu.owner) }
                }
                ul {
                    @for item in &menu.items {
                        li { a href=(item.href) { span { (item.label) } (Icon::Next) } }
                    }
                }
                (form::form_whole_named(words.sign_out, &menu.sign_out, &chrome.csrf, html! {
                    button .menu-out type="submit" { (words.sign_out) }
                }))
            }
        }
    }
}

/// Locks the page. A script presses it by itself when nobody has touched the page for some minutes.
fn lock_of(chrome: &Chrome, lock: &Lock) -> Markup {
    let words = words::of(chrome.lang);
    html! {
        div #lock .bar-lock data-minutes=(lock.minutes) {
            (form::form_whole_named(words.lock, &lock.action, &chrome.csrf, html! {
                input type="hidden" name="next" value=(lock.back);
                button .bar-tool type="submit" { (Icon::Lock) span { (words.lock) } }
            }))
        }
    }
}

fn bell_of(lang: Lang, bell: &Bell) -> Markup {
    let words = words::of(lang);
    html! {
        a .bar-tool .bell href=(bell.href) aria-label=((words.bell)(bell.unread)) {
            (Icon::Bell)
            span { (words.notices) }
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
