//! メールアドレス確認 and パスワード設定.

use super::{going_on, mail_waits, new_password, sentences};
use crate::account::form::{AccountProblems, AddressField, AddressForm, PasswordField};
use crate::account::{Origin, path, words};
use crate::mail::EmailAddress;
use crate::ui::{
    Field, FormField, Kind, Page, Tone, actions, alert, button, form, form_input, link_button, steps as draw_steps,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Where in the sign-up a page stands, from 0.
pub fn steps(cx: &Cx, current: usize) -> Markup {
    draw_steps(cx.lang, &words::of(cx.lang).sign_up.steps, current)
}

/// メールアドレス確認.
pub fn address(cx: &Cx, typed: &AddressForm, problems: &AccountProblems<AddressField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.sign_up.address,
        html! {
            @if cx.query("again") == "1" { (alert(Tone::Warning, words.sign_up.address_again)) }
            (mail_waits(cx))
            (form_input(path::SIGN_UP, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email(AddressField::Email.name(), words.form.email).value(&typed.email).required(true)
                    .without_badge().problem(wrong.beside(AddressField::Email)).render(cx.lang))
                (actions(button(words.sign_up.address_button)))
            }))
        },
    )
    .lead(words.sign_up.address_lead)
    .back(words.form.back_to_sign_in, path::sign_in_then(&cx.next()))
    .steps(steps(cx, 0))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// パスワード設定, at the address of the link.
pub fn password(cx: &Cx, address: &EmailAddress, problems: &AccountProblems<PasswordField>) -> Page {
    let words = words::of(cx.lang);
    set_password(cx, words.sign_up.password, words.form.password, words.form.set_password, address, problems)
        .lead(words.sign_up.password_lead)
        .steps(steps(cx, 1))
}

/// A page that chooses a password behind a link: its form posts to the link itself.
pub fn set_password(
    cx: &Cx,
    title: &str,
    label: &str,
    send: &str,
    address: &EmailAddress,
    problems: &AccountProblems<PasswordField>,
) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        title,
        html! {
            p { (words::of(cx.lang).form.email) ": " strong { (address.as_str()) } }
            (form(&cx.here(), &cx.csrf(), html! {
                (new_password(cx, PasswordField::Password, label, address, &wrong))
                (actions(button(send)))
            }))
        },
    )
    .problems(wrong.summary(cx.lang))
}

/// That the address has an account, or got one while this sign-up was under way. `next` is where that would have led, `origin` what
/// the account would have been made out of: a booking, which stands without it.
pub fn taken(cx: &Cx, next: &str, origin: Option<&Origin>) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.sign_up.taken,
        html! {
            @if origin.is_some() { p { strong { (words.sign_up.taken_booked) } } }
            p { (words.sign_up.taken_why) }
            (actions(link_button(words.sign_in.button, &path::sign_in_then(next), Kind::Primary)))
        },
    )
}
