//! The form of 受診者, checked: who comes, their 診察券番号 and a guest's address, or all that is wrong at once.

use super::model::Typed;
use crate::lang::typed::{Fault, clean};
use crate::mail::{EmailAddress, address};
use crate::person::{Person, PersonProblems};
use time::Date;

/// The most characters of a 診察券番号.
pub const LONGEST_NUMBER: usize = 20;

/// What a right form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Who comes.
    pub person: Person,
    /// 診察券番号, if one was given.
    pub chart_number: Option<String>,
    /// A guest's address; nobody else is asked for one.
    pub address: Option<EmailAddress>,
}

/// What is wrong with a form, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// With the person.
    pub person: Option<PersonProblems>,
    /// With a guest's address.
    pub address: Option<address::AddressProblem>,
    /// With the 診察券番号.
    pub chart_number: Option<Fault>,
}

/// Checks it. `today` is the day in Japan.
///
/// # Errors
/// All problems at once.
pub fn check(typed: &Typed, guest: bool, today: Date) -> Result<Filled, Faults> {
    let person = typed.person.check(today);
    let address = guest.then(|| EmailAddress::parse(&typed.email)).transpose();
    let number = clean(&typed.chart_number, LONGEST_NUMBER);
    match (person, address, number) {
        (Ok(person), Ok(address), Ok(number)) => {
            Ok(Filled { person, chart_number: Some(number).filter(|number| !number.is_empty()), address })
        }
        (person, address, number) => {
            Err(Faults { person: person.err(), address: address.err(), chart_number: number.err() })
        }
    }
}
