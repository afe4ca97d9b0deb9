//! A visit in full, for the reception.

use super::desk::{undone, unit};
use super::line;
use super::story::{self, StaffNames};
use crate::clinic::{Clinic, Visit, as_written};
use crate::console::day_view::DayView;
use crate::console::{path, words};
use crate::lang;
use crate::reservation::Reservation;
use crate::reservation::{Attendance, Status};
use crate::slots::{self, Offer};
use crate::ui::{Kind, Page, WholeParts, button_secondary, card, form_whole_named, link_button, overview};
use crate::web::Cx;
use maud::{Markup, html};
use time::Duration;

/// A visit, and what its page has to know.
pub struct VisitView<'a> {
    /// Its clinic.
    pub clinic: &'a Clinic,
    /// The visit.
    pub visit: &'a Reservation,
    /// Its menu; `None` where the clinic has that no more.
    pub offer: Option<Offer<'a>>,
    /// The names of the staff in its story.
    pub names: &'a StaffNames,
    /// Whether who looks may change it.
    pub may_change: bool,
}

/// Who comes, how to reach them, and what became of it.
pub fn show(cx: &Cx, of: &VisitView<'_>) -> Page {
    let VisitView { clinic, visit, offer, names, may_change } = *of;
    let words = words::of(cx.lang);
    let person = &visit.attendee.person;
    let starts = visit.slot.starts();
    Page::new(
        person.full_name(),
        html! {
            div .visit-state {
                p { (words::status(cx.lang, visit.status)) }
                @if let Some(stands) = Attendance::of(visit.status) { (line::controls(cx, clinic, visit, stands)) }
            }
            @if may_change {
                (undone::strip(cx, clinic, visit, true))
                (ways(cx, clinic, visit, offer))
            }
            (card(words.visit.booking, overview(&booking(cx, clinic, visit))))
            (card(words.visit.person, overview(&of_person(cx, visit))))
            @if story::has_any(visit) { (card(words.visit.history, story::show(cx, visit, names))) }
        },
    )
    .lead(format!("{} {}", lang::date(cx.lang, visit.slot.day), lang::time_of(cx.lang, starts)))
    .back(words.visit.back, in_book(cx, clinic, visit))
}

/// The day at the visit.
fn in_book(cx: &Cx, clinic: &Clinic, visit: &Reservation) -> String {
    let book = DayView::of(cx).opened(&clinic.id, visit.slot.day, cx.now.jst_date());
    format!("{book}#{}", path::anchor(visit.id))
}

/// What the staff may do with the visit.
fn ways(cx: &Cx, clinic: &Clinic, visit: &Reservation, offer: Option<Offer<'_>>) -> Markup {
    let words = words::desk::of(cx.lang);
    let today = cx.now.jst_date();
    let next = visit.slot.day.max(today).saturating_add(Duration::weeks(1));
    let view = DayView::of(cx);
    let to = |route| view.of_visit(route, &clinic.id, visit.id);
    let slot = &visit.slot;
    html! {
        div .desk-ways {
            @if visit.is_expected() {
                (link_button(words.change.move_title, &view.named_in(&path::of_move(&clinic.id, visit.id, slot.day.max(today))), Kind::Secondary))
                (link_button(words.length.change, &view.named_in(&path::of_move_to(&clinic.id, visit.id, slot.day, &slot.menu, slot.start)), Kind::Secondary))
            }
            @if let Some(offer) = offer.filter(|offer| visit.holds_place() && visit.other_units(*offer).next().is_some()) {
                @let label = slots::words::unit_label(cx.lang, clinic, offer.menu.pool.as_ref());
                (link_button(&(words.unit.change)(label), &to(path::VISIT_UNIT), Kind::Secondary))
            }
            (link_button(words.change.details_title, &to(path::DETAILS), Kind::Secondary))
            @if visit.can_be_swapped() {
                (link_button(words.change.swap_title, &to(path::SWAP), Kind::Secondary))
            }
            (link_button(words.change.next, &view.named_in(&path::of_next(&clinic.id, visit.id, next)), Kind::Secondary))
            @if visit.is_booked() && visit.slot.ends() > cx.now {
                (form_whole_named(words.slip.open, &to(path::SLIP), &cx.csrf(), button_secondary(words.slip.open)))
            }
            @if visit.is_booked() && !matches!(visit.status, Status::InConsultation | Status::Fulfilled) {
                (link_button(words.change.cancel_title, &to(path::CANCELLATION), Kind::Secondary))
            }
        }
    }
}

fn booking(cx: &Cx, clinic: &Clinic, visit: &Reservation) -> Vec<(String, Markup)> {
    let words = words::of(cx.lang);
    let kind = match visit.service.visit {
        Visit::First => words.line.first,
        Visit::Return => words.line.again,
    };
    let mut rows = vec![
        (words.visit.number.to_owned(), html! { (visit.number) }),
        (words.visit.menu.to_owned(), html! { (as_written(cx.lang, visit.service.own_name())) " (" (kind) ")" }),
        (words.visit.way.to_owned(), html! { (line::way(cx.lang, visit.way())) }),
    ];
    let length = &words::desk::of(cx.lang).length;
    rows.push((length.label.to_owned(), html! { ((length.minutes)(visit.slot.minutes)) }));
    let label = slots::words::unit_label(cx.lang, clinic, visit.slot.pool.as_ref());
    let unit = unit::of_slot(cx, &visit.slot).map(|unit| (label.to_owned(), html! { (unit) }));
    rows.extend(unit);
    rows.push((words.visit.booked.to_owned(), html! { (WholeParts(&lang::moment(cx.lang, visit.booked))) }));
    rows
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
