//! The form of 受診者, checked: who comes, their 診察券番号 and a guest's address, or all that is wrong at once.

use super::model::Typed;
use crate::lang::typed::{Fault, clean};
use crate::mail::EmailAddress;
use crate::mail::address::AddressProblem;
use crate::person::{Draft, Person, PersonField, PersonProblem};
use crate::slots::{Obstacle, Reason};
use crate::ui::{Form, FormField, Problems};
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

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailsField {
    /// One of the person.
    Person(PersonField),
    /// メールアドレス, of a guest.
    Email,
    /// 診察券番号.
    ChartNumber,
}

impl FormField for DetailsField {
    fn name(self) -> &'static str {
        match self {
            Self::Person(field) => field.name(),
            Self::Email => "email",
            Self::ChartNumber => "chart_number",
        }
    }
}

impl Form for Typed {
    type Field = DetailsField;

    fn read(get: impl Fn(DetailsField) -> String) -> Self {
        Self {
            person: Draft::read(|field| get(DetailsField::Person(field))),
            email: get(DetailsField::Email),
            chart_number: get(DetailsField::ChartNumber),
        }
    }

    fn typed(&self) -> Vec<(DetailsField, &str)> {
        let Self { person, email, chart_number } = self;
        let person = person.typed().into_iter().map(|(field, text)| (DetailsField::Person(field), text));
        person.chain([(DetailsField::Email, email.as_str()), (DetailsField::ChartNumber, chart_number)]).collect()
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailsProblem {
    /// With one of the person.
    Person(PersonField, PersonProblem),
    /// With a guest's address.
    Address(AddressProblem),
    /// With the 診察券番号.
    ChartNumber(Fault),
    /// The slot cannot be booked for that person.
    NotFor(Reason),
}

/// All that is wrong with a form.
pub type DetailsProblems = Problems<DetailsField, DetailsProblem>;

/// Checks it. `today` is the day in Japan.
///
/// # Errors
/// All problems at once.
pub fn check(typed: &Typed, guest: bool, today: Date) -> Result<Filled, DetailsProblems> {
    let mut problems = DetailsProblems::default();
    let person = typed.person.check(today).map_err(|found| {
        for (field, problem) in found.iter() {
            problems.add(DetailsField::Person(field), [DetailsProblem::Person(field, problem.clone())]);
        }
    });
    let address = guest.then(|| EmailAddress::parse(&typed.email)).transpose().map_err(DetailsProblem::Address);
    let address = problems.sift(DetailsField::Email, address);
    let number = clean(&typed.chart_number, LONGEST_NUMBER).map_err(DetailsProblem::ChartNumber);
    let number = problems.sift(DetailsField::ChartNumber, number);
    let filled = person.ok().zip(address).zip(number);
    problems.settle(filled.map(|((person, address), number)| Filled {
        person,
        chart_number: Some(number).filter(|number| !number.is_empty()),
        address,
    }))
}

/// What stands against the person rather than against the slot; none where another time may help.
pub fn against(reason: &Reason) -> Option<DetailsProblems> {
    let field = match reason.obstacle() {
        Obstacle::BirthDate => DetailsField::Person(PersonField::BirthDate),
        Obstacle::Reservations | Obstacle::Slot => return None,
    };
    Some(Problems::one(field, DetailsProblem::NotFor(reason.clone())))
}
