//! メールアドレス確認 and パスワード設定.

use super::{FieldProblem, going_on, new_password, of, password_words};
use crate::account::password::Problem;
use crate::account::{path, words};
use crate::lang::Words;
use crate::mail::EmailAddress;
use crate::ui::{
    Field, Kind, Page, Tone, actions, alert, button, form, link_button, problem_summary, steps as draw_steps,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Where in the sign-up a page stands, from 0.
pub fn steps(cx: &Cx, current: usize) -> Markup {
    draw_steps(cx.lang, &words::STEPS.map(|step| cx.say(step)), current)
}

/// メールアドレス確認.
pub fn address(cx: &Cx, typed: &str, problem: Option<String>) -> Page {
    let problems: Vec<FieldProblem> = problem.clone().into_iter().map(|problem| ("email", problem)).collect();
    Page::new(
        cx.say(words::ADDRESS),
        html! {
            @if cx.query("again") == "1" { (alert(Tone::Warning, cx.say(words::ADDRESS_AGAIN))) }
            (form(path::SIGN_UP, &cx.csrf(), html! {
                (going_on(cx))
                (Field::email("email", cx.say(words::EMAIL)).value(typed).required(true).without_badge()
                    .problem(problem).render(cx.lang))
                (actions(button(cx.say(words::ADDRESS_BUTTON))))
            }))
        },
    )
    .lead(cx.say(words::ADDRESS_LEAD))
    .back(cx.say(words::BACK_TO_SIGN_IN), path::sign_in_then(&cx.next()))
    .steps(steps(cx, 0))
    .problems(problem_summary(cx.lang, &problems))
}

/// パスワード設定, at the address of the link.
pub fn password(cx: &Cx, address: &EmailAddress, problems: &[Problem]) -> Page {
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
    problems: &[Problem],
) -> Page {
    let problems: Vec<FieldProblem> =
        problems.iter().map(|problem| ("password", password_words(cx, *problem))).collect();
    Page::new(
        cx.say(title),
        html! {
            p { (cx.say(words::EMAIL)) ": " strong { (address.as_str()) } }
            (form(&cx.here(), &cx.csrf(), html! {
                (new_password(cx, label, address, of(&problems, "password")))
                (actions(button(cx.say(send))))
            }))
        },
    )
    .problems(problem_summary(cx.lang, &problems))
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
