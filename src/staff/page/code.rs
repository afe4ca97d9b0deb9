//! Signing in to the console: the code of the authenticator app.

use super::{code_input, demo_codes_link, going_on, sentences};
use crate::staff::form::{CodeField, StaffProblems};
use crate::staff::{path, words};
use crate::ui::{Page, actions, button, fold, form_whole_input};
use crate::web::Cx;
use maud::html;

/// The form, empty or refused.
pub fn show(cx: &Cx, problems: &StaffProblems<CodeField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    // The keyboard of digits has no letters, of which recovery codes have some.
    let recovery = cx.query("recovery") == "1";
    let (label, keyboard) = if recovery { (words.code.recovery, "text") } else { (words.code.label, "numeric") };
    let action = if recovery { path::RECOVERY_CODE } else { path::CODE };
    Page::new(
        words.code.title,
        html! {
            (form_whole_input(action, &cx.csrf(), html! {
                (going_on(cx))
                (code_input(label, keyboard, wrong.beside(CodeField::Code)).first(true).render(cx.lang))
                (actions(button(words.sign_in.button)))
            }))
            (demo_codes_link(cx))
            @if !recovery {
                (fold(words.code.lost, false, html! {
                    @for sentence in words.code.lost_help { p { (sentence) } }
                    p { a href=(path::recovery_code_then(&cx.next())) { (words.code.use_recovery) } }
                }))
            }
        },
    )
    .lead(if recovery { words.code.recovery_lead } else { words.code.lead })
    .back(words.code.back, path::SIGN_IN)
    .with_input()
    .problems(wrong.summary(cx.lang))
}
