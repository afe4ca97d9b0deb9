//! The account's screens, one a file, and the few pieces that several of them share.
//!
//! They draw what they are given; what is right or allowed has been decided before.

pub mod account;
pub mod document;
pub mod person;
pub mod reset;
pub mod sent;
pub mod sign_in;
pub mod sign_up;

use super::password::{self, Problem};
use super::{path, words};
use crate::lang::Words;
use crate::mail::{EmailAddress, address};
use crate::ui::{Field, field};
use crate::web::Cx;
use maud::{Markup, html};

/// A problem beside a field: the field's name and the sentence.
pub type FieldProblem = (&'static str, String);

/// What is wrong with an address as it was typed.
pub fn address_problem(cx: &Cx, typed: &str) -> Option<String> {
    let problem = EmailAddress::parse(typed).err()?;
    Some(address::sentence(cx.lang, problem).to_owned())
}

/// What is wrong with a password that was to be chosen.
pub fn password_words(cx: &Cx, problem: Problem) -> String {
    password::sentence(cx.lang, problem)
}

/// What to say beside one field: all that is wrong with it.
fn of(problems: &[FieldProblem], name: &str) -> Option<String> {
    let sentences: Vec<&str> =
        problems.iter().filter(|(field, _)| *field == name).map(|(_, sentence)| sentence.as_str()).collect();
    (!sentences.is_empty()).then(|| sentences.join(" / "))
}

/// The field for a password that is being chosen, with the address beside it for password managers.
fn new_password(cx: &Cx, label: Words, address: &EmailAddress, problem: Option<String>) -> Markup {
    html! {
        (username(cx, address))
        (Field::password("password", cx.say(label)).new_password().required(true)
            .hint(cx.say(words::PASSWORD_RULE)).problem(problem).render(cx.lang))
    }
}

/// The field for the password that an account has.
fn current_password(cx: &Cx, label: Words, hint: Option<Words>, problem: Option<String>) -> Markup {
    let field = Field::password("current_password", cx.say(label)).current_password().required(true);
    let field = match hint {
        Some(hint) => field.hint(cx.say(hint)),
        None => field,
    };
    field.problem(problem).render(cx.lang)
}

/// Tells password managers whose password it is. Nobody else needs to see it.
fn username(cx: &Cx, address: &EmailAddress) -> Markup {
    html! {
        input type="text" name="username" value=(address.as_str()) autocomplete="username" hidden readonly
            aria-label=(cx.say(words::EMAIL));
    }
}

/// Where to go on after a form, if this request says so.
fn going_on(cx: &Cx) -> Markup {
    let next = cx.next();
    html! { @if path::is_elsewhere(&next) { input type="hidden" name="next" value=(next); } }
}

/// The documents, to be read before agreeing, and the box to tick.
fn agreement(cx: &Cx, name: &str, label: Words, problem: Option<String>) -> Markup {
    html! {
        ul {
            li { a href=(path::TERMS) target="_blank" rel="noopener" { (cx.say(words::READ_TERMS)) } }
            li { a href=(path::PRIVACY) target="_blank" rel="noopener" { (cx.say(words::READ_PRIVACY)) } }
        }
        (field::checkbox(name, html! { (cx.say(label)) }, cx.form().has(name))
            .required(true).problem(problem).render(cx.lang))
    }
}
