//! What there is to know of a reservation, line by line.
//!
//! The holder of the URL of a mail sees the same lines, and nothing by which the patient could be known: initials, and the end
//! of the 診察券番号.

use super::sheet::Viewer;
use crate::clinic::{Clinic, as_written, call, sign};
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::person;
use crate::reservation::change::Refusal;
use crate::reservation::model::Reservation;
use crate::reservation::words;
use crate::slots::{WrittenStart, words as slot_words};
use crate::ui::{WholeParts, overview};
use maud::{Markup, html};

type Rows = Vec<(String, Markup)>;

/// Everything there is to know of a reservation.
pub fn overview_of(lang: Lang, now: Moment, clinic: &Clinic, reservation: &Reservation, viewer: Viewer) -> Markup {
    let slot_words = slot_words::of(lang);
    let words = &words::of(lang).detail;
    let mut rows = Rows::new();
    let mut add = |label: &str, value: Markup| rows.push((label.to_owned(), value));
    add(words.number, html! { span translate="no" { (reservation.number) } });
    add(words.status_label, html! { (WholeParts(&(words.status)(reservation, now))) });
    add(
        words.when,
        html! {
            (WrittenStart(lang, reservation.slot.starts()))
            " " span .quiet { ((slot_words.minutes)(reservation.slot.minutes)) }
        },
    );
    add(words.menu, as_written(lang, reservation.service.own_name()));
    add(words.visit, html! { ((slot_words.visit)(reservation.service.visit)) });
    if let Some(unit) = reservation.slot.asked_unit() {
        add(slot_words::unit_label(lang, clinic, reservation.slot.pool.as_ref()), as_written(lang, unit.own_name()));
    }
    patient(lang, &mut add, reservation, viewer);
    for (label, text) in
        [(words.preparation, reservation.service.own_preparation()), (words.bring, reservation.service.own_bring())]
    {
        if let Some(text) = text {
            add(label, as_written(lang, text));
        }
    }
    if let Some(years) = reservation.guardian_under() {
        add(words.guardian, html! { ((slot_words.guardian)(years)) });
    }
    place(lang, &mut add, clinic);
    if reservation.is_coming(now) {
        let deadlines = [
            (words.change_until, reservation.may_change(now), reservation.deadlines.change),
            (words.cancel_until, reservation.may_cancel(now), reservation.deadlines.cancel),
        ];
        for (label, allowed, deadline) in deadlines {
            add(label, until(lang, clinic, allowed, deadline));
        }
    }
    if !reservation.history.is_empty() {
        add(
            words.history,
            html! {
                @for moved in &reservation.history { div { (lang::WrittenMoment(lang, moved.from.starts())) } }
            },
        );
    }
    overview(&rows)
}

/// Which reservation a page asks about, in a few lines. All of it stands below what is asked.
pub fn brief_of(lang: Lang, clinic: &Clinic, reservation: &Reservation, viewer: Viewer) -> Markup {
    let slot_words = slot_words::of(lang);
    html! {
        div .chosen {
            p .when { (WrittenStart(lang, reservation.slot.starts())) }
            p {
                (as_written(lang, reservation.service.own_name()))
                " (" ((slot_words.visit)(reservation.service.visit)) ")"
            }
            p .subject-clinic { (sign(clinic)) (as_written(lang, clinic.own_name())) }
            p { (words::of(lang).detail.person) ": " (name(lang, reservation, viewer)) }
        }
    }
}

/// The patient with their age, as far as somebody may know: initials for the holder of a URL.
pub fn name_of(lang: Lang, reservation: &Reservation, viewer: Viewer) -> String {
    match viewer {
        Viewer::Holder => reservation.initials(lang).1,
        Viewer::Patient => person::name_on(lang, reservation.attendee.person.identity(), reservation.slot.day),
    }
}

/// The same without the age where the name itself may be known.
pub fn bare_name_of(lang: Lang, reservation: &Reservation, viewer: Viewer) -> String {
    match viewer {
        Viewer::Holder => name_of(lang, reservation, viewer),
        Viewer::Patient => reservation.attendee.person.full_name(),
    }
}

/// The patient, as far as somebody may know.
fn name(lang: Lang, reservation: &Reservation, viewer: Viewer) -> Markup {
    match viewer {
        Viewer::Holder => {
            let (read_in, initials) = reservation.initials(lang);
            html! { span lang=(read_in.tag()) { (initials) } }
        }
        Viewer::Patient => html! { (reservation.attendee.person.full_name()) },
    }
}

fn patient(lang: Lang, add: &mut impl FnMut(&str, Markup), reservation: &Reservation, viewer: Viewer) {
    let words = &words::of(lang).detail;
    add(words.person, name(lang, reservation, viewer));
    if let Some(number) = &reservation.attendee.chart_number {
        let shown = match viewer {
            Viewer::Holder => masked(number),
            Viewer::Patient => number.clone(),
        };
        add(words.chart_number, html! { span translate="no" { (shown) } });
    }
}

/// A 診察券番号 of which only the last two characters can be read.
fn masked(number: &str) -> String {
    let shown = number.chars().count().saturating_sub(2);
    number.chars().enumerate().map(|(at, letter)| if at < shown { '*' } else { letter }).collect()
}

fn place(lang: Lang, add: &mut impl FnMut(&str, Markup), clinic: &Clinic) {
    let words = &words::of(lang).detail;
    add(words.clinic, html! { (sign(clinic)) (as_written(lang, clinic.own_name())) });
    add(words.phone, call(&clinic.phone));
    let site = &clinic.site;
    add(
        words.address,
        html! {
            @if let Some(code) = &site.postal_code { "〒" (code.hyphenated()) " " }
            (as_written(lang, clinic.own_address()))
            @if let Some(access) = clinic.own_access() { br; (as_written(lang, access)) }
            @if let Some(map) = &site.map_url {
                br; a href=(map) rel="noopener noreferrer" { (words.map) }
            }
        },
    );
}

/// A deadline; once it has passed, the number to call.
fn until(lang: Lang, clinic: &Clinic, allowed: Result<(), Refusal>, deadline: Moment) -> Markup {
    let words = &words::of(lang).detail;
    match allowed {
        Ok(()) => html! { (WholeParts(&(words.until)(deadline))) },
        Err(_) => html! {
            (WholeParts(&(words.ended)(deadline))) " " (words.call) " " (call(&clinic.phone))
        },
    }
}
