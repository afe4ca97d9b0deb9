//! The form by which a clinic is opened: the few things without which patients cannot book, as they are typed.

use super::opening::{ClinicFileParts, NewClinic};
use super::preset::Department;
use crate::clinic::{ClinicId, TimeOfDay};
use crate::lang::typed::{Fault, clean, folded, is_visible};
use crate::person::Phone;
use crate::ui::{Form, FormField, Problems};

/// Characters of a name, and of an address: as many as a clinic's file takes.
const LONGEST_NAME: usize = 60;
const LONGEST_ADDRESS: usize = 150;
/// The weekdays of a clinic's file, in the order of [`OpeningField::DAYS`].
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A clinic to be opened, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningForm {
    name: String,
    kana: String,
    id: String,
    department: String,
    phone: String,
    address: String,
    morning: [String; 2],
    afternoon: [String; 2],
    /// Whether each weekday is open, from Monday on: empty when it is not.
    days: [String; 7],
    holidays: String,
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
    /// When the morning begins and ends.
    Morning(usize),
    /// When the afternoon begins and ends.
    Afternoon(usize),
    /// Whether a weekday is open, from Monday on.
    Day(usize),
    /// Whether it is closed on national holidays.
    Holidays,
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
    /// It is no time.
    Time,
    /// The end is not after the beginning.
    Order,
    /// The afternoon begins before the morning ends.
    Overlap,
    /// Neither morning nor afternoon.
    NoHours,
    /// Open on no day.
    NoDay,
}

impl OpeningField {
    /// The weekdays, from Monday on.
    pub const DAYS: [Self; 7] =
        [Self::Day(0), Self::Day(1), Self::Day(2), Self::Day(3), Self::Day(4), Self::Day(5), Self::Day(6)];
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
            Self::Morning(0) => "morning_from",
            Self::Morning(_) => "morning_until",
            Self::Afternoon(0) => "afternoon_from",
            Self::Afternoon(_) => "afternoon_until",
            Self::Day(day) => ["day_mon", "day_tue", "day_wed", "day_thu", "day_fri", "day_sat", "day_sun"]
                .get(day)
                .copied()
                .unwrap_or("day_sun"),
            Self::Holidays => "holidays",
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
            morning: [0, 1].map(|end| get(OpeningField::Morning(end))),
            afternoon: [0, 1].map(|end| get(OpeningField::Afternoon(end))),
            days: OpeningField::DAYS.map(&get),
            holidays: get(OpeningField::Holidays),
        }
    }

    fn typed(&self) -> Vec<(OpeningField, &str)> {
        let Self { name, kana, id, department, phone, address, morning, afternoon, days, holidays } = self;
        let mut all = vec![
            (OpeningField::Name, name.as_str()),
            (OpeningField::Kana, kana),
            (OpeningField::Id, id),
            (OpeningField::Department, department),
            (OpeningField::Phone, phone),
            (OpeningField::Address, address),
        ];
        for end in [0, 1] {
            all.push((OpeningField::Morning(end), &morning[end]));
            all.push((OpeningField::Afternoon(end), &afternoon[end]));
        }
        all.extend(OpeningField::DAYS.into_iter().zip(days.iter().map(String::as_str)));
        all.push((OpeningField::Holidays, holidays));
        all
    }
}

impl Default for OpeningForm {
    /// What most clinics have: two bands a day, closed on Sundays and holidays.
    fn default() -> Self {
        let text = str::to_owned;
        let open = |day: usize| if day < 6 { "on".to_owned() } else { String::new() };
        Self {
            name: String::new(),
            kana: String::new(),
            id: String::new(),
            department: String::new(),
            phone: String::new(),
            address: String::new(),
            morning: ["9:00", "12:30"].map(text),
            afternoon: ["14:30", "18:00"].map(text),
            days: std::array::from_fn(open),
            holidays: text("on"),
        }
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
        let bands = self.bands(&mut problems);
        let days: Vec<&str> =
            DAYS.into_iter().zip(&self.days).filter(|(_, on)| !on.is_empty()).map(|(day, _)| day).collect();
        problems.add(OpeningField::Day(0), days.is_empty().then_some(OpeningProblem::NoDay));
        let made = || {
            let own = ClinicFileParts {
                id: id?,
                name: name?,
                kana: kana?,
                department: department?,
                phone: phone?,
                address: address?,
                bands,
                days,
                closed_on_holidays: !self.holidays.is_empty(),
            };
            own.clinic()
        };
        let made = made();
        // Each text was judged above as the file's reader judges it.
        let missing = problems.is_empty() && made.is_none();
        problems.add(OpeningField::Name, missing.then_some(OpeningProblem::TooLong(LONGEST_NAME)));
        problems.settle(made)
    }

    /// Morning and afternoon, each if it is typed.
    fn bands(&self, problems: &mut Problems<OpeningField, OpeningProblem>) -> Vec<[TimeOfDay; 2]> {
        let fields: [fn(usize) -> OpeningField; 2] = [OpeningField::Morning, OpeningField::Afternoon];
        let mut bands: Vec<[TimeOfDay; 2]> = Vec::new();
        let mut any = false;
        for (typed, field) in [&self.morning, &self.afternoon].into_iter().zip(fields) {
            if typed.iter().all(|time| time.trim().is_empty()) {
                continue;
            }
            any = true;
            let times = [0, 1].map(|end| {
                let time = TimeOfDay::parse(&folded(typed[end].trim()).replace('：', ":"));
                problems.sift(field(end), time.ok_or(OpeningProblem::Time))
            });
            let [Some(from), Some(until)] = times else { continue };
            problems.add(field(1), (until <= from).then_some(OpeningProblem::Order));
            let overlaps = bands.last().is_some_and(|[_, before]| from < *before);
            problems.add(field(0), overlaps.then_some(OpeningProblem::Overlap));
            bands.push([from, until]);
        }
        problems.add(OpeningField::Morning(0), (!any).then_some(OpeningProblem::NoHours));
        bands
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
