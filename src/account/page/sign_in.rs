//! アカウント認証.

use super::{going_on, sentences};
use crate::account::form::{AccountProblems, SignInField, SignInForm};
use crate::account::{path, words};
use crate::config::DemoAccount;
use crate::ui::{
    Field, FormField, Kind, Page, Tone, actions, alert, button, button_secondary, card, field, form_whole_input,
    form_whole_named, link_button,
};
use crate::web::Cx;
use maud::{Markup, html};

/// What stands beside the form.
pub struct SignInNotes {
    /// Whether a sign-up was begun in this browser.
    pub under_way: bool,
    /// What signing in is for, as later rooms say.
    pub purpose: Option<Markup>,
}

/// The form, empty or refused.
pub fn show(cx: &Cx, form: &SignInForm, notes: &SignInNotes, problems: &AccountProblems<SignInField>) -> Page {
    let words = words::of(cx.lang);
    let done = match cx.query("done").as_str() {
        "sign-out" => Some(words.sign_in.signed_out),
        "reset" => Some(words.sign_in.reset_done),
        _ => None,
    };
    let next = cx.next();
    let wrong = sentences(cx, problems);
    Page::new(
        words.sign_in.title,
        html! {
            @if let Some(done) = done { (alert(Tone::Success, done)) }
            @if let Some(purpose) = &notes.purpose { (purpose) }
            @if path::confirms_address(&next) { (alert(Tone::Info, words.email_change.sign_in_first)) }
            @if notes.under_way {
                (alert(Tone::Info, html! {
                    p { (words.sign_in.under_way) " " a href=(path::SIGN_UP_PERSON) { (words.sign_in.go_on) } }
                }))
            }
            (form_whole_input(path::SIGN_IN, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email(SignInField::Email.name(), words.form.email).value(&form.email).required(true)
                    .without_badge().problem(wrong.beside(SignInField::Email)).render(cx.lang))
                (Field::password(SignInField::Password.name(), words.form.password).current_password().required(true)
                    .without_badge().problem(wrong.beside(SignInField::Password)).render(cx.lang))
                (field::checkbox(SignInField::Stay.name(), html! { (words.sign_in.stay) }, !form.stay.is_empty())
                    .hint(words.sign_in.stay_hint).render(cx.lang))
                (actions(button(words.sign_in.button)))
            }))
            @if !cx.floor.config.demo_accounts.is_empty() { (demo_accounts(cx)) }
            p { a href=(path::then(path::RESET, &next)) { (words.sign_in.forgot) } }
            (card(
                words.sign_in.sign_up_lead,
                link_button(words.sign_in.sign_up, &path::sign_up_then(&next), Kind::Secondary),
            ))
        },
    )
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// The accounts of a demonstration, each with a button that signs in.
fn demo_accounts(cx: &Cx) -> Markup {
    let words = &words::of(cx.lang).sign_in;
    let accounts = cx.floor.config.demo_accounts.iter();
    card(
        words.demo,
        html! {
            p .quiet { (words.demo_lead) }
            @for DemoAccount { name, address, password } in accounts {
                (form_whole_named(name, path::SIGN_IN, &cx.csrf(), html! {
                    (going_on(cx))
                    input type="hidden" name=(SignInField::Email.name()) value=(address);
                    input type="hidden" name=(SignInField::Password.name()) value=(password);
                    (actions(button_secondary(&(words.demo_button)(name))))
                }))
            }
        },
    )
}
