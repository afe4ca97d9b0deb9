//! A quiet line in the book: the clinic's break, or a part of the day that is closed.

use super::suspension;
use crate::clinic::{Clinic, Menu};
use crate::console::quiet::{Quiet, QuietLine};
use crate::console::words;
use crate::web::Cx;
use maud::{Markup, html};

/// The line in the list.
pub fn show(cx: &Cx, clinic: &Clinic, menus: &[Menu], line: &QuietLine<'_>) -> Markup {
    html! { li .book-quiet { (text(cx, clinic, menus, line)) } }
}

/// From when until when nobody is taken, for what, and why.
pub fn text(cx: &Cx, clinic: &Clinic, menus: &[Menu], line: &QuietLine<'_>) -> Markup {
    let words = &words::day(cx.lang).quiet;
    html! {
        ((words.span)(&line.from.to_string(), &line.until.to_string()))
        " "
        @match line.why {
            Quiet::Break => (words.lunch),
            Quiet::Suspended(one) => { strong { ((words::suspension(cx.lang).what)(one.what)) }
                @if let Some(what) = suspension::for_what(cx, clinic, menus, one) { " " (what) }
                @if let Some(reason) = &one.reason { " " ((words.brackets)(reason)) } }
            Quiet::Closed(reason) => {
                (words.closed)
                @if let Some(reason) = reason { " " ((words.brackets)(reason.text(cx.lang))) }
            }
        }
    }
}
