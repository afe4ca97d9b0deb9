//! Booking at the desk and by phone: one box finds the patient, or the staff type what is known of a new one.

use super::search::{PatientSearch, hits, the_box};
use super::unit::{self, Units};
use super::{length, objections};
use crate::clinic::{TimeOfDay, Visit};
use crate::console::day_view::DayView;
use crate::console::desk_form::{DeskField, DeskForm, DeskProblem, DeskProblems};
use crate::console::form::{ASKED, BOOK};
use crate::console::path;
use crate::console::reason_form::{ReasonProblems, TypedReason};
use crate::console::words::desk as words;
use crate::lang;
use crate::mail::EmailAddress;
use crate::patient::PatientRecord;
use crate::person::{PersonField, Sex};
use crate::reservation::desk::Channel;
use crate::slots::{Objection, Offer, Slot};
use crate::ui::{
    Field, Form, FormField, Page, Problems, Tone, WholeParts, Width, actions, alert, button_for_enter, card, field,
    fold, form_input, overview, with_query,
};
use crate::web::Cx;
use maud::{Markup, html};

/// A booking under way at the desk.
pub struct DeskView<'a> {
    /// The menu.
    pub offer: Offer<'a>,
    /// When.
    pub slot: Slot,
    /// Whether they are there and come in now.
    pub is_now: bool,
    /// The path of the page.
    pub here: String,
    /// The view of the day to which it leads back.
    pub from: DayView,
    /// What the box was asked.
    pub asked: PatientSearch,
    /// What the box was asked last, on this page or before it came back with an error.
    pub asked_last: String,
    /// The patient, if one was chosen.
    pub patient: Option<PatientRecord>,
    /// Where the mails about the visit go after which this one is the next. Anybody may have typed it on the web.
    pub reached_at: Option<EmailAddress>,
    /// The form.
    pub form: DeskForm,
    /// Whether it holds what was typed on an earlier visit to the page.
    pub is_kept: bool,
    /// What is wrong with it.
    pub problems: DeskProblems,
    /// What stands against the visit.
    pub objections: Vec<Objection>,
    /// The units of the menu at that time.
    pub units: Units<'a>,
    /// Who was faster, where the last place was taken while the form was filled in.
    pub last_place: Option<LastPlace>,
}

/// The last place of a time, which somebody has just taken.
pub struct LastPlace {
    /// When it was taken.
    pub taken: TimeOfDay,
    /// The member of the staff who booked it, or else the way in which it was booked.
    pub by: String,
}

/// The page.
pub fn show(cx: &Cx, view: &DeskView<'_>) -> Page {
    let words = &words::of(cx.lang).booking;
    let wrong = view.problems.sentences(|_, problem| (words.problem)(problem));
    let when = lang::moment(cx.lang, view.slot.starts());
    let menu = view.offer.menu.own_name().text(cx.lang).to_owned();
    let mut page = Page::new(
        if view.is_now { words.walk_in } else { words.title },
        html! {
            (form_input(&view.here, &cx.csrf(), html! {
                @match &view.patient {
                    Some(record) => { (chosen(cx, view, record)) (body(cx, view, &wrong)) }
                    None => {
                        // One form: asking the box again loses nothing that was typed below it.
                        (button_for_enter(words.find_or_book))
                        input type="hidden" name=(ASKED) value=(view.asked_last);
                        div .desk-search role="search" { (the_box(cx, view.form.value(DeskField::Sought), &view.asked, !cx.form().has(BOOK))) }
                        (hits(cx, &view.asked, |record, is_first| hit(cx, view, record, is_first)))
                        @if view.asked.found.is_empty() { (body(cx, view, &wrong)) }
                        // Where the box found somebody, a new patient is the rarer case.
                        @else { (fold(words.new_patient, view.form.is_of_somebody_new() || has_later(&view.form), body(cx, view, &wrong))) }
                    }
                }
            }))
        },
    )
    .lead(match view.slot.asked_unit() {
        Some(unit) => format!("{when} {menu} {unit}"),
        None => format!("{when} {menu}"),
    })
    .back(words::of(cx.lang).free.back, view.from.opened(&view.offer.clinic.id, view.slot.day, cx.now.jst_date()))
    .with_input()
    .problems(wrong.summary(cx.lang));
    if view.is_kept {
        page.notice = alert(Tone::Info, html! { p { (words.kept)  a href=(emptied(view)) { (words.start_over) } } });
    }
    page
}

