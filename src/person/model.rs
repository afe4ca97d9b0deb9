//! A person as stored: checked, in canonical form, with what is derived from it (age, search key).
//!
//! Reading a row does not check it again, so that stored people stay readable when a rule becomes stricter. A field
//! that is added later is optional or has a default.

use super::phone::Phone;
use super::postal_code::PostalCode;
use crate::secret::{Id, InAddress};
use serde::{Deserialize, Serialize};
use time::Date;
use unicode_normalization::UnicodeNormalization;

/// A person's id, by which pages of an account name them.
pub type PersonId = Id<Person>;

impl InAddress for Person {}

/// Somebody who is treated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// 氏名, as typed: variant kanji survive byte for byte.
    pub name: Name,
    /// フリガナ, in full-width katakana. A part in Latin letters may have none.
    pub kana: Name,
    /// 生年月日.
    pub birth_date: Date,
    /// 性別.
    pub sex: Sex,
    /// 郵便番号.
    #[serde(default)]
    pub postal_code: Option<PostalCode>,
    /// 住所.
    #[serde(default)]
    pub address: Address,
    /// 電話番号.
    pub phone: Phone,
}

/// How somebody is reached about a person: 電話番号 and 住所.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDetails {
    /// 電話番号.
    pub phone: Phone,
    /// 郵便番号.
    #[serde(default)]
    pub postal_code: Option<PostalCode>,
    /// 住所.
    #[serde(default)]
    pub address: Address,
}

/// A name in its two parts. One of them is empty for people whose cards print one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
}

/// 性別.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sex {
    /// 男性.
    Male,
    /// 女性.
    Female,
    /// その他・回答しない.
    Other,
}

/// 住所; each part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// 都道府県, one of [`PREFECTURES`](super::PREFECTURES) in Japanese.
    pub prefecture: Option<String>,
    /// 市区町村.
    pub city: Option<String>,
    /// 町域・番地.
    pub line: Option<String>,
    /// 建物名.
    pub building: Option<String>,
}

impl Person {
    /// Whether it is one and the same person, as their [identities](Self::identity) say.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }

    /// How they are reached.
    pub fn contact(&self) -> ContactDetails {
        let Self { phone, postal_code, address, .. } = self.clone();
        ContactDetails { phone, postal_code, address }
    }

    /// The same person, reached in another way.
    #[must_use]
    pub fn reached_by(self, contact: ContactDetails) -> Self {
        let ContactDetails { phone, postal_code, address } = contact;
        Self { phone, postal_code, address, ..self }
    }

    /// Every part of name and kana. A password must not contain any of them.
    pub fn names(&self) -> Vec<String> {
        [&self.name, &self.kana].into_iter().flat_map(Name::parts).map(str::to_owned).collect()
    }

    /// The name with its kana in brackets, if it has any: `山田 花子 (ヤマダ ハナコ)`.
    pub fn name_with_kana(&self) -> String {
        name_with_kana(&self.name, &self.kana)
    }

    /// The text that a search looks in: name and kana in NFKC and lower case, without spaces inside a part, the parts
    /// separated by one space.
    pub fn search_key(&self) -> String {
        let keys = [&self.name, &self.kana].map(Name::search_key);
        keys.iter().filter(|key| !key.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// A name with its kana in brackets, as far as there are both.
pub(super) fn name_with_kana(name: &Name, kana: &Name) -> String {
    let (name, kana) = (name.full(), kana.full());
    match (name.is_empty(), kana.is_empty()) {
        (false, false) => format!("{name} ({kana})"),
        _ => name + &kana,
    }
}

/// The age in full months on a day of somebody who was born then.
pub(super) fn months_between(born: Date, day: Date) -> u16 {
    let months = 12 * (day.year() - born.year()) + i32::from(day.month() as u8) - i32::from(born.month() as u8);
    u16::try_from(months - i32::from(day.day() < born.day())).unwrap_or(0)
}

impl Name {
    /// The parts that there are, with a space between: `山田 花子`.
    pub fn full(&self) -> String {
        self.parts().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.family, &self.given].into_iter().map(String::as_str).filter(|part| !part.is_empty())
    }

    fn search_key(&self) -> String {
        let key =
            |part: &str| part.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect::<String>();
        self.parts().map(key).collect::<Vec<_>>().join(" ")
    }
}

impl Sex {
    /// All choices, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Male, Self::Female, Self::Other];

    /// The value of the choice in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
            Self::Other => "other",
        }
    }

    /// The choice of a form's value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sex| sex.value() == value)
    }
}

impl Address {
    /// The parts that were given, written as on an envelope: `東京都港区芝公園4-2-8 東京タワー`. Empty when there are none.
    pub fn joined(&self) -> String {
        let street: String =
            [&self.prefecture, &self.city, &self.line].into_iter().flatten().map(String::as_str).collect();
        match &self.building {
            Some(building) if street.is_empty() => building.clone(),
            Some(building) => format!("{street} {building}"),
            None => street,
        }
    }
}
