//! 受診者の変更: the patient as booked, the box, and whom it found, with dates of birth to compare.

use super::search::{PatientSearch, search};
use super::sequence;
use super::{objections, reason};
use crate::clinic::Clinic;
use crate::console::day_view::DayView;
use crate::console::desk_form::DeskField;
use crate::console::form::SEQUENCE;
use crate::console::path;
use crate::console::reason_form::TypedReason;
use crate::console::words::{self, desk};
use crate::lang;
use crate::patient::PatientRecord;
use crate::person::PatientDetails;
use crate::reservation::Reservation;
use crate::slots::{Objection, Offer};
use crate::ui::{FormField, Page, WholeParts, actions, button, form, form_named, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// The page.
pub fn show(cx: &Cx, clinic: &Clinic, visit: &Reservation, asked: &PatientSearch) -> Page {
    let words = desk::of(cx.lang);
    let here = DayView::of(cx).of_visit(path::SWAP, &clinic.id, visit.id);
    let rows = [(words.change.from.to_owned(), who(cx, visit, &visit.attendee.person))];
    Page::new(
        words.change.swap_title,
        html! {
            (overview(&rows))
            (search(cx, &here, asked, |record, _| choice(cx, visit, record, &here)))
        },
    )
    .lead(lang::moment(cx.lang, visit.slot.starts()))
    .back(words.change.back_to_visit, DayView::of(cx).of_visit(path::VISIT, &clinic.id, visit.id))
}

/// What stands against giving the visit to a patient.
pub fn insist(
    cx: &Cx,
    visit: &Reservation,
    patient: &str,
    offer: Offer<'_>,
    against: &[Objection],
    typed: &TypedReason,
) -> Page {
    let words = &desk::of(cx.lang).change;
    Page::new(
        words.swap_title,
        form(
            &DayView::of(cx).of_visit(path::SWAP, &visit.clinic, visit.id),
            &cx.csrf(),
            html! {
                input type="hidden" name=(SEQUENCE) value=(sequence(cx, visit));
                input type="hidden" name=(DeskField::Patient.name()) value=(patient);
                (objections::show(cx, offer, against, typed, None, false))
                (actions(button(words.swap_button)))
            },
        ),
    )
    .lead(lang::moment(cx.lang, visit.slot.starts()))
    .back(desk::of(cx.lang).change.back_to_visit, DayView::of(cx).of_visit(path::VISIT, &visit.clinic, visit.id))
    .problems(reason::summary(cx, typed))
}

/// A patient whom the box found, with the button that gives them the visit.
fn choice(cx: &Cx, visit: &Reservation, record: &PatientRecord, here: &str) -> Markup {
    let words = &desk::of(cx.lang).change;
    html! {
        div .desk-choice {
            p { (who(cx, visit, &record.details)) }
            (form_named(&record.details.full_name(), here, &cx.csrf(), html! {
                input type="hidden" name=(SEQUENCE) value=(visit.sequence);
                input type="hidden" name=(DeskField::Patient.name()) value=(record.id.text());
                (button(words.swap_button))
            }))
        }
    }
}

/// Name, kana, date of birth and age.
fn who(cx: &Cx, visit: &Reservation, of: &PatientDetails) -> Markup {
    let age = of.age_on(visit.slot.day).map(|age| (words::of(cx.lang).line.age)(age));
    html! {
        strong { (of.name_with_kana()) }
        @if let Some(born) = of.birth_date { " " (WholeParts(&lang::date_with_era(cx.lang, born))) }
        @if let Some(age) = age { " " (age) }
    }
}
