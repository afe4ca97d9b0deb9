//! The account's screens, one a file, and the few pieces that several of them share.

pub mod account;
mod device_copy;
pub mod document;
pub mod own_data;
pub mod person;
pub mod reset;
pub mod sent;
pub mod sessions;
pub mod sign_in;
pub mod sign_up;

use super::form::AccountProblems;
use super::{path, words};
use crate::mail::EmailAddress;
use crate::ui::{Field, FormField, Problems, Tone, alert, field};
use crate::web::Cx;
use maud::{Markup, html};

/// Each problem of a form as a sentence.
fn sentences<F: FormField>(cx: &Cx, problems: &AccountProblems<F>) -> Problems<F, String> {
    problems.sentences(|_, problem| (words::of(cx.lang).form.problem)(*problem))
}

/// The input for a password that is being chosen, with the address beside it for password managers.
fn new_password<F: FormField>(
    cx: &Cx,
    field: F,
    label: &str,
    address: &EmailAddress,
    wrong: &Problems<F, String>,
) -> Markup {
    html! {
        (username(cx, address))
        (Field::password(field.name(), label).new_password().required(true)
            .hint(words::of(cx.lang).form.password_rule).problem(wrong.beside(field)).render(cx.lang))
    }
}

/// The input for the password that an account has.
fn current_password<F: FormField>(cx: &Cx, field: F, hint: Option<&str>, wrong: &Problems<F, String>) -> Markup {
    let problem = wrong.beside(field);
    let field =
        Field::password(field.name(), words::of(cx.lang).form.current_password).current_password().required(true);
    let field = match hint {
        Some(hint) => field.hint(hint),
        None => field,
    };
    field.problem(problem).render(cx.lang)
}

/// Tells password managers whose password it is. Nobody else needs to see it.
fn username(cx: &Cx, address: &EmailAddress) -> Markup {
    html! {
        input type="text" name="username" value=(address.as_str()) autocomplete="username" hidden readonly
            aria-label=(words::of(cx.lang).form.email);
    }
}

/// That mails wait, above a form after which one is waited for; nothing where they are sent.
pub fn mail_waits(cx: &Cx) -> Markup {
    let waits = !cx.floor.config.mail.is_ready();
    html! { @if waits { (alert(Tone::Warning, words::of(cx.lang).form.mail_waits)) } }
}

/// Where to go on after a form, if this request says so.
fn going_on(cx: &Cx) -> Markup {
    let next = cx.next();
    html! { @if path::is_elsewhere(&next) { input type="hidden" name="next" value=(next); } }
}

/// The documents, to be read before agreeing, and the box to tick. `ticked` is empty when it is not.
fn agreement<F: FormField>(cx: &Cx, field: F, label: &str, ticked: &str, wrong: &Problems<F, String>) -> Markup {
    let words = &words::of(cx.lang).agreement;
    html! {
        ul {
            li { a href=(path::TERMS) target="_blank" rel="noopener" { (words.read_terms) } }
            li { a href=(path::PRIVACY) target="_blank" rel="noopener" { (words.read_privacy) } }
        }
        (field::checkbox(field.name(), html! { (label) }, !ticked.is_empty())
            .required(true).problem(wrong.beside(field)).render(cx.lang))
    }
}
