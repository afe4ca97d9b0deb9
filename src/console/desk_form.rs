//! The form with which the staff book, for a patient whom the clinic knows or for one of whom at least kana and phone number are
//! known.

use super::form::{BOX, MINUTES, UNIT};
use super::reason_form::{ReasonField, ReasonForm, ReasonProblem};
use crate::clinic::Visit;
use crate::clinic::chart_number::LONGEST;
use crate::lang::Lang;
use crate::lang::search::national_digits;
use crate::lang::typed::{Fault, clean};
use crate::mail::EmailAddress;
use crate::mail::address::AddressProblem;
use crate::patient::{PatientId, PatientRecord, Seen};
use crate::person::{Draft, PatientDetails, PersonField, PersonProblem};
use crate::reservation::Reservation;
use crate::reservation::desk::{Channel, Insistence};
use crate::slots::Objection;
use crate::ui::{Form, FormField, Problems};
use std::ops::RangeInclusive;
use time::Date;

/// How many digits a whole phone number has. A card number, a part of a phone number or a date is none.
const PHONE: RangeInclusive<usize> = 10..=11;

/// A booking at the desk, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskForm {
    /// What stands in the box in which a patient is searched.
    pub sought: String,
    /// The clinic's record of the patient, if one was chosen.
    pub patient: String,
    /// Who comes, where none was chosen.
    pub person: Draft,
    email: String,
    chart_number: String,
    visit: String,
    /// The name of the unit, if one was chosen.
    pub unit: String,
    /// How many minutes it takes, if that was chosen.
    pub minutes: String,
    channel: String,
    tell: String,
    /// Why it is booked although something stands against it.
    pub reason: ReasonForm,
    seen: String,
}

/// The fields of [`DeskForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskField {
    /// The box in which a patient is searched.
    Sought,
    /// Which record of the clinic was chosen.
    Patient,
    /// One of the person.
    Person(PersonField),
    /// メールアドレス.
    Email,
    /// 診察券番号.
    ChartNumber,
    /// 初診 or 再診.
    Visit,
    /// 担当.
    Unit,
    /// 所要時間.
    Minutes,
    /// 電話 or 窓口.
    Channel,
    /// Whether they are told by mail.
    Tell,
    /// One of the reason.
    Reason(ReasonField),
    /// What the page said stands against the visit.
    Seen,
}

/// What is wrong with a field of [`DeskForm`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskProblem {
    /// With one of the person.
    Person(PersonField, PersonProblem),
    /// With the address.
    Address(AddressProblem),
    /// With a text.
    Text(Fault),
    /// With the reason.
    Reason(ReasonProblem),
}

/// All that is wrong with it.
pub type DeskProblems = Problems<DeskField, DeskProblem>;

/// A booking at the desk that can be made.
#[derive(Clone, Debug)]
pub struct DeskBooking {
    /// Who comes.
    pub seen: Seen,
    /// The clinic's record of them, if one was chosen.
    pub patient: Option<PatientId>,
    /// 初診 or 再診, if it was said.
    pub visit: Option<Visit>,
    /// How they came.
    pub channel: Channel,
    /// Whether they are told by mail.
    pub tell: bool,
    /// Why it is booked all the same.
    pub insistence: Insistence,
}

impl FormField for DeskField {
    fn name(self) -> &'static str {
        match self {
            Self::Sought => BOX,
            Self::Patient => "patient",
            Self::Person(field) => field.name(),
            Self::Email => "email",
            Self::ChartNumber => "chart_number",
            Self::Visit => "visit",
            Self::Unit => UNIT,
            Self::Minutes => MINUTES,
            Self::Channel => "channel",
            Self::Tell => "tell",
            Self::Reason(field) => field.name(),
            Self::Seen => "seen",
        }
    }
}

impl Form for DeskForm {
    type Field = DeskField;

    fn read(get: impl Fn(DeskField) -> String) -> Self {
        Self {
            sought: get(DeskField::Sought),
            patient: get(DeskField::Patient),
            person: Draft::read(|field| get(DeskField::Person(field))),
            email: get(DeskField::Email),
            chart_number: get(DeskField::ChartNumber),
            visit: get(DeskField::Visit),
            unit: get(DeskField::Unit),
            minutes: get(DeskField::Minutes),
            channel: get(DeskField::Channel),
            tell: get(DeskField::Tell),
            reason: ReasonForm::read(|field| get(DeskField::Reason(field))),
            seen: get(DeskField::Seen),
        }
    }

    fn typed(&self) -> Vec<(DeskField, &str)> {
        let Self { sought, patient, person, email, chart_number, visit, unit, minutes, channel, tell, reason, seen } =
            self;
        let person = person.typed().into_iter().map(|(field, text)| (DeskField::Person(field), text));
        let others = [
            (DeskField::Sought, sought.as_str()),
            (DeskField::Patient, patient),
            (DeskField::Email, email),
            (DeskField::ChartNumber, chart_number),
            (DeskField::Visit, visit),
            (DeskField::Unit, unit),
            (DeskField::Minutes, minutes),
            (DeskField::Channel, channel),
            (DeskField::Tell, tell),
            (DeskField::Seen, seen),
        ];
        let reason = reason.typed().into_iter().map(|(field, text)| (DeskField::Reason(field), text));
        person.chain(others).chain(reason).collect()
    }
}

