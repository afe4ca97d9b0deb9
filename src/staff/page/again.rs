//! Password and code once more.

use super::{code_input, demo_codes_link, going_on, sentences, username};
use crate::staff::form::{AgainField, StaffProblems};
use crate::staff::model::Staff;
use crate::staff::{path, words};
use crate::ui::{Field, FormField, Page, actions, button, form_whole_input};
use crate::web::Cx;
use maud::html;

/// The form, empty or refused.
pub fn show(cx: &Cx, staff: &Staff, problems: &StaffProblems<AgainField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.again.title,
        html! {
            (form_whole_input(path::AGAIN, &cx.csrf(), html! {
                (going_on(cx))
                (username(cx, &staff.address))
                (Field::password(AgainField::Password.name(), words.form.password).current_password()
                    .required(true).without_badge().first(true).problem(wrong.beside(AgainField::Password)).render(cx.lang))
                (code_input(words.code.label, "numeric", wrong.beside(AgainField::Code)).render(cx.lang))
                (actions(button(words.again.button)))
            }))
            (demo_codes_link(cx))
        },
    )
    .lead(words.again.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}
