//! Why a reservation stays where it is, and whom to call.

use crate::booking::words;
use crate::clinic::{Clinic, call};
use crate::reservation::Refusal;
use crate::reservation::words as reservation_words;
use crate::ui::{Page, apology};
use crate::web::Cx;
use maud::html;

/// That a reservation cannot be moved any more.
pub fn show(cx: &Cx, clinic: &Clinic, refusal: Refusal, ways: &[crate::ui::Link]) -> Page {
    let words = words::of(cx.lang);
    let reservation_words = &reservation_words::of(cx.lang).change;
    let why = match refusal {
        Refusal::TooLate { until } => (reservation_words.too_late)(until),
        Refusal::NotBooked => words.confirmation.cancelled.to_owned(),
    };
    let body = html! { p { (why) } p { (words.course.call) " " (call(&clinic.phone)) } };
    Page::new(reservation_words.refused, apology(cx.lang, body, ways, None))
}
