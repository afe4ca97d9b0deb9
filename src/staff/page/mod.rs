//! The staff's own screens, one a file, and the few pieces that several of them share.

pub mod authenticator;
pub mod code;
pub mod demo_codes;
pub mod invitation;
pub mod recovery_codes;
pub mod setup;
pub mod sign_in;

use super::form::{CodeField, StaffProblems};
use super::{path, words};
use crate::ui::{Field, FormField, Problems, Width};
use crate::web::Cx;
use maud::{Markup, html};

/// Each problem of a form as a sentence.
fn sentences<F: FormField>(cx: &Cx, problems: &StaffProblems<F>) -> Problems<F, String> {
    problems.sentences(|_, problem| (words::of(cx.lang).problem)(*problem))
}

/// Where to go on after a form, if this request says so.
fn going_on(cx: &Cx) -> Markup {
    let next = cx.next();
    html! { @if path::onward(&next) != path::CONSOLE { input type="hidden" name="next" value=(next); } }
}

/// The input for a code.
fn code_input(cx: &Cx, label: &str, keyboard: &str, wrong: &Problems<CodeField, String>) -> Markup {
    html! {
        (Field::text(CodeField::Code.name(), label).autocomplete("one-time-code").inputmode(keyboard).required(true)
            .without_badge().max_width(Width::Medium)
            .problem(wrong.beside(CodeField::Code)).render(cx.lang))
    }
}
