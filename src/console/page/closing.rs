//! 一日を締める: first how much is left, then what is to be done and whom to call, then the day in numbers and who comes next. It is
//! made to be printed, without its buttons.

use super::closing_head::{self, CALLS};
use super::line;
use crate::clinic::{Clinic, as_written};
use crate::console::closing::{Closing, NextDay};
use crate::console::form::{CALLED, SEEN, VISIT, WANTED};
use crate::console::remaining::Remaining;
use crate::console::report::DayReport;
use crate::console::unreached::Unreached;
use crate::console::{path, words};
use crate::lang;
use crate::reservation::{Attendance, Reservation};
use crate::ui::{Page, WholeParts, card, card_at, form_whole_named, overview};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The page; who `may_record` can note that the day is closed.
pub fn show(cx: &Cx, clinic: &Clinic, closing: &Closing, may_record: bool) -> Page {
    let words = &words::closing(cx.lang);
    let Closing { day, absent, present, next, unreached, report, .. } = closing;
    Page::new(
        words.title,
        html! {
            (closing_head::show(cx, clinic, closing, may_record))
            (left(cx, clinic, *day, absent, Remaining::NoShow))
            (left(cx, clinic, *day, present, Remaining::Fulfilled))
            @if !unreached.is_empty() { (card_at(CALLS, words.unreached, calls(cx, clinic, *day, unreached))) }
            (card(words.report, numbers(cx, report)))
            @if let Some(next) = next { (coming(cx, clinic, next)) }
        },
    )
    .wide()
    .lead(format!("{} {}", clinic.name, lang::date(cx.lang, *day)))
    .back(words.back, path::of_day(&clinic.id, *day))
}

/// Visits about which something is left to be done, each with its button, and one button for all.
fn left(cx: &Cx, clinic: &Clinic, day: Date, visits: &[Reservation], to: Remaining) -> Markup {
    let words = words::closing(cx.lang);
    let action = path::of_that_day(path::CLOSING, &clinic.id, day);
    if visits.is_empty() {
        return html! {};
    }
    card_at(
        closing_head::part(to),
        (words.left)(to),
        html! {
            ul .closing-visits {
                @for visit in visits {
                    @let name = visit.attendee.person.full_name();
                    li {
                        (visit_line(cx, clinic, visit))
                        (form_whole_named(&name, &action, &cx.csrf(), html! {
                            input type="hidden" name=(VISIT) value=(visit.id.text());
                            input type="hidden" name=(SEEN) value=(Attendance::of(visit.status).map_or("", Attendance::value));
                            button .button-small type="submit" name=(WANTED) value=(to.value()) { ((words.set)(to)) }
                        }))
                    }
                }
            }
            @if 1 < visits.len() {
                (form_whole_named((words.set_all)(to), &action, &cx.csrf(), html! {
                    button .button-small type="submit" name=(WANTED) value=(to.value()) { ((words.set_all)(to)) }
                }))
            }
        },
    )
}

/// Time, name and menu.
fn visit_line(cx: &Cx, clinic: &Clinic, visit: &Reservation) -> Markup {
    html! {
        p {
            strong { (visit.slot.start) } " "
            a href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) { (visit.attendee.person.full_name()) } " "
            span .closing-menu { (as_written(cx.lang, visit.service.own_name())) }
        }
    }
}

/// Whom no mail has reached, with their phone numbers.
fn calls(cx: &Cx, clinic: &Clinic, day: Date, unreached: &[Unreached]) -> Markup {
    let words = words::closing(cx.lang);
    let action = path::of_that_day(path::CLOSING, &clinic.id, day);
    html! {
        p { (words.unreached_help) }
        ul .closing-visits {
            @for Unreached { visit, why } in unreached {
                @let phone = &visit.attendee.person.phone;
                li {
                    p {
                        a href={ "tel:" (phone.digits()) } { strong { (phone.hyphenated()) } } " "
                        a href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) { (visit.attendee.person.full_name()) } " "
                        (lang::moment_in_brief(cx.lang, visit.slot.starts()))
                    }
                    p .closing-menu { (why) }
                    (form_whole_named(&visit.attendee.person.full_name(), &action, &cx.csrf(), html! {
                        input type="hidden" name=(VISIT) value=(visit.id.text());
                        button .button-small type="submit" name=(WANTED) value=(CALLED) { (words.called) }
                    }))
                }
            }
        }
    }
}

/// Who is expected on the next day.
fn coming(cx: &Cx, clinic: &Clinic, NextDay { day, visits }: &NextDay) -> Markup {
    let words = words::closing(cx.lang);
    let title = (words.next)(&lang::date(cx.lang, *day), visits.len());
    html! {
        section .card {
            h2 { (WholeParts(&title)) }
            @if visits.is_empty() { p { (words.nobody_next) } } @else {
                ul .closing-visits { @for visit in visits { li { (visit_line(cx, clinic, visit)) } } }
            }
        }
    }
}

fn numbers(cx: &Cx, report: &DayReport) -> Markup {
    let words = words::closing(cx.lang);
    let DayReport { visits, by_menu, by_unit, by_way, first, again, no_shows, cancelled, waits } = report;
    let each = |entries: Vec<(String, usize)>| {
        html! { ul .closing-counts { @for (name, many) in entries { li { (name) " " strong { ((words.people)(many)) } } } } }
    };
    let ways = by_way.iter().map(|(way, many)| (line::way(cx.lang, *way).to_owned(), *many)).collect();
    let waited = html! { @match waits {
        Some(waits) => ((words.waits)(*waits)),
        None => (words.no_waits),
    } };
    let mut rows = vec![
        (words.visits.to_owned(), html! { ((words.people)(*visits)) " " ((words.kinds)(*first, *again)) }),
        (words.by_menu.to_owned(), each(by_menu.clone())),
    ];
    if !by_unit.is_empty() {
        rows.push((words.by_unit.to_owned(), each(by_unit.clone())));
    }
    rows.extend([
        (words.by_way.to_owned(), each(ways)),
        (words.no_shows.to_owned(), html! { ((words.people)(*no_shows)) }),
        (words.cancelled.to_owned(), html! { ((words.people)(*cancelled)) }),
        (words.waited.to_owned(), waited),
    ]);
    overview(&rows)
}
