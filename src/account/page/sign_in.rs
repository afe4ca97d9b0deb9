//! アカウント認証.

use super::{going_on, sentences};
use crate::account::form::{AccountProblems, SignInField, SignInForm};
use crate::account::{path, words};
use crate::ui::{Field, FormField, Kind, Page, Tone, actions, alert, button, card, form_whole, link_button};
use crate::web::Cx;
use maud::html;

/// The form, empty or refused. `under_way`: whether a sign-up was begun in this browser.
pub fn show(cx: &Cx, form: &SignInForm, under_way: bool, problems: &AccountProblems<SignInField>) -> Page {
    let done = match cx.query("done").as_str() {
        "sign-out" => Some(words::SIGNED_OUT),
        "reset" => Some(words::RESET_DONE),
        _ => None,
    };
    let next = cx.next();
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::SIGN_IN),
        html! {
            @if let Some(done) = done { (alert(Tone::Success, cx.say(done))) }
            @if under_way {
                (alert(Tone::Info, html! {
                    p { (cx.say(words::UNDER_WAY)) " " a href=(path::SIGN_UP_PERSON) { (cx.say(words::GO_ON)) } }
                }))
            }
            (form_whole(path::SIGN_IN, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email(SignInField::Email.name(), cx.say(words::EMAIL)).value(&form.email).required(true)
                    .without_badge().problem(wrong.beside(SignInField::Email)).render(cx.lang))
                (Field::password(SignInField::Password.name(), cx.say(words::PASSWORD)).current_password().required(true)
                    .without_badge().problem(wrong.beside(SignInField::Password)).render(cx.lang))
                (actions(button(cx.say(words::SIGN_IN_BUTTON))))
            }))
            p { a href=(path::then(path::RESET, &next)) { (cx.say(words::FORGOT_LINK)) } }
            (card(
                cx.say(words::SIGN_UP_LEAD),
                link_button(cx.say(words::SIGN_UP_LINK), &path::sign_up_then(&next), Kind::Secondary),
            ))
        },
    )
    .problems(wrong.summary(cx.lang))
}
