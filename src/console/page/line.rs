//! A visit's line in the book: time, name, what to mind, how far it has come, and the button for what usually comes next.

use super::desk::{undone, unit};
use super::live;
use crate::clinic::{Clinic, TimeOfDay, as_written};
use crate::console::book::{BookLine, LONG_WAITS, Mark};
use crate::console::day_view::DayView;
use crate::console::form::{BACK, SEEN, WANTED};
use crate::console::{path, words};
use crate::lang::Lang;
use crate::reservation::Attendance;
use crate::reservation::Reservation;
use crate::reservation::desk::BookingWay;
use crate::ui::form_whole_named;
use crate::web::Cx;
use maud::{Markup, html};

/// The line. Only somebody who may change bookings is offered to take a change back.
pub fn show(cx: &Cx, clinic: &Clinic, line: &BookLine, may_change: bool) -> Markup {
    let visit = &line.reservation;
    let person = &visit.attendee.person;
    html! {
        li .book-line #(path::anchor(visit.id)) data-state=(state(visit)) data-changed[live::is_new(cx, visit)] tabindex="-1" {
            p .book-start { (TimeOfDay::of(visit.slot.starts())) }
            div .book-who {
                p .book-name {
                    a href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) { (person.full_name()) }
                    // Where only the kana is known, it already stands as the name.
                    @if !person.name.full().is_empty() { " " span .book-kana { (person.kana.full()) } }
                }
                p .book-facts { (facts(cx, line)) }
                (marks(cx, line))
            }
            p .book-state { (words::status(cx.lang, visit.status)) (waiting(cx, line)) (live::mark(cx, visit)) }
            @if let Some(stands) = Attendance::of(visit.status) { (controls(cx, clinic, visit, stands)) }
            @if may_change { (undone::strip(cx, clinic, visit, false)) }
        }
    }
}

/// The word by which the stylesheet tells how far a visit has come.
pub fn state(visit: &Reservation) -> &'static str {
    Attendance::of(visit.status).map_or("cancelled", Attendance::value)
}

/// How the booking came.
pub fn way(lang: Lang, way: BookingWay) -> &'static str {
    match way {
        BookingWay::Desk(channel) => (words::desk::of(lang).change.channel)(channel),
        BookingWay::By(actor) => (words::of(lang).line.way)(actor),
    }
}

/// Age, numbers, menu, and how the booking came. What stands among the marks is not said twice.
fn facts(cx: &Cx, line: &BookLine) -> Markup {
    let words = &words::of(cx.lang).line;
    let visit = &line.reservation;
    let age = visit.attendee.person.age_on(visit.slot.day);
    let is_marked = |mark: Mark| line.marks.contains(&mark);
    let chart = visit.attendee.chart_number.as_deref();
    let chart = chart.or_else(|| (!is_marked(Mark::Provisional)).then_some(words.no_chart));
    html! {
        @if let Some(age) = age { span { ((words.age)(age)) } }
        @if let Some(chart) = chart { span { (chart) } }
        span { (as_written(cx.lang, visit.service.own_name())) }
        @if let Some(unit) = unit::of_slot(cx, &visit.slot) { span .book-unit { (unit) } }
        @if !is_marked(Mark::FirstVisit) { span { (words.again) } }
        span { (way(cx.lang, visit.way())) }
        span .book-number { (words.number) " " span { (visit.number) } }
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

/// How long the patient has waited, drawn heavier the longer it is, or how late they are.
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
    let action = DayView::of(cx).of_visit(path::ATTENDANCE, &clinic.id, visit.id);
    let action = live::kept(cx, action);
    let name = visit.attendee.person.full_name();
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
                    button .button-small .button-secondary .book-next type="submit" name=(WANTED) value=(next.value()) {
                        ((words.line.set_to)(next))
                    }
                }))
            }
            @if live::refresh(cx).is_some() {
                a .button-small href=(path::of_visit(path::VISIT, &clinic.id, visit.id))
                    aria-label=((words.line.more)(&name)) { "…" }
            } @else { details .book-more {
                summary .button-small aria-label=((words.line.more)(&name)) { "…" }
                (form_whole_named(&name, &action, &cx.csrf(), html! {
                    input type="hidden" name=(SEEN) value=(stands.value());
                    @if can_go_back {
                        button .button-small type="submit" name=(WANTED) value=(BACK) { (words.line.back) }
                    }
                    @for to in others {
                        button .button-small type="submit" name=(WANTED) value=(to.value()) { ((words.line.set_to)(to)) }
                    }
                }))
            } }
        }
    }
}
