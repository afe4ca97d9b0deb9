//! 予約詳細: the one function for the pane in the patient's pages and for the page behind the URL in a mail, and what stands
//! in it for 予約確定 as well.
//!
//! What may be done with a reservation is decided before.

mod cancellation;
mod change;
mod overview;

pub use cancellation::{Refused, confirm, refused};
pub use change::change;
pub use overview::overview_of;

use crate::account;
use crate::clinic::Clinic;
use crate::lang::Lang;
use crate::reservation::four_digits::Problem;
use crate::reservation::path::{self, Ways};
use crate::reservation::{Reservation, words};
use crate::ui::{Field, Kind, Page, Tone, Width, actions, alert, button_secondary, form, link_button, problem_summary};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// Who looks at a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// The patient, signed in or in the browser that has just booked.
    Patient,
    /// Whoever holds the URL of a mail, which may have been mistyped: initials only.
    Holder,
}

/// A reservation as somebody sees it.
pub struct Sheet {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// The reservation.
    pub reservation: Reservation,
    /// Who looks.
    pub eyes: Eyes,
    /// Where its pages are for them.
    pub ways: Ways,
}

impl Sheet {
    /// A reservation as its patient sees it, who is signed in.
    pub fn of_patient(clinic: Arc<Clinic>, reservation: Reservation) -> Self {
        let ways = Ways::of_reservation(reservation.id);
        Self { clinic, reservation, eyes: Eyes::Patient, ways }
    }
}

/// The page of a reservation.
pub fn show(cx: &Cx, sheet: &Sheet) -> Page {
    let title = match sheet.eyes {
        Eyes::Patient => words::detail::TITLE,
        Eyes::Holder => words::detail::TITLE_RECEIPT,
    };
    let page = Page::new(
        cx.say(title),
        html! {
            @if !sheet.reservation.is_booked() {
                @match cx.query("done").as_str() {
                    "cancelled" => (alert(Tone::Success, cx.say(words::detail::CANCELLED))),
                    "already" => (alert(Tone::Info, cx.say(words::detail::CANCELLED_ALREADY))),
                    _ => {}
                }
            }
            (detail(cx, sheet))
        },
    );
    match sheet.eyes {
        Eyes::Patient => page.back(cx.say(words::detail::BACK_TO_DASHBOARD), account::path::DASHBOARD),
        Eyes::Holder => page,
    }
}

/// Everything there is to know of a reservation, and what can still be done with it.
pub fn detail(cx: &Cx, sheet: &Sheet) -> Markup {
    let Sheet { clinic, reservation, eyes, ways } = sheet;
    let (lang, now) = (cx.lang, cx.now);
    html! {
        (overview_of(lang, now, clinic, reservation, *eyes))
        @if reservation.is_coming(now) {
            (actions(html! {
                @if reservation.may_change(now).is_ok() {
                    @match eyes {
                        Eyes::Patient => (form(&ways.change, &cx.csrf(), button_secondary(cx.say(words::detail::CHANGE)))),
                        // They are asked for the digits first.
                        Eyes::Holder => (link_button(cx.say(words::detail::CHANGE), &ways.change, Kind::Secondary)),
                    }
                }
                @if reservation.may_cancel(now).is_ok() {
                    (link_button(cx.say(words::detail::CANCEL), &ways.cancellation, Kind::Secondary))
                }
                (link_button(cx.say(words::detail::CALENDAR), &ways.calendar, Kind::Secondary))
            }))
        }
        @if !reservation.is_booked() {
            @let menus = path::of_clinic(path::MENUS, &clinic.id);
            (actions(link_button(cx.say(words::detail::AGAIN), &menus, Kind::Secondary)))
        }
    }
}

/// The field for the proof that somebody with the URL of a mail is the patient. Whoever is signed in needs none.
fn digits(lang: Lang, eyes: Eyes, problem: Option<Problem>) -> Markup {
    let problem = problem.map(|problem| words::detail::digits(lang, problem).to_owned());
    html! {
        @if eyes == Eyes::Holder {
            (Field::text(DIGITS, lang.of(words::detail::DIGITS)).inputmode("numeric").autocomplete("off").required(true)
                .max_width(Width::Short).hint(lang.of(words::detail::DIGITS_HINT)).problem(problem).render(lang))
        }
    }
}

/// The name of the field for the four digits.
pub const DIGITS: &str = "digits";

fn summary(lang: Lang, problem: Option<Problem>) -> Markup {
    let problems: Vec<_> = problem.into_iter().map(|problem| (DIGITS, words::detail::digits(lang, problem))).collect();
    problem_summary(lang, &problems)
}
