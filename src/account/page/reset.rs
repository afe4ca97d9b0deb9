//! パスワードを忘れた方 and パスワード再設定.

use super::sign_up::set_password;
use super::{going_on, mail_waits, sentences};
use crate::account::form::{AccountProblems, AddressField, AddressForm, PasswordField};
use crate::account::{path, words};
use crate::mail::EmailAddress;
use crate::ui::{Field, FormField, Page, actions, button, form_input};
use crate::web::Cx;
use maud::html;

/// The form for the address.
pub fn address(cx: &Cx, typed: &AddressForm, problems: &AccountProblems<AddressField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.reset.forgot,
        html! {
            (mail_waits(cx))
            (form_input(path::RESET, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email(AddressField::Email.name(), words.form.email).value(&typed.email).required(true)
                    .without_badge().problem(wrong.beside(AddressField::Email)).render(cx.lang))
                (actions(button(words.form.send)))
            }))
        },
    )
    .lead(words.reset.lead)
    .back(words.form.back_to_sign_in, path::sign_in_then(&cx.next()))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// パスワード再設定.
pub fn password(cx: &Cx, address: &EmailAddress, problems: &AccountProblems<PasswordField>) -> Page {
    let words = words::of(cx.lang);
    set_password(cx, words.reset.title, words.form.new_password, words.form.set_password, address, problems)
}
