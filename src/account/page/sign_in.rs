//! アカウント認証.

use super::{FieldProblem, going_on, of};
use crate::account::{path, words};
use crate::ui::{Field, Kind, Page, Tone, actions, alert, button, card, form_whole, link_button, problem_summary};
use crate::web::Cx;
use maud::html;

/// The form, empty or refused. `under_way`: that a sign-up can be gone on with.
pub fn show(cx: &Cx, email: &str, under_way: bool, problems: &[FieldProblem]) -> Page {
    let done = match cx.query("done").as_str() {
        "sign-out" => Some(words::SIGNED_OUT),
        "reset" => Some(words::RESET_DONE),
        _ => None,
    };
    let next = cx.next();
    let problem = |name| of(problems, name);
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
                (Field::email("email", cx.say(words::EMAIL)).value(email).required(true)
                    .without_badge().problem(problem("email")).render(cx.lang))
                (Field::password("password", cx.say(words::PASSWORD)).current_password().required(true)
                    .without_badge().problem(problem("password")).render(cx.lang))
                (actions(button(cx.say(words::SIGN_IN_BUTTON))))
            }))
            p { a href=(path::then(path::RESET, &next)) { (cx.say(words::FORGOT_LINK)) } }
            (card(
                cx.say(words::SIGN_UP_LEAD),
                link_button(cx.say(words::SIGN_UP_LINK), &path::sign_up_then(&next), Kind::Secondary),
            ))
        },
    )
    .problems(problem_summary(cx.lang, problems))
}
