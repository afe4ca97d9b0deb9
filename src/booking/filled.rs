//! A guest's form of 受診者, checked: who comes, their 診察券番号 and the address, or all that is wrong at once.

use crate::account::BookingRight;
use crate::lang::typed::{Fault, clean};
use crate::mail::EmailAddress;
use crate::mail::address::AddressProblem;
use crate::person::{Draft, Person, PersonField, PersonId, PersonProblem};
use crate::secret::TokenHash;
use crate::slots::{Obstacle, Reason};
use crate::ui::{Form, FormField, Problems};
use serde::{Deserialize, Serialize};
use time::Date;

/// The most characters of a 診察券番号.
pub const LONGEST_NUMBER: usize = 20;

/// The form of 受診者 as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// The person.
    pub person: Draft,
    /// メールアドレス, of a guest.
    #[serde(default)]
    pub email: String,
    /// 診察券番号.
    #[serde(default)]
    pub chart_number: String,
}

impl Typed {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.typed().iter().all(|(_, text)| text.trim().is_empty())
    }
}

/// Who comes, once that is known: from a guest's form, or chosen of those for whom the account books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Who comes.
    pub person: Person,
    /// Which person of the account that is; none of a guest.
    pub person_id: Option<PersonId>,
    /// 診察券番号, if one was given.
    pub chart_number: Option<String>,
    /// A guest's address; nobody else is asked for one.
    pub address: Option<EmailAddress>,
    /// What who books is to them.
    pub right: BookingRight,
}

impl Filled {
    /// A text that differs for whom and with which number it is: what stood on 確認 is what is booked.
    pub fn fingerprint(&self) -> String {
        let Self { person, person_id, chart_number, address, .. } = self;
        let address = address.as_ref().map(EmailAddress::as_str);
        TokenHash::of_text(&format!("{person:?}\n{person_id:?}\n{chart_number:?}\n{address:?}")).in_short()
    }
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

/// Checks a guest's form. `today` is the day in Japan.
///
/// # Errors
/// All problems at once.
pub fn check(typed: &Typed, today: Date) -> Result<Filled, DetailsProblems> {
    let mut problems = DetailsProblems::default();
    let person = typed.person.check(today).map_err(|found| {
        for (field, problem) in found.iter() {
            problems.add(DetailsField::Person(field), [DetailsProblem::Person(field, problem.clone())]);
        }
    });
    let address = EmailAddress::parse(&typed.email).map(Some).map_err(DetailsProblem::Address);
    let address = problems.sift(DetailsField::Email, address);
    let number = clean(&typed.chart_number, LONGEST_NUMBER).map_err(DetailsProblem::ChartNumber);
    let number = problems.sift(DetailsField::ChartNumber, number);
    let filled = person.ok().zip(address).zip(number);
    problems.settle(filled.map(|((person, address), number)| Filled {
        person,
        person_id: None,
        chart_number: Some(number).filter(|number| !number.is_empty()),
        address,
        right: BookingRight::Guest,
    }))
}

/// What stands against the person rather than against the slot; none where another time may help.
pub fn against(reason: &Reason) -> Option<DetailsProblems> {
    let field = match reason.obstacle() {
        Obstacle::BirthDate => DetailsField::Person(PersonField::BirthDate),
        Obstacle::Reservations | Obstacle::Slot | Obstacle::Right => return None,
    };
    Some(Problems::one(field, DetailsProblem::NotFor(reason.clone())))
}
