//! The form of 受診者, checked: who comes, their 診察券番号 and a guest's address, or all that is wrong at once.
//!
//! Whether that person may book is decided by the engine.

use crate::lang::typed::{Fault, clean};
use crate::mail::{EmailAddress, address};
use crate::person::{Draft, Person, page};
use crate::reservation::Typed;
use crate::reservation::page::booking::person::{CHART_NUMBER, EMAIL, Wrong};
use crate::reservation::words::booking::person as words;
use crate::web::Cx;

/// The most characters of each field that are kept until the form is right: far above any rule's limit, so that the rule
/// still refuses them, and too few to fill a disk with.
const LONGEST_KEPT: usize = 300;
/// The most characters of a 診察券番号.
const LONGEST_NUMBER: usize = 20;

/// What a right form holds.
pub struct Filled {
    /// Who comes.
    pub person: Person,
    /// 診察券番号, if one was given.
    pub chart_number: Option<String>,
    /// A guest's address; nobody else is asked for one.
    pub address: Option<EmailAddress>,
}

/// The form as it was sent, each field up to a length that nobody types.
pub fn typed(cx: &Cx) -> Typed {
    let get = |name: &str| cx.form().get(name).chars().take(LONGEST_KEPT).collect();
    Typed { person: Draft::from_fields(get), email: get(EMAIL), chart_number: get(CHART_NUMBER) }
}

/// Checks it.
///
/// # Errors
/// All problems at once.
pub fn check(cx: &Cx, typed: &Typed, guest: bool) -> Result<Filled, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let person = typed.person.check(cx.now.jst_date());
    let person = person.map_err(|problems| wrong.extend(page::sentences(cx.lang, Some(&problems)))).ok();
    let address = guest.then(|| EmailAddress::parse(&typed.email)).transpose();
    let address = address.map_err(|problem| wrong.push((EMAIL, address::sentence(cx.lang, problem).to_owned()))).ok();
    let number = clean(&typed.chart_number, LONGEST_NUMBER);
    let number = number.map_err(|fault| wrong.push((CHART_NUMBER, number_words(cx, fault)))).ok();
    match (person, address, number) {
        (Some(person), Some(address), Some(number)) => {
            Ok(Filled { person, chart_number: Some(number).filter(|number| !number.is_empty()), address })
        }
        _ => Err(wrong),
    }
}

fn number_words(cx: &Cx, fault: Fault) -> String {
    match fault {
        Fault::TooLong => words::chart_number_too_long(cx.lang, LONGEST_NUMBER),
        Fault::Forbidden => cx.say(words::CHART_NUMBER_FORBIDDEN).to_owned(),
    }
}
