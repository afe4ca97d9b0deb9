//! What is said of reservations that were booked together on the page of one of them, and the buttons that mean all of them.

use super::overview::name_of;
use super::sheet::{Sheet, Viewer};
use crate::lang;
use crate::reservation::model::Reservation;
use crate::reservation::{path, words};
use crate::slots::WrittenStart;
use crate::ui::{Kind, button_saying, link_row};
use crate::web::Cx;
use maud::{Markup, html};

/// The field that says that all of them are meant.
pub const WHOLE_GROUP: &str = "whole_group";

/// Where a reservation is shown: under the title of its page, or under that of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownIn {
    /// A page of its own.
    Page,
    /// The row of a list.
    Row,
}

/// The others, each with the way to it for who may open it.
pub fn companions(cx: &Cx, sheet: &Sheet, shown_in: ShownIn) -> Markup {
    let words = &words::of(cx.lang).together;
    html! {
        @if !sheet.companions.is_empty() {
            section .stack aria-labelledby="together-title" {
                @let title = (words.title)(1 + sheet.companions.len());
                @match shown_in {
                    ShownIn::Page => h2 #together-title { (title) },
                    ShownIn::Row => h3 #together-title { (title) },
                }
                p .quiet { (words.each) }
                ul .rows { @for other in &sheet.companions { li { (one(cx, sheet, other)) } } }
            }
        }
    }
}

fn one(cx: &Cx, sheet: &Sheet, of: &Reservation) -> Markup {
    let when = html! { (WrittenStart(cx.lang, of.slot.starts())) };
    let who = html! { (name_of(cx.lang, of, sheet.viewer)) };
    match sheet.viewer {
        Viewer::Patient => link_row(&path::of_reservation(path::RESERVATION, of.id), when, Some(who)),
        // Each has a URL of its own in the same mail.
        Viewer::Holder => html! { div .row-plain { (when) " " (who) } },
    }
}

/// All of them, before something is done to them: the opened one first.
pub fn list(cx: &Cx, sheet: &Sheet) -> Markup {
    let all = std::iter::once(&sheet.reservation).chain(&sheet.companions);
    html! {
        ul .party {
            @for of in all { li { (name_of(cx.lang, of, sheet.viewer)) " " (lang::WrittenMoment(cx.lang, of.slot.starts())) } }
        }
    }
}

/// A button for all of them, in a form for one.
pub fn button_for_all(kind: Kind, label: &str) -> Markup {
    button_saying(kind, label, WHOLE_GROUP, "1")
}
