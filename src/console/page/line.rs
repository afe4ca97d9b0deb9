//! A visit's line in the book: time, name, what to mind, how far it has come, and the button for what usually comes next.

use crate::clinic::{Clinic, TimeOfDay, Visit, as_written};
use crate::console::book::{BookLine, LONG_WAITS};
use crate::console::form::{BACK, SEEN, WANTED};
use crate::console::{path, words};
use crate::reservation::Attendance;
use crate::reservation::Reservation;
use crate::ui::form_whole_named;
use crate::web::Cx;
use maud::{Markup, html};

/// The line.
pub fn show(cx: &Cx, clinic: &Clinic, line: &BookLine) -> Markup {
    let visit = &line.reservation;
    let person = &visit.attendee.person;
    html! {
        li .book-line #(path::anchor(visit.id)) data-state=(state(visit)) {
            p .book-start { (TimeOfDay::of(visit.slot.starts())) }
            div .book-who {
                p .book-name {
                    a href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) { (person.name.full()) }
                    " " span .book-kana { (person.kana.full()) }
                }
                p .book-facts { (facts(cx, visit)) }
                (marks(cx, line))
            }
            p .book-state { (words::status(cx.lang, visit.status)) (waiting(cx, line)) }
            @if let Some(stands) = Attendance::of(visit.status) { (controls(cx, clinic, visit, stands)) }
        }
    }
}

/// The word by which the stylesheet and the counts tell states apart.
pub fn state(visit: &Reservation) -> &'static str {
    Attendance::of(visit.status).map_or("cancelled", Attendance::value)
}

/// Age, number, menu, and how the booking came.
fn facts(cx: &Cx, visit: &Reservation) -> Markup {
    let words = &words::of(cx.lang).line;
    let age = visit.attendee.person.age_on(visit.slot.day);
    html! {
        @if let Some(age) = age { span { ((words.age)(age)) } }
        span { @match &visit.attendee.chart_number { Some(number) => (number), None => (words.no_chart) } }
        span { (as_written(cx.lang, visit.service.own_name())) }
        span { @match visit.service.visit { Visit::First => (words.first), Visit::Return => (words.again) } }
        span { ((words.way)(visit.booked_by)) }
        span .book-number { (visit.number) }
    }
}

fn marks(cx: &Cx, line: &BookLine) -> Markup {
    let words = &words::of(cx.lang).line;
    html! {
        @if !line.marks.is_empty() {
            ul .book-marks { @for mark in &line.marks { li { ((words.mark)(*mark)) } } }
        }
    }
}

/// How long somebody has waited, heavier the longer it is, or is late.
fn waiting(cx: &Cx, line: &BookLine) -> Markup {
    let words = &words::of(cx.lang).line;
    if let Some(minutes) = line.late_minutes(cx.now) {
        return html! { " " span .book-late { ((words.late)(minutes)) } };
    }
    let Some(minutes) = line.waiting_minutes(cx.now) else { return html! {} };
    let long = LONG_WAITS.iter().filter(|limit| **limit <= minutes).count();
    html! { " " span .book-wait data-long=(long) { ((words.minutes)(minutes)) } }
}

/// The next status as a button, and all others behind another one.
pub fn controls(cx: &Cx, clinic: &Clinic, visit: &Reservation, stands: Attendance) -> Markup {
    let words = words::of(cx.lang);
    let action = path::of_visit(path::ATTENDANCE, &clinic.id, visit.id);
    let name = visit.attendee.person.name.full();
    // Nobody comes before the day.
    if cx.now.jst_date() < visit.slot.day {
        return html! {};
    }
    let next = stands.next();
    let others = Attendance::ALL.into_iter().filter(|to| *to != stands && Some(*to) != next);
    let others = others.filter(|to| *to != Attendance::NoShow || visit.slot.starts() <= cx.now);
    let can_go_back = visit.can_step_back(cx.now);
    html! {
        div .book-controls {
            @if let Some(next) = next {
                (form_whole_named(&name, &action, &cx.csrf(), html! {
                    input type="hidden" name=(SEEN) value=(stands.value());
                    button .book-next type="submit" name=(WANTED) value=(next.value()) {
                        ((words.line.set_to)(next))
                    }
                }))
            }
            details .book-more {
                summary aria-label=((words.line.more)(&name)) { "…" }
                (form_whole_named(&name, &action, &cx.csrf(), html! {
                    input type="hidden" name=(SEEN) value=(stands.value());
                    @if can_go_back {
                        button type="submit" name=(WANTED) value=(BACK) { (words.line.back) }
                    }
                    @for to in others {
                        button type="submit" name=(WANTED) value=(to.value()) { ((words.line.set_to)(to)) }
                    }
                }))
            }
        }
    }
}
