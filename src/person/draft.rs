//! The form as typed: one raw string for each input, and the check that turns it into a person.
//!
//! A draft keeps what was typed, right or wrong, so that the page can show it again. The rule of each field is in a
//! file of its own.

use super::birth_date::birth_date;
use super::field::PersonField;
use super::model::{Address, ContactDetails, Person, Sex};
use super::name_parts::{self, NamePart};
use super::patient::PatientDetails;
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
        Self::of_known(&person.clone().into())
    }

    /// A draft of somebody as far as a clinic knows them.
    pub fn of_known(details: &PatientDetails) -> Self {
        let born = |born: Date| format!("{:04}/{}/{}", born.year(), born.month() as u8, born.day());
        Self {
            family_name: details.name.family.clone(),
            given_name: details.name.given.clone(),
            family_kana: details.kana.family.clone(),
            given_kana: details.kana.given.clone(),
            birth_date: details.birth_date.map(born).unwrap_or_default(),
            sex: details.sex.map_or("", Sex::value).to_owned(),
            ..Self::of_contact(details.contact())
        }
    }

    /// A draft of nothing but how somebody is reached.
    pub fn of_contact(contact: ContactDetails) -> Self {
        let ContactDetails { phone, postal_code, address } = contact;
        Self {
            postal_code: postal_code.as_ref().map(PostalCode::hyphenated).unwrap_or_default(),
            prefecture: address.prefecture.unwrap_or_default(),
            city: address.city.unwrap_or_default(),
            line: address.line.unwrap_or_default(),
            building: address.building.unwrap_or_default(),
            phone: phone.hyphenated(),
            ..Self::default()
        }
    }

    /// The draft with somebody else's phone where it has none, and with their postal address where it has nothing of one.
    #[must_use]
    pub fn with_contact(&self, other: ContactDetails) -> Self {
        let is_empty = |field: PersonField| self.value(field).trim().is_empty();
        let (other, no_address) = (Self::of_contact(other), POSTAL.into_iter().all(is_empty));
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

    /// Somebody as far as the form says who they are, for a clinic's staff: how they are called in kana, or in Latin letters, and
    /// the phone are needed; what else was typed has to be right. `today` is the day in Japan.
    ///
    /// # Errors
    /// Every problem of the form at once.
    pub fn check_as_known(&self, today: Date) -> Result<PatientDetails, PersonProblems> {
        let mut problems = PersonProblems::default();
        let parts = [(&self.family_name, &self.family_kana), (&self.given_name, &self.given_kana)];
        let [family, given] = parts.map(|(name, kana)| NamePart::read(name, kana));
        let named = match parts.iter().all(|(name, _)| name.trim().is_empty()) {
            true => name_parts::check_kana(&family, &given, &mut problems),
            false => name_parts::check(&family, &given, &mut problems),
        };
        let is_typed = |text: &str| !text.trim().is_empty();
        let born = is_typed(&self.birth_date).then(|| birth_date(&self.birth_date, today)).transpose();
        let born = problems.sift(PersonField::BirthDate, born);
        let sex = is_typed(&self.sex).then(|| Sex::from_value(&self.sex).ok_or(PersonProblem::NotChosen)).transpose();
        let sex = problems.sift(PersonField::Sex, sex);
        let phone = problems.sift(PersonField::Phone, Phone::parse(&self.phone));
        let details = || {
            let (named, postal_code, address) = (named?, None, Address::default());
            let (birth_date, sex, phone) = (born?, sex?, phone?);
            Some(PatientDetails { name: named.name, kana: named.kana, birth_date, sex, postal_code, address, phone })
        };
        let details = details();
        problems.settle(details)
    }
}

/// An address with what its postal code says, where nothing else of it was typed.
fn completed(typed: Address, code: Option<&PostalCode>) -> Address {
    match code {
        Some(code) if typed == Address::default() => in_common(&places(code)),
        _ => typed,
    }
}
