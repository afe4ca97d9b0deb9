//! Opening a clinic, and what comes next for it.

use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::console::opening_form::{OpeningField, OpeningForm, OpeningProblem};
use crate::console::preset::Department;
use crate::console::{path, words};
use crate::lang;
use crate::ui::{
    Field, Form, FormField, Kind, Page, Problems, Tone, Width, actions, alert, button, card, field, form_whole_input,
    link_button,
};
use crate::web::Cx;
use maud::{Markup, html};
use time::Weekday;

/// The weekdays, from Monday on.
const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The form, empty or refused.
pub fn show(cx: &Cx, form: &OpeningForm, problems: &Problems<OpeningField, OpeningProblem>) -> Page {
    let words = &words::of(cx.lang).open_clinic;
    // The summary names the fields, of which several may lack the same.
    let wrong = problems.sentences(|field, problem| format!("{}: {}", label(cx, field), (words.problem)(*problem)));
    let text = |field: OpeningField, label: &str| {
        Field::text(field.name(), label).value(form.value(field)).required(true).problem(wrong.beside(field))
    };
    let departments = Department::ALL.map(|department| (department.value(), department.name(cx.lang)));
    Page::new(
        words.title,
        form_whole_input(
            path::OPEN_CLINIC,
            &cx.csrf(),
            html! {
                (text(OpeningField::Name, words.name).render(cx.lang))
                (text(OpeningField::Kana, words.kana).hint(words.kana_hint).render(cx.lang))
                (field::select(OpeningField::Department.name(), words.department, &departments)
                    .value(form.value(OpeningField::Department)).required(true).hint(words.department_hint)
                    .problem(wrong.beside(OpeningField::Department)).render(cx.lang))
                (Field::tel(OpeningField::Phone.name(), words.phone).value(form.value(OpeningField::Phone))
                    .required(true).problem(wrong.beside(OpeningField::Phone)).render(cx.lang))
                (text(OpeningField::Address, words.address).render(cx.lang))
                (hours(cx, form, &wrong))
                (text(OpeningField::Id, words.id).hint(&(words.id_hint)(cx.floor.config.base_url()))
                    .inputmode("url").max_width(Width::Medium).render(cx.lang))
                (actions(button(words.button)))
            },
        ),
    )
    .lead(words.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// What a field is called.
fn label(cx: &Cx, field: OpeningField) -> &'static str {
    let words = &words::of(cx.lang).open_clinic;
    match field {
        OpeningField::Name => words.name,
        OpeningField::Kana => words.kana,
        OpeningField::Id => words.id,
        OpeningField::Department => words.department,
        OpeningField::Phone => words.phone,
        OpeningField::Address => words.address,
        OpeningField::Morning(_) => words.morning,
        OpeningField::Afternoon(_) => words.afternoon,
        OpeningField::Day(_) => words.days,
        OpeningField::Holidays => words.holidays,
    }
}

/// Days and times.
fn hours(cx: &Cx, form: &OpeningForm, wrong: &Problems<OpeningField, String>) -> Markup {
    let words = &words::of(cx.lang).open_clinic;
    let time = |field: OpeningField, label: &str| {
        Field::text(field.name(), label)
            .value(form.value(field))
            .max_width(Width::Short)
            .without_badge()
            .problem(wrong.beside(field))
            .render(cx.lang)
    };
    let day = |(field, day): (OpeningField, Weekday)| {
        field::checkbox(field.name(), html! { (lang::weekday(cx.lang, day)) }, !form.value(field).is_empty())
            .problem(wrong.beside(field))
            .render(cx.lang)
    };
    let holidays = OpeningField::Holidays;
    html! {
        (field::group(words.days, html! {
            div .weekdays { @for one in OpeningField::DAYS.into_iter().zip(WEEK) { (day(one)) } }
            (field::checkbox(holidays.name(), html! { (words.holidays) }, !form.value(holidays).is_empty())
                .render(cx.lang))
        }))
        (field::group(words.morning, field::row(html! {
            (time(OpeningField::Morning(0), words.from)) (time(OpeningField::Morning(1), words.until))
        })))
        (field::group(words.afternoon, field::row(html! {
            (time(OpeningField::Afternoon(0), words.from)) (time(OpeningField::Afternoon(1), words.until))
        })))
    }
}

/// Where patients book, and what is hung up.
pub fn opened(cx: &Cx, clinic: &Clinic, url: &str, poster: Option<&str>) -> Page {
    let words = &words::of(cx.lang).open_clinic;
    Page::new(
        clinic.name.clone(),
        html! {
            (alert(Tone::Success, words.opened))
            (card(words.booking, html! {
                img .authenticator-qr src=(of_clinic(path::BOOKING_QR, &clinic.id)) width="240" height="240"
                    alt=(words.qr);
                p { a href=(url) { (url) } }
                p { (words.booking_help) }
            }))
            @if let Some(poster) = poster {
                (card(words.poster, html! {
                    p { (words.poster_help) }
                    (actions(link_button(words.poster, poster, Kind::Secondary)))
                }))
            }
            (actions(link_button(words.to_book, &of_clinic(path::TODAY, &clinic.id), Kind::Primary)))
        },
    )
}
