//! The slip that is handed to a patient: when, what to bring, and a QR code that opens the booking. It fits on a roll of 80 mm.

use crate::clinic::{Clinic, Qr, as_written};
use crate::console::day_view::DayView;
use crate::console::path;
use crate::console::words::desk as words;
use crate::lang;
use crate::reservation::Reservation;
use crate::ui::{Page, WholeParts, overview, print_way};
use crate::web::Cx;
use maud::{Markup, PreEscaped, html};

/// The page; `qr` opens the booking.
pub fn show(cx: &Cx, clinic: &Clinic, visit: &Reservation, qr: &Qr) -> Page {
    let words = words::of(cx.lang);
    let service = &visit.service;
    let mut rows: Vec<(String, Markup)> = vec![
        (words.slip.name.to_owned(), html! { (visit.attendee.person.full_name()) }),
        (words.slip.number.to_owned(), html! { (visit.number) }),
    ];
    let told = [(words.slip.bring, service.own_bring()), (words.slip.preparation, service.own_preparation())];
    rows.extend(told.into_iter().filter_map(|(label, text)| Some((label.to_owned(), as_written(cx.lang, text?)))));
    rows.push((words.slip.phone.to_owned(), html! { (clinic.phone.hyphenated()) }));
    Page::new(
        words.slip.title,
        html! {
            (print_way(cx.lang))
            div .slip {
                p .slip-clinic { (clinic.name) }
                p .slip-when { (WholeParts(&lang::date(cx.lang, visit.slot.day))) br; strong { (lang::time_of(cx.lang, visit.slot.starts())) } }
                p { (as_written(cx.lang, service.own_name())) }
                (overview(&rows))
                div .slip-qr role="img" aria-label=(words.slip.qr) { (PreEscaped(qr.svg())) }
                // Without a date of birth it cannot be added to My Page.
                p { @if visit.can_be_attached(cx.now) { (words.slip.qr_help) } @else { (words.slip.qr) } }
            }
        },
    )
    .back(words.change.back_to_visit, DayView::of(cx).of_visit(path::VISIT, &clinic.id, visit.id))
}
