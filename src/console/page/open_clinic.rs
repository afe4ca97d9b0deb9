//! Opening a clinic, and what comes next for it.

use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::clinic::{qr_files, unreachable};
use crate::console::opening_form::{OpeningField, OpeningForm, OpeningProblem};
use crate::console::page::week_hours::{self, WeekHoursView};
use crate::console::preset::Department;
use crate::console::{path, words};
use crate::operator;
use crate::ui::field::Radio;
use crate::ui::{
    Field, Form, FormField, Kind, Page, Problems, Tone, Width, actions, alert, button, card, field, form_whole_input,
    link_button,
};
use crate::web::Cx;
use maud::html;

/// The form, empty or refused.
pub fn show(cx: &Cx, form: &OpeningForm, problems: &Problems<OpeningField, OpeningProblem>) -> Page {
    let words = &words::of(cx.lang).open_clinic;
    // The summary names the fields, of which several may lack the same.
    let wrong = problems.sentences(|field, problem| format!("{}: {}", label(cx, field), (words.problem)(*problem)));
    let hours = WeekHoursView {
        value: &|field| form.value(OpeningField::Hours(field)),
        wrong: &|field| wrong.beside(OpeningField::Hours(field)),
        with_last: false,
    };
    let text = |field: OpeningField, label: &str| {
        Field::text(field.name(), label).value(form.value(field)).required(true).problem(wrong.beside(field))
    };
    let departments = Department::ALL.map(|department| {
        let (value, label, menu) = (department.value(), department.name(cx.lang), department.first_menu());
        let note = Some((words.first_menu)(menu.name, menu.minutes));
        Radio { value: value.to_owned(), label: label.to_owned(), note, is_closed: false }
    });
    Page::new(
        words.title,
        form_whole_input(
            path::OPEN_CLINIC,
            &cx.csrf(),
            html! {
                (text(OpeningField::Name, words.name).render(cx.lang))
                (text(OpeningField::Kana, words.kana).hint(words.kana_hint).render(cx.lang))
                (field::radios_with_notes(OpeningField::Department.name(), words.department, departments.into())
                    .value(form.value(OpeningField::Department)).required(true).hint(words.department_hint)
                    .problem(wrong.beside(OpeningField::Department)).render(cx.lang))
                (Field::tel(OpeningField::Phone.name(), words.phone).value(form.value(OpeningField::Phone))
                    .required(true).problem(wrong.beside(OpeningField::Phone)).render(cx.lang))
                (text(OpeningField::Address, words.address).render(cx.lang))
                (week_hours::show(cx, &hours))
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
fn label(cx: &Cx, field: OpeningField) -> String {
    let words = &words::of(cx.lang).open_clinic;
    let label = match field {
        OpeningField::Name => words.name,
        OpeningField::Kana => words.kana,
        OpeningField::Id => words.id,
        OpeningField::Department => words.department,
        OpeningField::Phone => words.phone,
        OpeningField::Address => words.address,
        OpeningField::Hours(field) => return week_hours::label(cx, field),
    };
    label.to_owned()
}

/// What somebody may do for a clinic beside hanging up its posters.
#[derive(Clone, Copy, Debug)]
pub struct OpenedRights {
    /// Change its hours.
    pub changes_hours: bool,
    /// Set how mails are sent.
    pub sets_mail: bool,
}

/// Where patients book, what is hung up, where the clinic `has_code` by which patients register it; for who may do something about it,
/// that mails cannot be sent yet, and where the hours are changed.
pub fn opened(cx: &Cx, clinic: &Clinic, url: &str, has_code: bool, rights: OpenedRights) -> Page {
    let words = &words::of(cx.lang).open_clinic;
    let lacks_mail = !cx.floor.config.mail.is_ready();
    let [svg, png] = [path::BOOKING_QR, path::BOOKING_QR_PNG].map(|route| of_clinic(route, &clinic.id));
    Page::new(
        words.posters,
        html! {
            @if cx.query("done") == "opened" { (alert(Tone::Success, if lacks_mail { words.opened_without_mail } else { words.opened })) }
            (unreachable(cx))
            @if rights.sets_mail && lacks_mail {
                (card(operator::words::mail::of(cx.lang).title, html! {
                    p { (operator::words::mail::of(cx.lang).not_set) }
                    (actions(link_button(operator::words::mail::of(cx.lang).title, operator::path::MAIL, Kind::Primary)))
                }))
            }
            (card(words.booking, html! {
                img .authenticator-qr src=(svg) width="240" height="240"
                    alt=(words.qr);
                p { a href=(url) { (url) } }
                p { (words.booking_help) }
                (qr_files(cx, &svg, &png))
                (actions(link_button(words.booking_poster, &of_clinic(path::BOOKING_POSTER, &clinic.id), Kind::Secondary)))
            }))
            @if has_code {
                (card(words.poster, html! {
                    p { (words.poster_help) }
                    (actions(link_button(words.poster, &of_clinic(path::REGISTRATION_POSTER, &clinic.id), Kind::Secondary)))
                }))
            }
            @if rights.changes_hours {
                @let title = words::hours(cx.lang).title;
                (card(title, html! {
                    p { (words.hours_help) }
                    (actions(link_button(title, &of_clinic(path::HOURS, &clinic.id), Kind::Secondary)))
                }))
            }
            (actions(link_button(words.to_book, &of_clinic(path::TODAY, &clinic.id), if lacks_mail { Kind::Secondary } else { Kind::Primary })))
        },
    )
}
