//! The form by which a clinic is opened: the few things without which patients cannot book, as they are typed.

use super::opening::{ClinicFileParts, NewClinic};
use super::preset::Department;
use super::week_hours_form::{WeekHoursField, WeekHoursForm, WeekHoursProblem};
use crate::clinic::ClinicId;
use crate::lang::typed::{Fault, clean, folded, is_visible};
use crate::person::Phone;
use crate::ui::{Form, FormField, Problems};

/// Characters of a name, and of an address: as many as a clinic's file takes.
const LONGEST_NAME: usize = 60;
const LONGEST_ADDRESS: usize = 150;

/// A clinic to be opened, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpeningForm {
    name: String,
    kana: String,
    id: String,
    department: String,
    phone: String,
    address: String,
    hours: WeekHoursForm,
}

/// The fields of [`OpeningForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningField {
    /// クリニックの名前.
    Name,
    /// フリガナ.
    Kana,
    /// Its name in addresses.
    Id,
    /// 診療科.
    Department,
    /// 電話番号.
    Phone,
    /// 住所.
    Address,
    /// 診療時間.
    Hours(WeekHoursField),
}

/// What is wrong with a field of [`OpeningForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningProblem {
    /// Nothing was typed or chosen.
    Missing,
    /// More than so many characters.
    TooLong(usize),
    /// It holds characters that cannot be shown.
    Forbidden,
    /// It is not written in kana.
    NotKana,
    /// It is no name for addresses.
    Id,
    /// Another clinic has it.
    IdTaken,
    /// It is no phone number.
    Phone,
    /// What is wrong with 診療時間.
    Hours(WeekHoursProblem),
}

impl FormField for OpeningField {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kana => "kana",
            Self::Id => "id",
            Self::Department => "department",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Hours(field) => field.name(),
        }
    }
}

impl Form for OpeningForm {
    type Field = OpeningField;

    fn read(get: impl Fn(OpeningField) -> String) -> Self {
        Self {
            name: get(OpeningField::Name),
            kana: get(OpeningField::Kana),
            id: get(OpeningField::Id),
            department: get(OpeningField::Department),
            phone: get(OpeningField::Phone),
            address: get(OpeningField::Address),
            hours: WeekHoursForm::read(|field| get(OpeningField::Hours(field))),
        }
    }

    fn typed(&self) -> Vec<(OpeningField, &str)> {
        let Self { name, kana, id, department, phone, address, hours } = self;
        let mut all = vec![
            (OpeningField::Name, name.as_str()),
            (OpeningField::Kana, kana),
            (OpeningField::Id, id),
            (OpeningField::Department, department),
            (OpeningField::Phone, phone),
            (OpeningField::Address, address),
        ];
        all.extend(hours.typed().into_iter().map(|(field, text)| (OpeningField::Hours(field), text)));
        all
    }
}

impl OpeningForm {
    /// The clinic.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self) -> Result<NewClinic, Problems<OpeningField, OpeningProblem>> {
        let mut problems = Problems::default();
        let name = problems.sift(OpeningField::Name, line(&self.name, LONGEST_NAME));
        let kana = problems.sift(OpeningField::Kana, line(&self.kana, LONGEST_NAME).and_then(|text| katakana(&text)));
        let id = folded(self.id.trim()).to_lowercase();
        let id = problems.sift(OpeningField::Id, ClinicId::parse(&id).ok_or(OpeningProblem::Id));
        let department = Department::parse(&self.department).ok_or(OpeningProblem::Missing);
        let department = problems.sift(OpeningField::Department, department);
        let phone = problems.sift(OpeningField::Phone, Phone::parse(&self.phone).map_err(|_| OpeningProblem::Phone));
        let address = problems.sift(OpeningField::Address, line(&self.address, LONGEST_ADDRESS));
        let week = match self.hours.check() {
            Ok(week) => Some(week),
            Err(wrong) => {
                for (field, problem) in wrong.iter() {
                    problems.add(OpeningField::Hours(field), [OpeningProblem::Hours(*problem)]);
                }
                None
            }
        };
        let made = || {
            let own = ClinicFileParts {
                id: id?,
                name: name?,
                kana: kana?,
                department: department?,
                phone: phone?,
                address: address?,
                week: week?,
            };
            own.clinic()
        };
        let made = made();
        // Each text was judged above as the file's reader judges it.
        let missing = problems.is_empty() && made.is_none();
        problems.add(OpeningField::Name, missing.then_some(OpeningProblem::TooLong(LONGEST_NAME)));
        problems.settle(made)
    }
}

/// One line of at most so many characters.
fn line(typed: &str, longest: usize) -> Result<String, OpeningProblem> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match clean(&text, longest) {
        Ok(text) if is_visible(&text) => Ok(text),
        Ok(_) => Err(OpeningProblem::Missing),
        Err(Fault::TooLong) => Err(OpeningProblem::TooLong(longest)),
        Err(Fault::Forbidden) => Err(OpeningProblem::Forbidden),
    }
}

/// The same in katakana, whichever kana it was typed in.
fn katakana(text: &str) -> Result<String, OpeningProblem> {
    let kana = crate::lang::kana::katakana(text);
    let fits = |c: char| matches!(c, 'ァ'..='ヿ' | ' ' | '0'..='9' | 'A'..='Z' | 'a'..='z');
    if kana.chars().all(fits) { Ok(kana) } else { Err(OpeningProblem::NotKana) }
}
