//! The staff's own screens, one a file, and the few pieces that several of them share.

pub mod again;
pub mod authenticator;
pub mod code;
pub mod demo_codes;
pub mod devices;
pub mod invitation;
pub mod invite;
pub mod lock;
pub mod member;
pub mod members;
pub mod recovery_codes;
pub mod setup;
pub mod sign_in;

use super::form::{CodeField, StaffProblems};
use super::{path, words};
use crate::mail::EmailAddress;
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

/// Tells password managers whose password it is. Nobody else needs to see it.
fn username(cx: &Cx, address: &EmailAddress) -> Markup {
    html! {
        input type="text" name="username" value=(address.as_str()) autocomplete="username" hidden readonly
            aria-label=(words::of(cx.lang).form.email);
    }
}

/// The way to the present codes of a demonstration's staff, on the machine that serves it.
fn demo_codes_link(cx: &Cx) -> Markup {
    let demo = !cx.floor.config.demo_staff.is_empty() && cx.request.on_this_machine;
    let words = &words::of(cx.lang).demo;
    html! { @if demo { p { a href=(path::DEMO_CODES) target="_blank" rel="noopener" { (words.codes_link) } } } }
}

/// The input for a code.
fn code_input(label: &str, keyboard: &str, problem: Option<String>) -> Field {
    Field::text(CodeField::Code.name(), label)
        .autocomplete("one-time-code")
        .inputmode(keyboard)
        .required(true)
        .without_badge()
        .max_width(Width::Medium)
        .problem(problem)
}
