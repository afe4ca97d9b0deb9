//! Cancelling a visit: why, and whether the patient is told by mail or has to be called.

use super::as_booked::as_booked;
use super::moving::tell;
use super::{reason, sequence};
use crate::console::day_view::DayView;
use crate::console::form::SEQUENCE;
use crate::console::path;
use crate::console::reason_form::{CANCELLATION_PRESETS, TypedReason};
use crate::console::words::desk as words;
use crate::reservation::Reservation;
use crate::ui::{Kind, Page, Tone, actions, alert, button_danger, form_input, link_button, overview};
use crate::web::Cx;
use maud::html;

/// The page.
pub fn show(cx: &Cx, visit: &Reservation, typed: &TypedReason, tells: bool) -> Page {
    let words = &words::of(cx.lang).change;
    let presets: Vec<(&str, &str)> = CANCELLATION_PRESETS.into_iter().zip(words.cancel_presets).collect();
    let back = DayView::of(cx).of_visit(path::VISIT, &visit.clinic, visit.id);
    Page::new(
        words.cancel_title,
        html! {
            (overview(&[(words.from.to_owned(), as_booked(cx, visit))]))
            (form_input(&DayView::of(cx).of_visit(path::CANCELLATION, &visit.clinic, visit.id), &cx.csrf(), html! {
                input type="hidden" name=(SEQUENCE) value=(sequence(cx, visit));
                (reason::fields(cx, words.cancel_why, &presets, true, typed))
                (tell(cx, visit, tells))
                @if visit.attendee.address.is_none() {
                    @let person = &visit.attendee.person;
                    (alert(Tone::Warning, html! {
                        p { ((words.cancel_call)(&person.full_name())) }
                        p { a href={ "tel:" (person.phone.digits()) } { strong { (person.phone.hyphenated()) } } }
                    }))
                }
                (actions(html! {
                    (button_danger(words.cancel_button)) (link_button(words.keep, &back, Kind::Secondary))
                }))
            }))
        },
    )
    .lead(visit.attendee.person.name_with_kana())
    .with_input()
    .problems(reason::summary(cx, typed))
}
