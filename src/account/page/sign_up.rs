//! メールアドレス確認 and パスワード設定.

use super::{going_on, new_password, sentences};
use crate::account::form::{AccountProblems, AddressField, AddressForm, PasswordField};
use crate::account::{path, words};
use crate::lang::Words;
use crate::mail::EmailAddress;
use crate::ui::{Field, FormField, Kind, Page, Tone, actions, alert, button, form, link_button, steps as draw_steps};
use crate::web::Cx;
use maud::{Markup, html};

/// Where in the sign-up a page stands, from 0.
pub fn steps(cx: &Cx, current: usize) -> Markup {
    draw_steps(cx.lang, &words::STEPS.map(|step| cx.say(step)), current)
}

/// メールアドレス確認.
pub fn address(cx: &Cx, typed: &AddressForm, problems: &AccountProblems<AddressField>) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::ADDRESS),
        html! {
            @if cx.query("again") == "1" { (alert(Tone::Warning, cx.say(words::ADDRESS_AGAIN))) }
            (form(path::SIGN_UP, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email(AddressField::Email.name(), cx.say(words::EMAIL)).value(&typed.email).required(true)
                    .without_badge().problem(wrong.beside(AddressField::Email)).render(cx.lang))
                (actions(button(cx.say(words::ADDRESS_BUTTON))))
            }))
        },
    )
    .lead(cx.say(words::ADDRESS_LEAD))
    .back(cx.say(words::BACK_TO_SIGN_IN), path::sign_in_then(&cx.next()))
    .steps(steps(cx, 0))
    .problems(wrong.summary(cx.lang))
}

/// パスワード設定, at the address of the link.
pub fn password(cx: &Cx, address: &EmailAddress, problems: &AccountProblems<PasswordField>) -> Page {
    set_password(cx, words::SET_PASSWORD, words::PASSWORD, words::SET_PASSWORD_BUTTON, address, problems)
        .lead(cx.say(words::SET_PASSWORD_LEAD))
        .steps(steps(cx, 1))
}

/// A page that chooses a password behind a link: its form posts to the link itself.
pub fn set_password(
    cx: &Cx,
    title: Words,
    label: Words,
    send: Words,
    address: &EmailAddress,
    problems: &AccountProblems<PasswordField>,
) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(title),
        html! {
            p { (cx.say(words::EMAIL)) ": " strong { (address.as_str()) } }
            (form(&cx.here(), &cx.csrf(), html! {
                (new_password(cx, PasswordField::Password, label, address, &wrong))
                (actions(button(cx.say(send))))
            }))
        },
    )
    .problems(wrong.summary(cx.lang))
}

/// That the address got an account while this sign-up was under way. `next` is where that would have led.
pub fn taken(cx: &Cx, next: &str) -> Page {
    Page::new(
        cx.say(words::TAKEN),
        html! {
            p { (cx.say(words::TAKEN_WHY)) }
            (actions(link_button(cx.say(words::SIGN_IN_BUTTON), &path::sign_in_then(next), Kind::Primary)))
        },
    )
}
