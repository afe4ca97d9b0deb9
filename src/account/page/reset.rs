//! パスワードを忘れた方 and パスワード再設定.

use super::sign_up::set_password;
use super::{FieldProblem, going_on};
use crate::account::password::Problem;
use crate::account::{path, words};
use crate::mail::EmailAddress;
use crate::ui::{Field, Page, actions, button, form, problem_summary};
use crate::web::Cx;
use maud::html;

/// The form for the address.
pub fn address(cx: &Cx, typed: &str, problem: Option<String>) -> Page {
    let problems: Vec<FieldProblem> = problem.clone().into_iter().map(|problem| ("email", problem)).collect();
    Page::new(
        cx.say(words::FORGOT),
        form(
            path::RESET,
            &cx.csrf(),
            html! {
                (going_on(cx))
                (Field::email("email", cx.say(words::EMAIL)).value(typed).required(true)
                    .without_badge().problem(problem).render(cx.lang))
                (actions(button(cx.say(words::FORGOT_BUTTON))))
            },
        ),
    )
    .lead(cx.say(words::FORGOT_LEAD))
    .back(cx.say(words::BACK_TO_SIGN_IN), path::sign_in_then(&cx.next()))
    .problems(problem_summary(cx.lang, &problems))
}

/// パスワード再設定.
pub fn password(cx: &Cx, address: &EmailAddress, problems: &[Problem]) -> Page {
    set_password(cx, words::RESET, words::NEW_PASSWORD, words::RESET_BUTTON, address, problems)
}
