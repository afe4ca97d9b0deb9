//! A visit in full, for the reception.

use super::line;
use crate::clinic::path::of_clinic;
use crate::clinic::{Clinic, Visit, as_written};
use crate::console::{path, words};
use crate::lang;
use crate::reservation::Reservation;
use crate::reservation::{Attendance, Status};
use crate::ui::{Page, WholeParts, card, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// Who comes, how to reach them, and what became of it. `names` are of who took each step.
pub fn show(cx: &Cx, clinic: &Clinic, visit: &Reservation, names: &[Option<String>]) -> Page {
    let words = words::of(cx.lang);
    let person = &visit.attendee.person;
    let starts = visit.slot.starts();
    Page::new(
        person.name.full(),
        html! {
            div .visit-state data-state=(line::state(visit)) {
                p { (words::status(cx.lang, visit.status)) }
                @if let Some(stands) = Attendance::of(visit.status) { (line::controls(cx, clinic, visit, stands)) }
            }
            (card(words.visit.booking, overview(&booking(cx, visit))))
            (card(words.visit.person, overview(&of_person(cx, visit))))
            @if !(visit.steps.is_empty() && visit.is_booked()) { (card(words.visit.history, history(cx, visit, names))) }
        },
    )
    .lead(format!("{} {}", lang::date(cx.lang, visit.slot.day), lang::time_of(cx.lang, starts)))
    .back(words.visit.back, book_of(clinic, visit, cx))
}

fn book_of(clinic: &Clinic, visit: &Reservation, cx: &Cx) -> String {
    match visit.slot.day == cx.now.jst_date() {
        true => format!("{}#{}", of_clinic(path::TODAY, &clinic.id), path::anchor(visit.id)),
        false => path::of_visit_in_day(&clinic.id, visit.slot.day, visit.id),
    }
}

fn booking(cx: &Cx, visit: &Reservation) -> Vec<(String, Markup)> {
    let words = words::of(cx.lang);
    let kind = match visit.service.visit {
        Visit::First => words.line.first,
        Visit::Return => words.line.again,
    };
    vec![
        (words.visit.number.to_owned(), html! { (visit.number) }),
        (words.visit.menu.to_owned(), html! { (as_written(cx.lang, visit.service.own_name())) " (" (kind) ")" }),
        (words.visit.way.to_owned(), html! { ((words.line.way)(visit.booked_by)) }),
        (words.visit.booked.to_owned(), html! { (WholeParts(&lang::moment(cx.lang, visit.booked))) }),
    ]
}

fn of_person(cx: &Cx, visit: &Reservation) -> Vec<(String, Markup)> {
    let words = words::of(cx.lang);
    let attendee = &visit.attendee;
    let person = &attendee.person;
    let phone = person.phone.hyphenated();
    vec![
        (words.visit.kana.to_owned(), html! { (person.kana.full()) }),
        (
            words.visit.birth.to_owned(),
            html! {
                @match person.birth_date.zip(person.age_on(visit.slot.day)) {
                    Some((born, age)) => { (lang::date_with_era(cx.lang, born)) " " ((words.line.age)(age)) }
                    None => { (words.visit.not_asked) }
                }
            },
        ),
        (words.visit.phone.to_owned(), html! { a href={ "tel:" (phone.replace('-', "")) } { (phone) } }),
        (
            words.visit.email.to_owned(),
            html! { @match &attendee.address { Some(address) => { (address.as_str()) } None => { (words.visit.no_email) } } },
        ),
        (
            words.visit.chart.to_owned(),
            html! { @match &attendee.chart_number { Some(number) => (number), None => (words.line.no_chart) } },
        ),
    ]
}

/// What the visit was set to, when and by whom, the latest first.
fn history(cx: &Cx, visit: &Reservation, names: &[Option<String>]) -> Markup {
    let words = words::of(cx.lang);
    html! {
        ul .visit-history {
            @if let Status::Cancelled { at, by } = visit.status {
                li { (WholeParts(&lang::moment(cx.lang, at))) " " strong { (words.status.cancelled) }
                    " " ((words.visit.by)((words.line.way)(by))) }
            }
            @for (step, name) in visit.steps.iter().zip(names).rev() {
                li {
                    (WholeParts(&lang::moment(cx.lang, step.at))) " "
                    strong { (words::status(cx.lang, step.to)) }
                    @if step.back { " " (words.line.taken_back) }
                    @if let Some(name) = name { " " ((words.visit.by)(name)) }
                }
            }
        }
        @if let Some(wait) = waited(visit) { p { ((words.visit.waited)(wait)) } }
    }
}

/// How many minutes there were between the first 来院 and the first 診察中.
fn waited(visit: &Reservation) -> Option<i64> {
    let (arrived, called) = (visit.reached.arrived?, visit.reached.called?);
    let done = Attendance::of(visit.status)? != Attendance::Arrived;
    done.then(|| (called.seconds_since(arrived) / 60).max(0))
}
