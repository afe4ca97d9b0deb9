//! The form as typed: one raw string for each input, and the check that turns it into a person.
//!
//! A draft keeps what was typed, right or wrong, so that the page can show it again. The rule of each field is in a
//! file of its own.

use super::birth_date::birth_date;
use super::field::PersonField;
use super::model::{Address, Person, Sex};
use super::name_parts::{self, NamePart};
use super::phone::Phone;
use super::postal_code::PostalCode;
use super::postal_places::{in_common, places};
use super::prefecture::prefecture;
use super::problem::{PersonProblem, PersonProblems};
use super::text::address_part;
use crate::ui::{Form, FormField};
use serde::{Deserialize, Serialize};
use time::Date;

/// The raw form. Each field has the name of its input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each field is described in `field`")]
pub struct Draft {
    pub family_name: String,
    pub given_name: String,
    pub family_kana: String,
    pub given_kana: String,
    pub birth_date: String,
    pub sex: String,
    pub postal_code: String,
    pub prefecture: String,
    pub city: String,
    pub line: String,
    pub building: String,
    pub phone: String,
}

impl Form for Draft {
    type Field = PersonField;

    fn read(get: impl Fn(PersonField) -> String) -> Self {
        Self {
            family_name: get(PersonField::FamilyName),
            given_name: get(PersonField::GivenName),
            family_kana: get(PersonField::FamilyKana),
            given_kana: get(PersonField::GivenKana),
            birth_date: get(PersonField::BirthDate),
            sex: get(PersonField::Sex),
            phone: get(PersonField::Phone),
            postal_code: get(PersonField::PostalCode),
            prefecture: get(PersonField::Prefecture),
            city: get(PersonField::City),
            line: get(PersonField::Line),
            building: get(PersonField::Building),
        }
    }

    fn typed(&self) -> Vec<(PersonField, &str)> {
        let Self {
            family_name,
            given_name,
            family_kana,
            given_kana,
            birth_date,
            sex,
            phone,
            postal_code,
            prefecture,
            city,
            line,
            building,
        } = self;
        vec![
            (PersonField::FamilyName, family_name),
            (PersonField::GivenName, given_name),
            (PersonField::FamilyKana, family_kana),
            (PersonField::GivenKana, given_kana),
            (PersonField::BirthDate, birth_date),
            (PersonField::Sex, sex),
            (PersonField::Phone, phone),
            (PersonField::PostalCode, postal_code),
            (PersonField::Prefecture, prefecture),
            (PersonField::City, city),
            (PersonField::Line, line),
            (PersonField::Building, building),
        ]
    }
}

/// The fields of a postal address.
const POSTAL: [PersonField; 5] =
    [PersonField::PostalCode, PersonField::Prefecture, PersonField::City, PersonField::Line, PersonField::Building];

impl Draft {
    /// A draft of what `get` has for the names of the inputs.
    pub fn from_fields(get: impl Fn(&str) -> String) -> Self {
        Self::read(|field| get(field.name()))
    }

    /// A draft of a stored person, in the conventional spelling, for editing.
    pub fn of(person: &Person) -> Self {
        let born = person.birth_date;
        let address = person.address.clone();
        Self {
            family_name: person.name.family.clone(),
            given_name: person.name.given.clone(),
            family_kana: person.kana.family.clone(),
            given_kana: person.kana.given.clone(),
            birth_date: format!("{:04}/{}/{}", born.year(), born.month() as u8, born.day()),
            sex: person.sex.value().to_owned(),
            postal_code: person.postal_code.as_ref().map(PostalCode::hyphenated).unwrap_or_default(),
            prefecture: address.prefecture.unwrap_or_default(),
            city: address.city.unwrap_or_default(),
            line: address.line.unwrap_or_default(),
            building: address.building.unwrap_or_default(),
            phone: person.phone.hyphenated(),
        }
    }

    /// The draft with somebody else's phone where it has none, and with their postal address where it has nothing of one.
    #[must_use]
    pub fn with_contact_of(&self, other: &Person) -> Self {
        let is_empty = |field: PersonField| self.value(field).trim().is_empty();
        let (other, no_address) = (Self::of(other), POSTAL.into_iter().all(is_empty));
        Self::read(|field| {
            let from_other = match field {
                PersonField::Phone => is_empty(field),
                _ => POSTAL.contains(&field) && no_address,
            };
            if from_other { other.value(field).to_owned() } else { self.value(field).to_owned() }
        })
    }

    /// The draft with somebody else's name, date of birth and sex.
    #[must_use]
    pub fn with_identity_of(&self, other: &Person) -> Self {
        self.with_typed_identity_of(&Self::of(other))
    }

    /// The same with what was typed of these, right or wrong.
    #[must_use]
    pub fn with_typed_identity_of(&self, other: &Self) -> Self {
        let is_contact = |field: PersonField| field == PersonField::Phone || POSTAL.contains(&field);
        Self::read(|field| if is_contact(field) { self } else { other }.value(field).to_owned())
    }

    /// The person, or every problem of the form at once. `today` is the day in Japan.
    pub fn check(&self, today: Date) -> Result<Person, PersonProblems> {
        let mut problems = PersonProblems::default();
        let family = NamePart::read(&self.family_name, &self.family_kana);
        let given = NamePart::read(&self.given_name, &self.given_kana);
        let named = name_parts::check(&family, &given, &mut problems);
        let birth_date = problems.sift(PersonField::BirthDate, birth_date(&self.birth_date, today));
        let sex = problems.sift(PersonField::Sex, Sex::from_value(&self.sex).ok_or(PersonProblem::NotChosen));
        let phone = problems.sift(PersonField::Phone, Phone::parse(&self.phone));
        let postal_code = problems.sift(PersonField::PostalCode, PostalCode::parse(&self.postal_code));
        let prefecture = problems.sift(PersonField::Prefecture, prefecture(&self.prefecture));
        let city = problems.sift(PersonField::City, address_part(&self.city));
        let line = problems.sift(PersonField::Line, address_part(&self.line));
        let building = problems.sift(PersonField::Building, address_part(&self.building));
        let typed = || Some(Address { prefecture: prefecture?, city: city?, line: line?, building: building? });
        // A value is missing exactly when its field has a problem.
        let person = || {
            let (named, postal_code) = (named?, postal_code?);
            Some(Person {
                name: named.name,
                kana: named.kana,
                birth_date: birth_date?,
                sex: sex?,
                address: completed(typed()?, postal_code.as_ref()),
                postal_code,
                phone: phone?,
            })
        };
        let person = person();
        problems.settle(person)
    }
}

/// An address with what its postal code says, where nothing else of it was typed.
fn completed(typed: Address, code: Option<&PostalCode>) -> Address {
    match code {
        Some(code) if typed == Address::default() => in_common(&places(code)),
        _ => typed,
    }
}