/// The page with nothing filled in and nobody chosen.
fn emptied(view: &DeskView<'_>) -> String {
    let nobody = with_query(&view.here, [(DeskField::Patient.name(), "none")]);
    path::with_unit(&nobody, view.slot.asked_unit())
}

fn hit(cx: &Cx, view: &DeskView<'_>, record: &PatientRecord, is_first: bool) -> Markup {
    let details = &record.details;
    html! {
        a .desk-hit href=(path::with_unit(&path::with_patient(&view.here, record.id), view.slot.asked_unit())) autofocus[is_first] {
            strong { (details.full_name()) }
            " " span { (details.kana.full()) }
            @for fact in facts(cx, view, record) { " " span { (fact) } }
        }
    }
}

/// Age, number and phone of a patient.
fn facts(cx: &Cx, view: &DeskView<'_>, record: &PatientRecord) -> Vec<String> {
    let words = words::of(cx.lang);
    let age = record.details.age_on(view.slot.day);
    let age = age.map(|age| (crate::console::words::of(cx.lang).line.age)(age));
    let chart = record.chart_number.clone().or_else(|| Some(words.booking.provisional.to_owned()));
    let phone = Some(record.details.phone.hyphenated());
    [age, chart, phone].into_iter().flatten().collect()
}

/// The patient who was chosen.
fn chosen(cx: &Cx, view: &DeskView<'_>, record: &PatientRecord) -> Markup {
    let words = &words::of(cx.lang).booking;
    let details = &record.details;
    let born = details.birth_date.map(|born| lang::date_with_era(cx.lang, born));
    let mut rows =
        vec![(words.chart.to_owned(), html! { (record.chart_number.as_deref().unwrap_or(words.provisional)) })];
    rows.extend(born.map(|born| (words.birth_date.to_owned(), html! { (WholeParts(&born)) })));
    rows.push((words.phone.to_owned(), html! { (details.phone.hyphenated()) }));
    html! {
        (card(&details.name_with_kana(), html! {
            (overview(&rows))
            p { a href=(emptied(view)) { (words.another) } }
        }))
    }
}

/// The form: who comes, where nobody was chosen, then what every booking has.
fn body(cx: &Cx, view: &DeskView<'_>, wrong: &Problems<DeskField, String>) -> Markup {
    let words = words::of(cx.lang);
    let form = &view.form;
    let needs_reason = view.objections.iter().any(Objection::needs_reason);
    let typed = TypedReason { form: form.reason.clone(), problems: of_reason(&view.problems) };
    let last_place = view.last_place.as_ref();
    let first = last_place.map(|LastPlace { taken, by }| (words.objections.first)(&taken.to_string(), by));
    let label = match (needs_reason, view.is_now) {
        (true, _) => words.objections.insist,
        (false, true) => words.booking.receive,
        (false, false) => words.booking.button,
    };
    html! {
        input type="hidden" name=(DeskField::Patient.name()) value=(form.value(DeskField::Patient));
        @if let Some(record) = &view.patient {
            @if record.address.is_none() { (email(cx, form, view.reached_at.as_ref(), wrong)) }
        } @else {
            @if view.asked.found.is_empty() { h2 .desk-new { (words.booking.new_patient) } }
            (person(cx, form, wrong, has_later(form)))
        }
        (objections::show(cx, view.offer, &view.objections, &typed, first.as_deref(), cx.form().has(BOOK)))
        (how(cx, view))
        (actions(html! {
            button .button type="submit" name=(BOOK) value="1" autofocus[view.patient.is_some() && !view.is_kept] { (label) }
        }))
    }
}

/// What is wrong with the reason.
fn of_reason(problems: &DeskProblems) -> ReasonProblems {
    let mut found = ReasonProblems::default();
    for (field, problem) in problems.iter() {
        if let (DeskField::Reason(field), DeskProblem::Reason(problem)) = (field, problem) {
            found.add(field, [*problem]);
        }
    }
    found
}

