//! First start: the setup code, then the first owner.

use super::{code_input, sentences};
use crate::staff::form::{CodeField, FirstOwnerField, FirstOwnerForm, StaffProblems};
use crate::staff::{path, words};
use crate::ui::{Field, FormField, Page, actions, button, form_whole_input, steps};
use crate::web::Cx;
use maud::html;

/// The form for the code.
pub fn code(cx: &Cx, problems: &StaffProblems<CodeField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.setup.title,
        html! {
            @for sentence in words.setup.where_it_is { p { (sentence) } }
            (form_whole_input(path::SETUP, &cx.csrf(), html! {
                (code_input(words.setup.code, "text", wrong.beside(CodeField::Code)).first(true).render(cx.lang))
                (actions(button(words.setup.go_on)))
            }))
        },
    )
    .lead(words.setup.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// The form for the first owner.
pub fn owner(cx: &Cx, form: &FirstOwnerForm, problems: &StaffProblems<FirstOwnerField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.setup.owner,
        html! {
            (form_whole_input(path::SETUP_OWNER, &cx.csrf(), html! {
                (Field::text(FirstOwnerField::Name.name(), words.form.name).value(&form.name).required(true)
                    .autocomplete("name").hint(words.form.name_hint)
                    .problem(wrong.beside(FirstOwnerField::Name)).render(cx.lang))
                (Field::email(FirstOwnerField::Email.name(), words.form.email).value(&form.email).required(true)
                    .hint(words.setup.email_hint).problem(wrong.beside(FirstOwnerField::Email)).render(cx.lang))
                (Field::password(FirstOwnerField::Password.name(), words.form.password).new_password()
                    .required(true).hint(words.form.password_rule)
                    .problem(wrong.beside(FirstOwnerField::Password)).render(cx.lang))
                (actions(button(words.invitation.go_on)))
            }))
        },
    )
    .lead(words.setup.owner_lead)
    .steps(steps(cx.lang, &words.invitation.steps, 0))
    .with_input()
    .problems(wrong.summary(cx.lang))
}