impl DeskForm {
    /// The form for a patient, or for somebody new, with the name of a unit if one was chosen. Who gets the visit that `is_next` after
    /// another one stands at the desk, and comes again.
    pub fn begun(patient: Option<&PatientRecord>, is_next: bool, channel: Channel, unit: String) -> Self {
        let (channel, visit) = if is_next { (Channel::Desk, Visit::Return.value()) } else { (channel, "") };
        let tell = if channel == Channel::Phone { "yes".to_owned() } else { String::new() };
        let patient = patient.map(|of| of.id.text()).unwrap_or_default();
        Self { patient, visit: visit.to_owned(), unit, channel: channel.word().to_owned(), tell, ..Self::default() }
    }

    /// The form in which what the box was asked stands where it belongs as well, unless something was typed there: a whole phone
    /// number, or kana.
    #[must_use]
    pub fn with_sought(mut self) -> Self {
        let (sought, person) = (self.sought.trim(), &mut self.person);
        let is_phone =
            national_digits(sought).is_some_and(|digits| digits.starts_with('0') && PHONE.contains(&digits.len()));
        if is_phone && person.phone.is_empty() {
            sought.clone_into(&mut person.phone);
        } else if !sought.chars().any(char::is_numeric) && person.family_kana.is_empty() && person.given_kana.is_empty()
        {
            let (family, given) = sought.split_once([' ', '\u{3000}']).unwrap_or((sought, ""));
            family.clone_into(&mut person.family_kana);
            given.clone_into(&mut person.given_kana);
        }
        self
    }

    /// Whether more of a person was typed than what the box was asked.
    pub fn is_of_somebody_new(&self) -> bool {
        self.person != Self { sought: self.sought.clone(), ..Self::default() }.with_sought().person
    }

    /// Checks it for a patient whom the clinic knows, or for one whom it does not. `today` is the day in Japan; `presets` gives the
    /// words of a usual reason.
    ///
    /// # Errors
    /// All problems at once.
    pub fn check(
        &self,
        known: Option<&PatientRecord>,
        today: Date,
        lang: Lang,
        presets: fn(&str) -> &'static str,
    ) -> Result<DeskBooking, DeskProblems> {
        let mut problems = DeskProblems::default();
        let seen = match known {
            Some(record) => problems.sift(DeskField::Email, self.address()).map(|typed| Seen {
                details: record.details.clone(),
                chart_number: record.chart_number.clone(),
                address: typed.or_else(|| record.address.clone()),
                lang: record.lang,
            }),
            None => self.check_person(today, lang, &mut problems),
        };
        let reason = self.reason.check(presets).map_err(|found| {
            for (field, problem) in found.iter() {
                problems.add(DeskField::Reason(field), [DeskProblem::Reason(*problem)]);
            }
        });
        let booking = seen.zip(reason.ok()).map(|(seen, reason)| DeskBooking {
            seen,
            patient: known.map(|record| record.id),
            visit: Visit::from_value(&self.visit),
            channel: Channel::parse(&self.channel).unwrap_or(Channel::Phone),
            tell: !self.tell.is_empty(),
            insistence: Insistence::new(&self.seen, reason),
        });
        problems.settle(booking)
    }

    /// Whether the page that was sent had said all of these that need a reason.
    pub fn has_read(&self, objections: &[Objection]) -> bool {
        Insistence::new(&self.seen, String::new()).has_read(objections)
    }

    /// What the clinic knows of a visit's patient.
    pub fn of_visit(visit: &Reservation) -> Self {
        let attendee = &visit.attendee;
        let email = attendee.address.as_ref().map(ToString::to_string).unwrap_or_default();
        let chart_number = attendee.chart_number.clone().unwrap_or_default();
        Self { person: Draft::of_known(&attendee.person), email, chart_number, ..Self::default() }
    }

    /// Checks what is known of a patient.
    ///
    /// # Errors
    /// All problems at once.
    pub fn check_known(&self, today: Date, lang: Lang) -> Result<Seen, DeskProblems> {
        let mut problems = DeskProblems::default();
        let seen = self.check_person(today, lang, &mut problems);
        problems.settle(seen)
    }

    /// The mail address, where one was typed.
    fn address(&self) -> Result<Option<EmailAddress>, DeskProblem> {
        let typed = Some(&self.email).filter(|email| !email.trim().is_empty());
        typed.map(|email| EmailAddress::parse(email).map_err(DeskProblem::Address)).transpose()
    }

    fn check_person(&self, today: Date, lang: Lang, problems: &mut DeskProblems) -> Option<Seen> {
        let details: Option<PatientDetails> = self
            .person
            .check_as_known(today)
            .map_err(|found| {
                for (field, problem) in found.iter() {
                    problems.add(DeskField::Person(field), [DeskProblem::Person(field, problem.clone())]);
                }
            })
            .ok();
        let address = problems.sift(DeskField::Email, self.address());
        let number = clean(&self.chart_number, LONGEST).map_err(DeskProblem::Text);
        let number = problems.sift(DeskField::ChartNumber, number);
        let (details, address, number) = (details?, address?, number?);
        Some(Seen { details, chart_number: Some(number).filter(|number| !number.is_empty()), address, lang })
    }
}
