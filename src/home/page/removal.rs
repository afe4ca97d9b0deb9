//! マイクリニックから解除: what becomes of the reservations, and the button.

use crate::clinic::{Clinic, as_written};
use crate::home::path;
use crate::home::words;
use crate::lang;
use crate::reservation::Reservation;
use crate::ui::{Kind, Page, Tone, actions, alert, button_danger, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// Asks whether a clinic is to be removed; `has_past`: whether something was booked there and is over or cancelled.
pub fn confirm(cx: &Cx, clinic: &Clinic, coming: &[Reservation], has_past: bool) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.clinic.remove,
        html! {
            p { strong { (as_written(cx.lang, clinic.own_name())) } }
            @if !coming.is_empty() { (alert(Tone::Warning, warning(cx, coming))) }
            @if has_past || !coming.is_empty() { p { (words.removal.not_again) } }
            (form(&path::removal(&clinic.id), &cx.csrf(), actions(html! {
                (button_danger(words.removal.button))
                (link_button(words.removal.keep, &path::clinic(&clinic.id), Kind::Secondary))
            })))
        },
    )
    .lead(words.removal.lead)
    .back(words.removal.back, path::clinic(&clinic.id))
}

/// The reservations to come, by their numbers, and how they can still be reached.
fn warning(cx: &Cx, coming: &[Reservation]) -> Markup {
    let words = words::of(cx.lang);
    html! {
        p { strong { ((words.removal.coming)(coming.len())) } }
        ul {
            @for of in coming {
                li {
                    (lang::WrittenMoment(cx.lang, of.slot.starts())) " " (as_written(cx.lang, of.service.own_name()))
                    br; (words.dashboard.reservation) " " span translate="no" { (of.number) }
                }
            }
        }
        p { ((words.removal.stay)(coming.len())) }
    }
}
