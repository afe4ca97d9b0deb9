//! A guest's form of 受診者, checked: who comes, their 診察券番号 and the address, or all that is wrong at once.

use crate::account::{BookingRight, Relation};
use crate::clinic::chart_number::LONGEST;
use crate::lang::typed::{Fault, clean};
use crate::mail::EmailAddress;
use crate::mail::address::AddressProblem;
use crate::person::{Draft, Person, PersonField, PersonId, PersonProblem};
use crate::reservation::BookedMenu;
use crate::secret::TokenHash;
use crate::slots::{Expected, Obstacle, Reason};
use crate::ui::{Form, FormField, Problems};
use serde::{Deserialize, Serialize};
use time::Date;

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
    /// What the person is to who books, of a guest: the value of a [`Relation`].
    #[serde(default)]
    pub for_whom: String,
}

impl Typed {
    /// Whether nothing was typed. A choice that is made beforehand is none.
    pub fn is_empty(&self) -> bool {
        let mut typed = self.typed().into_iter().filter(|(field, _)| *field != DetailsField::ForWhom);
        typed.all(|(_, text)| text.trim().is_empty())
    }
}

impl Typed {
    /// The form of the next one who comes, filled in with what is often the same: the family name, and what they are to who books, unless
    /// that was who books.
    #[must_use]
    pub fn for_next(&self) -> Self {
        let Draft { family_name, family_kana, .. } = self.person.clone();
        let for_whom = if self.for_whom == Relation::Own.value() { Relation::Child.value() } else { &self.for_whom };
        let person = Draft { family_name, family_kana, ..Draft::default() };
        Self { person, for_whom: for_whom.to_owned(), ..Self::default() }
    }

    /// The same without how who books is reached, which is typed with the first of several people.
    #[must_use]
    pub fn without_contact(self) -> Self {
        let person = Draft::default().with_typed_identity_of(&self.person);
        Self { person, email: String::new(), ..self }
    }

    /// The same person with the phone number and the addresses that were typed with the first one.
    #[must_use]
    pub fn reached_as(&self, first: &Self) -> Self {
        let person = first.person.with_typed_identity_of(&self.person);
        Self { person, email: first.email.clone(), ..self.clone() }
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
    /// What the person is to a guest who books for somebody else.
    pub relation: Option<Relation>,
    /// What who books is to them.
    pub right: BookingRight,
}

impl Filled {
    /// Whose visits are looked for, of somebody who has proved the address.
    pub fn expected<'a>(&'a self, address: &'a EmailAddress) -> Expected<'a> {
        Expected { person: self.person.identity(), person_id: self.person_id, address }
    }

    /// Whether who books may learn of what else is booked for the person. What is 本人だけ is told to the person alone.
    pub fn may_learn_of(&self, of: &BookedMenu) -> bool {
        !of.self_only || self.person_id.is_none() || self.right == BookingRight::Own
    }

    /// A text that differs for whom and with which number it is: what stood on 確認 is what is booked.
    pub fn fingerprint(&self) -> String {
        let Self { person, person_id, chart_number, address, relation, .. } = self;
        let address = address.as_ref().map(EmailAddress::as_str);
        TokenHash::of_text(&format!("{person:?}\n{person_id:?}\n{chart_number:?}\n{address:?}\n{relation:?}"))
            .in_short()
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
    /// What the person is to who books.
    ForWhom,
}

impl FormField for DetailsField {
    fn name(self) -> &'static str {
        match self {
            Self::Person(field) => field.name(),
            Self::Email => "email",
            Self::ChartNumber => "chart_number",
            Self::ForWhom => "for_whom",
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
            for_whom: get(DetailsField::ForWhom),
        }
    }

    fn typed(&self) -> Vec<(DetailsField, &str)> {
        let Self { person, email, chart_number, for_whom } = self;
        let person = person.typed().into_iter().map(|(field, text)| (DetailsField::Person(field), text));
        let others = [
            (DetailsField::Email, email.as_str()),
            (DetailsField::ChartNumber, chart_number),
            (DetailsField::ForWhom, for_whom),
        ];
        person.chain(others).collect()
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
    /// It is not said for whom the visit is.
    ForWhom,
    /// Somebody else who comes is who books.
    OwnTwice,
    /// Somebody else who comes is the same person.
    SameAsAnother,
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
    let number = clean(&typed.chart_number, LONGEST).map_err(DetailsProblem::ChartNumber);
    let number = problems.sift(DetailsField::ChartNumber, number);
    let relation = problems.sift(DetailsField::ForWhom, relation(&typed.for_whom));
    let filled = person.ok().zip(address).zip(number.zip(relation));
    problems.settle(filled.map(|((person, address), (number, relation))| Filled {
        person,
        person_id: None,
        chart_number: Some(number).filter(|number| !number.is_empty()),
        address,
        relation,
        right: BookingRight::Guest,
    }))
}

/// Checks what a guest has typed of one more who comes, behind those `before`: how who books is reached was typed with the `first`.
///
/// # Errors
/// All problems at once.
pub fn check_another(typed: &Typed, first: &Typed, before: &[Filled], today: Date) -> Result<Filled, DetailsProblems> {
    let mut problems = DetailsProblems::default();
    let found = check(&typed.reached_as(first), today).map_err(|wrong| problems = wrong).ok();
    if let Some(another) = &found {
        if before.iter().any(|one| one.person.is_same_as(&another.person)) {
            problems.add(DetailsField::Person(PersonField::GivenName), [DetailsProblem::SameAsAnother]);
        }
        if another.relation.is_none() && before.iter().any(|one| one.relation.is_none()) {
            problems.add(DetailsField::ForWhom, [DetailsProblem::OwnTwice]);
        }
    }
    problems.settle(found)
}

/// What the person is to who books: nothing where the visit is for oneself. A form without the question is for oneself; who is a
/// child is told by the date of birth all the same.
fn relation(value: &str) -> Result<Option<Relation>, DetailsProblem> {
    if value.is_empty() || value == Relation::Own.value() {
        return Ok(None);
    }
    Relation::from_value(value).map(Some).ok_or(DetailsProblem::ForWhom)
}

/// What stands against the person rather than against the slot; none where another time may help.
pub fn against(reason: &Reason) -> Option<DetailsProblems> {
    let field = match reason.obstacle() {
        Obstacle::BirthDate => DetailsField::Person(PersonField::BirthDate),
        Obstacle::Reservations | Obstacle::Slot | Obstacle::Right => return None,
    };
    Some(Problems::one(field, DetailsProblem::NotFor(reason.clone())))
}
