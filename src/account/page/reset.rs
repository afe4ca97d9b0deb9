//! パスワードを忘れた方 and パスワード再設定.

use super::sign_up::set_password;
use super::{going_on, sentences};
use crate::account::form::{AccountProblems, AddressField, AddressForm, PasswordField};
use crate::account::{path, words};
use crate::mail::EmailAddress;
use crate::ui::{Field, FormField, Page, actions, button, form};
use crate::web::Cx;
use maud::html;

/// The form for the address.
pub fn address(cx: &Cx, typed: &AddressForm, problems: &AccountProblems<AddressField>) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::FORGOT),
        form(
            path::RESET,
            &cx.csrf(),
            html! {
                (going_on(cx))
                (Field::email(AddressField::Email.name(), cx.say(words::EMAIL)).value(&typed.email).required(true)
                    .without_badge().problem(wrong.beside(AddressField::Email)).render(cx.lang))
                (actions(button(cx.say(words::FORGOT_BUTTON))))
            },
        ),
    )
    .lead(cx.say(words::FORGOT_LEAD))
    .back(cx.say(words::BACK_TO_SIGN_IN), path::sign_in_then(&cx.next()))
    .problems(wrong.summary(cx.lang))
}

/// パスワード再設定.
pub fn password(cx: &Cx, address: &EmailAddress, problems: &AccountProblems<PasswordField>) -> Page {
    set_password(cx, words::RESET, words::NEW_PASSWORD, words::RESET_BUTTON, address, problems)
}
