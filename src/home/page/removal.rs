//! マイクリニックから解除: what becomes of the reservations, and the button.

use crate::clinic::{Clinic, own};
use crate::home::path;
use crate::home::words::{clinic as words, dashboard::RESERVATION};
use crate::lang;
use crate::reservation::Reservation;
use crate::ui::{Kind, Page, Tone, actions, alert, button_danger, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// Asks whether a clinic is to be removed; `has_past`: whether something was booked there and is over or cancelled.
pub fn confirm(cx: &Cx, clinic: &Clinic, coming: &[Reservation], has_past: bool) -> Page {
    Page::new(
        cx.say(words::REMOVAL),
        html! {
            p { strong { (own(cx.lang, &clinic.name)) } }
            @if !coming.is_empty() { (alert(Tone::Warning, warning(cx, coming))) }
            @if has_past || !coming.is_empty() { p { (cx.say(words::NOT_AGAIN)) } }
            (form(&path::removal(&clinic.id), &cx.csrf(), actions(html! {
                (button_danger(cx.say(words::REMOVAL_BUTTON)))
                (link_button(cx.say(words::REMOVAL_NOT), &path::clinic(&clinic.id), Kind::Secondary))
            })))
        },
    )
    .lead(cx.say(words::REMOVAL_LEAD))
    .back(cx.say(words::BACK_TO_CLINIC), path::clinic(&clinic.id))
}

/// The reservations to come, by their numbers, and how they can still be reached.
fn warning(cx: &Cx, coming: &[Reservation]) -> Markup {
    html! {
        p { strong { (words::coming(cx.lang, coming.len())) } }
        ul {
            @for of in coming {
                li {
                    (lang::moment(cx.lang, of.slot.starts())) " " (own(cx.lang, &of.service.name))
                    br; (cx.say(RESERVATION)) " " span translate="no" { (of.number) }
                }
            }
        }
        p { (words::stay(cx.lang, coming.len())) }
    }
}
