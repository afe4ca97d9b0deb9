//! Signing in to the console: address and password.

use super::{going_on, sentences};
use crate::config::DemoAccount;
use crate::staff::form::{StaffProblems, StaffSignInField, StaffSignInForm};
use crate::staff::words::device;
use crate::staff::{path, words};
use crate::ui::{
    Field, FormField, Page, Tone, actions, alert, button, button_secondary, card, form_whole_input, form_whole_named,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The form, empty or refused.
pub fn show(cx: &Cx, form: &StaffSignInForm, problems: &StaffProblems<StaffSignInField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    let signed_out = cx.query("done") == "sign-out";
    Page::new(
        words.sign_in.title,
        html! {
            @if cx.query("done") == "pin" { (alert(Tone::Warning, device::of(cx.lang).lock.full)) }
            @if signed_out { (alert(Tone::Success, words.sign_in.signed_out)) }
            (form_whole_input(path::SIGN_IN, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email(StaffSignInField::Email.name(), words.form.email).value(&form.email).required(true)
                    .without_badge().problem(wrong.beside(StaffSignInField::Email)).render(cx.lang))
                (Field::password(StaffSignInField::Password.name(), words.form.password).current_password()
                    .required(true).without_badge().problem(wrong.beside(StaffSignInField::Password))
                    .render(cx.lang))
                (actions(button(words.sign_in.button)))
            }))
            @if !cx.floor.config.demo_staff.is_empty() { (demo_staff(cx)) }
            p .quiet { (words.sign_in.help) }
        },
    )
    .lead(words.sign_in.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// The staff of a demonstration, each with a button that gives the password.
fn demo_staff(cx: &Cx) -> Markup {
    let words = &words::of(cx.lang).demo;
    card(
        words.title,
        html! {
            p .quiet { (words.lead) }
            @for DemoAccount { name, address, password } in &cx.floor.config.demo_staff {
                (form_whole_named(name, path::SIGN_IN, &cx.csrf(), html! {
                    (going_on(cx))
                    input type="hidden" name=(StaffSignInField::Email.name()) value=(address);
                    input type="hidden" name=(StaffSignInField::Password.name()) value=(password);
                    (actions(button_secondary(&(words.button)(name))))
                }))
            }
        },
    )
}
