//! The form of 受診者 as it was sent, and the sentences for what is wrong with it.

use crate::booking::filled::{Faults, LONGEST_NUMBER};
use crate::booking::model::Typed;
use crate::booking::page::person::{CHART_NUMBER, EMAIL, Wrong};
use crate::booking::words::person as words;
use crate::lang::typed::Fault;
use crate::mail::address;
use crate::person::{Draft, page};
use crate::web::Cx;

/// The most characters of each field that are kept until the form is right: far above any rule's limit, so that the rule
/// still refuses them, and too few to fill a disk with.
const LONGEST_KEPT: usize = 300;

/// The form, each field up to a length that nobody types.
pub fn sent(cx: &Cx) -> Typed {
    let get = |name: &str| cx.form().get(name).chars().take(LONGEST_KEPT).collect();
    Typed { person: Draft::from_fields(get), email: get(EMAIL), chart_number: get(CHART_NUMBER) }
}

/// A sentence for each field that is wrong.
pub fn sentences(cx: &Cx, faults: &Faults) -> Vec<Wrong> {
    let mut wrong = faults.person.as_ref().map(|person| page::sentences(cx.lang, person).named()).unwrap_or_default();
    wrong.extend(faults.address.map(|problem| (EMAIL, address::sentence(cx.lang, problem).to_owned())));
    wrong.extend(faults.chart_number.map(|fault| (CHART_NUMBER, number(cx, fault))));
    wrong
}

fn number(cx: &Cx, fault: Fault) -> String {
    match fault {
        Fault::TooLong => words::chart_number_too_long(cx.lang, LONGEST_NUMBER),
        Fault::Forbidden => cx.say(words::CHART_NUMBER_FORBIDDEN).to_owned(),
    }
}
