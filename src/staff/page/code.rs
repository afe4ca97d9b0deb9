//! Signing in to the console: the code of the authenticator app.

use super::{code_input, going_on, sentences};
use crate::staff::form::{CodeField, StaffProblems};
use crate::staff::{path, words};
use crate::ui::{Page, actions, button, fold, form_whole_input};
use crate::web::Cx;
use maud::html;

/// The form, empty or refused.
pub fn show(cx: &Cx, problems: &StaffProblems<CodeField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    let demo = !cx.floor.config.demo_staff.is_empty() && cx.request.on_this_machine;
    Page::new(
        words.code.title,
        html! {
            (form_whole_input(path::CODE, &cx.csrf(), html! {
                (going_on(cx))
                (code_input(cx, words.code.label, &wrong))
                (actions(button(words.sign_in.button)))
            }))
            @if demo { p { a href=(path::DEMO_CODES) target="_blank" rel="noopener" { (words.demo.codes_link) } } }
            (fold(words.code.lost, false, html! { @for sentence in words.code.lost_help { p { (sentence) } } }))
        },
    )
    .lead(words.code.lead)
    .back(words.code.back, path::SIGN_IN)
    .with_input()
    .problems(wrong.summary(cx.lang))
}