/// Who comes. What can be asked for later is folded away, unless `opens_all`.
pub fn person(cx: &Cx, form: &DeskForm, wrong: &Problems<DeskField, String>, opens_all: bool) -> Markup {
    let words = &words::of(cx.lang).booking;
    let text = |field: DeskField, label: &str| {
        Field::text(field.name(), label).value(form.value(field)).problem(wrong.beside(field))
    };
    let part = |field: PersonField, label: &str| text(DeskField::Person(field), label).max_width(Width::Medium);
    let kana = |field, label| part(field, label).needed_where(words.one_of_two).render(cx.lang);
    let later = |field, label| part(field, label).required(false).render(cx.lang);
    let sexes: Vec<(&str, &str)> = Sex::ALL.map(Sex::value).into_iter().zip(words.sexes).collect();
    let sex = DeskField::Person(PersonField::Sex);
    html! {
        p .hint { (words.new_hint) }
        (field::row(html! {
            (kana(PersonField::FamilyKana, words.family_kana)) (kana(PersonField::GivenKana, words.given_kana))
        }))
        (part(PersonField::Phone, words.phone).inputmode("tel").required(true).render(cx.lang))
        (fold(words.later, opens_all, html! {
            (field::row(html! {
                (later(PersonField::FamilyName, words.family_name)) (later(PersonField::GivenName, words.given_name))
            }))
            (later(PersonField::BirthDate, words.birth_date))
            (field::select(sex.name(), words.sex, &sexes).value(form.value(sex)).required(false)
                .problem(wrong.beside(sex)).render(cx.lang))
            (text(DeskField::ChartNumber, words.chart).max_width(Width::Medium).required(false).render(cx.lang))
            (email(cx, form, None, wrong))
        }))
    }
}

fn email(cx: &Cx, form: &DeskForm, before: Option<&EmailAddress>, wrong: &Problems<DeskField, String>) -> Markup {
    let words = &words::of(cx.lang).booking;
    let field = DeskField::Email;
    let hint = before.map_or_else(|| words.email_hint.to_owned(), |before| (words.email_before)(before.as_str()));
    Field::text(field.name(), words.email)
        .value(form.value(field))
        .inputmode("email")
        .hint(&hint)
        .required(false)
        .problem(wrong.beside(field))
        .render(cx.lang)
}

/// Whether anything was typed that can be asked for later.
fn has_later(form: &DeskForm) -> bool {
    let parts = [PersonField::FamilyName, PersonField::GivenName, PersonField::BirthDate, PersonField::Sex];
    let fields = parts.map(DeskField::Person).into_iter().chain([DeskField::ChartNumber, DeskField::Email]);
    fields.into_iter().any(|field| !form.value(field).is_empty())
}

/// First or return visit, how they came, and whether a mail goes.
fn how(cx: &Cx, view: &DeskView<'_>) -> Markup {
    let words = &words::of(cx.lang).booking;
    let form = &view.form;
    let visits = Visit::ALL.into_iter().zip(words.visits).filter(|(visit, _)| view.offer.menu.visits.hold(*visit));
    let visits: Vec<(&str, &str)> = visits.map(|(visit, label)| (visit.value(), label)).collect();
    let usual = if view.patient.is_some() { Visit::Return } else { Visit::First };
    let typed = form.value(DeskField::Visit);
    let visit = if typed.is_empty() { usual.value() } else { typed };
    let channels = [Channel::Phone, Channel::Desk].map(Channel::word);
    let channels: Vec<(&str, &str)> = channels.into_iter().zip(words.channels).collect();
    let address = view.patient.as_ref().and_then(|record| record.address.as_ref());
    let tell = address.map_or_else(|| words.tell_typed.to_owned(), |address| (words.tell)(address.as_str()));
    html! {
        (unit::choice(cx, view.offer, &view.units, form.value(DeskField::Unit)))
        (length::choice(cx, view.offer.menu, view.slot.minutes))
        div .desk-how {
            @if 1 < visits.len() {
                (field::radios(DeskField::Visit.name(), words.visit, &visits).value(visit).without_badge().render(cx.lang))
            }
            @if !view.is_now {
                (field::radios(DeskField::Channel.name(), words.channel, &channels)
                    .value(form.value(DeskField::Channel)).without_badge().render(cx.lang))
            }
        }
        (field::checkbox(DeskField::Tell.name(), html! { (tell) }, !form.value(DeskField::Tell).is_empty()).render(cx.lang))
    }
}
