//! What there is to know of a reservation, line by line.
//!
//! The holder of the URL of a mail sees nothing by which the patient could be known: initials, and what the clinic says of
//! itself.

use super::sheet::Viewer;
use crate::clinic::{Clinic, call, own};
use crate::clock::Moment;
use crate::lang::{self, Lang, Words};
use crate::reservation::change::Refusal;
use crate::reservation::model::Reservation;
use crate::reservation::words::detail as words;
use crate::slots::words as slot_words;
use crate::ui::overview;
use maud::{Markup, html};

type Rows = Vec<(String, Markup)>;

/// Everything there is to know of a reservation.
pub fn overview_of(lang: Lang, now: Moment, clinic: &Clinic, reservation: &Reservation, viewer: Viewer) -> Markup {
    let mut rows = Rows::new();
    let mut add = |label: Words, value: Markup| rows.push((lang.of(label).to_owned(), value));
    add(words::NUMBER, html! { span translate="no" { (reservation.number) } });
    add(words::STATUS, html! { (words::status(lang, reservation, now)) });
    add(
        words::WHEN,
        html! {
            (slot_words::when(lang, reservation.slot.starts()))
            " " span .quiet { (slot_words::minutes(lang, reservation.slot.minutes)) }
        },
    );
    add(words::MENU, own(lang, &reservation.service.name));
    add(words::VISIT, html! { (lang.of(slot_words::visit(reservation.service.visit))) });
    patient(lang, &mut add, reservation, viewer);
    for (label, text) in
        [(words::PREPARATION, &reservation.service.preparation), (words::BRING, &reservation.service.bring)]
    {
        if let Some(text) = text {
            add(label, own(lang, text));
        }
    }
    place(lang, &mut add, clinic);
    if reservation.is_coming(now) {
        let deadlines = [
            (words::CHANGE_UNTIL, reservation.may_change(now), reservation.deadlines.change),
            (words::CANCEL_UNTIL, reservation.may_cancel(now), reservation.deadlines.cancel),
        ];
        for (label, allowed, deadline) in deadlines {
            add(label, until(lang, clinic, allowed, deadline));
        }
    }
    if !reservation.history.is_empty() {
        add(
            words::HISTORY,
            html! {
                @for moved in &reservation.history { div { (lang::moment(lang, moved.from.starts())) } }
            },
        );
    }
    overview(&rows)
}

fn patient(lang: Lang, add: &mut impl FnMut(Words, Markup), reservation: &Reservation, viewer: Viewer) {
    let person = &reservation.attendee.person;
    match viewer {
        Viewer::Holder => {
            let (read_in, initials) = words::initials(lang, person);
            add(words::PERSON, html! { span lang=(read_in.tag()) { (initials) } });
        }
        Viewer::Patient => {
            add(words::PERSON, html! { (person.name.full()) });
            if let Some(number) = &reservation.attendee.chart_number {
                add(words::CHART_NUMBER, html! { (number) });
            }
        }
    }
}

fn place(lang: Lang, add: &mut impl FnMut(Words, Markup), clinic: &Clinic) {
    add(words::CLINIC, own(lang, &clinic.name));
    add(words::PHONE, call(&clinic.phone));
    let site = &clinic.site;
    add(
        words::ADDRESS,
        html! {
            @if let Some(code) = &site.postal_code { "〒" (code.hyphenated()) " " }
            (own(lang, &site.address))
            @if let Some(access) = &site.access { br; (own(lang, access)) }
            @if let Some(map) = &site.map_url {
                br; a href=(map) rel="noopener noreferrer" { (lang.of(words::MAP)) }
            }
        },
    );
}

/// A deadline; once it has passed, the number to call.
fn until(lang: Lang, clinic: &Clinic, allowed: Result<(), Refusal>, deadline: Moment) -> Markup {
    match allowed {
        Ok(()) => html! { (words::until(lang, deadline)) },
        Err(_) => html! {
            (words::ended(lang, deadline)) " " (lang.of(words::CALL)) " " (call(&clinic.phone))
        },
    }
}
