//! Somebody as far as a clinic knows them. Of who has only called, the name, the date of birth and the sex may still have to be
//! asked for (仮登録).

use super::model::{Address, ContactDetails, Name, Person, Sex, months_between, name_with_kana};
use super::phone::Phone;
use super::postal_code::PostalCode;
use serde::{Deserialize, Serialize};
use time::Date;

/// Somebody as far as a clinic knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatientDetails {
    /// 氏名, as typed; empty where only the kana is known.
    pub name: Name,
    /// フリガナ, in full-width katakana.
    pub kana: Name,
    /// 生年月日.
    pub birth_date: Option<Date>,
    /// 性別.
    pub sex: Option<Sex>,
    /// 郵便番号.
    #[serde(default)]
    pub postal_code: Option<PostalCode>,
    /// 住所.
    #[serde(default)]
    pub address: Address,
    /// 電話番号.
    pub phone: Phone,
}

/// What tells one person from another: kanji, kana, date of birth and sex together. Twins differ in the name, and a namesake in
/// the date of birth. Where not all of these are known, the phone tells as well, since many have the same kana.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity<'a> {
    name: &'a Name,
    kana: &'a Name,
    birth_date: Option<Date>,
    sex: Option<Sex>,
    phone: Option<&'a Phone>,
}

impl Identity<'_> {
    /// The name in kanji, or in kana where only that is known.
    pub fn full_name(&self) -> String {
        match self.name.parts().next() {
            Some(_) => self.name.full(),
            None => self.kana.full(),
        }
    }

    /// 生年月日, if it is known.
    pub const fn birth_date(&self) -> Option<Date> {
        self.birth_date
    }

    /// The same as a text, which is equal for one and the same person alone. Rows are found by it, so it stays as it is.
    pub fn text(&self) -> String {
        let Self { name, kana, birth_date, sex, phone } = self;
        let names = format!("{}\n{}\n{}\n{}", name.family, name.given, kana.family, kana.given);
        let born = birth_date.map(|born| born.to_string()).unwrap_or_default();
        let phone = phone.map(|phone| format!("\n{}", phone.digits())).unwrap_or_default();
        format!("{names}\n{born}\n{}{phone}", sex.map_or("", Sex::value))
    }
}

impl Person {
    /// Who it is.
    pub const fn identity(&self) -> Identity<'_> {
        let Self { name, kana, birth_date, sex, .. } = self;
        Identity { name, kana, birth_date: Some(*birth_date), sex: Some(*sex), phone: None }
    }
}

impl From<Person> for PatientDetails {
    fn from(of: Person) -> Self {
        let Person { name, kana, birth_date, sex, postal_code, address, phone } = of;
        Self { name, kana, birth_date: Some(birth_date), sex: Some(sex), postal_code, address, phone }
    }
}

impl PatientDetails {
    /// Who it is.
    pub fn identity(&self) -> Identity<'_> {
        let Self { name, kana, birth_date, sex, phone, .. } = self;
        let phone = (!self.is_complete()).then_some(phone);
        Identity { name, kana, birth_date: *birth_date, sex: *sex, phone }
    }

    /// Whether everything is known that a patient says of themselves when they book on the web. Else they are 仮登録.
    pub fn is_complete(&self) -> bool {
        self.name.parts().next().is_some() && self.birth_date.is_some() && self.sex.is_some()
    }

    /// Whether `now` says more of the same person: nothing that was known is another.
    pub fn is_completed_by(&self, now: &Self) -> bool {
        let fits = |before: &Name, now: &Name| before.parts().next().is_none() || before == now;
        let names = fits(&self.name, &now.name) && fits(&self.kana, &now.kana);
        let born = self.birth_date.is_none() || self.birth_date == now.birth_date;
        names && born && (self.sex.is_none() || self.sex == now.sex) && self.phone == now.phone
    }

    /// The person, where [everything](Self::is_complete) is known.
    pub fn person(&self) -> Option<Person> {
        let Self { name, kana, birth_date, sex, postal_code, address, phone } = self.clone();
        self.is_complete().then_some(())?;
        Some(Person { name, kana, birth_date: birth_date?, sex: sex?, postal_code, address, phone })
    }

    /// The age in full years on a day, if the date of birth is known. A person born on 29 February turns a year older on 1 March in
    /// common years.
    pub fn age_on(&self, day: Date) -> Option<u8> {
        self.birth_date.map(|born| u8::try_from(months_between(born, day) / 12).unwrap_or(0))
    }

    /// The name in kanji, or in kana where only that is known.
    pub fn full_name(&self) -> String {
        self.identity().full_name()
    }

    /// The name with its kana in brackets, where both are known: `山田 花子 (ヤマダ ハナコ)`.
    pub fn name_with_kana(&self) -> String {
        name_with_kana(&self.name, &self.kana)
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
}
