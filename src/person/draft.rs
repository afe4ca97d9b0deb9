//! The form as typed: one raw string for each input, and the check that turns it into a person.
//!
//! A draft keeps what was typed, right or wrong, so that the page can show it again. The rule of each field is in a
//! file of its own.

use super::birth_date::birth_date;
use super::field;
use super::kana::kana_part;
use super::model::{Address, Name, Person, Sex};
use super::phone::Phone;
use super::postal_code::PostalCode;
use super::prefecture::prefecture;
use super::problem::{Problem, Problems};
use super::text::{address_part, name_part};
use serde::{Deserialize, Serialize};
use time::Date;

/// The raw form. Each field has the name of its input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of `field`, described there")]
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

impl Draft {
    /// A draft of the values that `get` returns for the names of the inputs.
    pub fn from_fields(get: impl Fn(&str) -> String) -> Self {
        Self {
            family_name: get(field::FAMILY_NAME),
            given_name: get(field::GIVEN_NAME),
            family_kana: get(field::FAMILY_KANA),
            given_kana: get(field::GIVEN_KANA),
            birth_date: get(field::BIRTH_DATE),
            sex: get(field::SEX),
            postal_code: get(field::POSTAL_CODE),
            prefecture: get(field::PREFECTURE),
            city: get(field::CITY),
            line: get(field::LINE),
            building: get(field::BUILDING),
            phone: get(field::PHONE),
        }
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

    /// What was typed into the input of this name; empty for an unknown one.
    pub fn value(&self, name: &str) -> &str {
        match name {
            field::FAMILY_NAME => &self.family_name,
            field::GIVEN_NAME => &self.given_name,
            field::FAMILY_KANA => &self.family_kana,
            field::GIVEN_KANA => &self.given_kana,
            field::BIRTH_DATE => &self.birth_date,
            field::SEX => &self.sex,
            field::POSTAL_CODE => &self.postal_code,
            field::PREFECTURE => &self.prefecture,
            field::CITY => &self.city,
            field::LINE => &self.line,
            field::BUILDING => &self.building,
            field::PHONE => &self.phone,
            _ => "",
        }
    }

    /// The person, or every problem of the form at once. `today` is the day in Japan.
    pub fn check(&self, today: Date) -> Result<Person, Problems> {
        let mut problems = Problems::default();
        let family_name = problems.sift(field::FAMILY_NAME, name_part(&self.family_name));
        let given_name = problems.sift(field::GIVEN_NAME, name_part(&self.given_name));
        let family_kana = problems.sift(field::FAMILY_KANA, kana_part(&self.family_kana));
        let given_kana = problems.sift(field::GIVEN_KANA, kana_part(&self.given_kana));
        let birth_date = problems.sift(field::BIRTH_DATE, birth_date(&self.birth_date, today));
        let sex = problems.sift(field::SEX, Sex::from_value(&self.sex).ok_or(Problem::NotChosen));
        let phone = problems.sift(field::PHONE, Phone::parse(&self.phone));
        let postal_code = problems.sift(field::POSTAL_CODE, PostalCode::parse(&self.postal_code));
        let prefecture = problems.sift(field::PREFECTURE, prefecture(&self.prefecture));
        let city = problems.sift(field::CITY, address_part(&self.city));
        let line = problems.sift(field::LINE, address_part(&self.line));
        let building = problems.sift(field::BUILDING, address_part(&self.building));
        // A value is missing exactly when its field has a problem.
        let person = || {
            Some(Person {
                name: Name { family: family_name?, given: given_name? },
                kana: Name { family: family_kana?, given: given_kana? },
                birth_date: birth_date?,
                sex: sex?,
                postal_code: postal_code?,
                address: Address { prefecture: prefecture?, city: city?, line: line?, building: building? },
                phone: phone?,
            })
        };
        person().ok_or(problems)
    }
}
