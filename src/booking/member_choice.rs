//! The form by which somebody who is signed in says who comes, checked.

use super::model::ChosenMember;
use crate::account::{BookingRight, Member};
use crate::clinic::chart_number::LONGEST;
use crate::lang::typed::{Fault, clean};
use crate::person::PersonId;
use crate::slots::Reason;
use crate::ui::{Form, FormField, Problems};

/// Who comes, as chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberChoice {
    /// 受診する人: the id of a person for whom the account books.
    pub who: String,
    /// 診察券番号.
    pub chart_number: String,
    /// For whom the number stood on the page; empty where none did.
    pub number_of: String,
    /// Whether an adult consents; empty where that was not said.
    pub consent: String,
}

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberChoiceField {
    /// 受診する人.
    Who,
    /// 診察券番号.
    ChartNumber,
    /// For whom the number stood on the page.
    NumberOf,
    /// 本人の同意を得ています.
    Consent,
}

impl FormField for MemberChoiceField {
    fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::ChartNumber => "chart_number",
            Self::NumberOf => "number_of",
            Self::Consent => "consent",
        }
    }
}

impl Form for MemberChoice {
    type Field = MemberChoiceField;

    fn read(get: impl Fn(MemberChoiceField) -> String) -> Self {
        Self {
            who: get(MemberChoiceField::Who),
            chart_number: get(MemberChoiceField::ChartNumber),
            number_of: get(MemberChoiceField::NumberOf),
            consent: get(MemberChoiceField::Consent),
        }
    }

    fn typed(&self) -> Vec<(MemberChoiceField, &str)> {
        let Self { who, chart_number, number_of, consent } = self;
        vec![
            (MemberChoiceField::Who, who),
            (MemberChoiceField::ChartNumber, chart_number),
            (MemberChoiceField::NumberOf, number_of),
            (MemberChoiceField::Consent, consent),
        ]
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberChoiceProblem {
    /// Nobody was chosen.
    Nobody,
    /// With the 診察券番号.
    ChartNumber(Fault),
    /// The 診察券番号 stood there for somebody else.
    NumberOfAnother,
    /// It has to be said that the person consents.
    NoConsent,
    /// The slot cannot be booked for that person.
    NotFor(Reason),
}

/// All that is wrong with the form.
pub type MemberChoiceProblems = Problems<MemberChoiceField, MemberChoiceProblem>;

impl MemberChoice {
    /// Who was chosen among these.
    ///
    /// # Errors
    /// All problems at once.
    pub fn check(&self, members: &[Member]) -> Result<ChosenMember, MemberChoiceProblems> {
        let mut problems = MemberChoiceProblems::default();
        let chosen = PersonId::parse(&self.who).filter(|id| members.iter().any(|member| member.id == *id));
        let chosen = problems.sift(MemberChoiceField::Who, chosen.ok_or(MemberChoiceProblem::Nobody));
        let adult = |id: &PersonId| members.iter().any(|one| one.id == *id && one.right == BookingRight::Consent);
        if self.consent.is_empty() && chosen.as_ref().is_some_and(adult) {
            problems.add(MemberChoiceField::Consent, [MemberChoiceProblem::NoConsent]);
        }
        let number = clean(&self.chart_number, LONGEST).map_err(MemberChoiceProblem::ChartNumber);
        let of_another = !self.number_of.is_empty() && self.number_of != self.who;
        let number = match number {
            Ok(number) if of_another && !number.is_empty() => Err(MemberChoiceProblem::NumberOfAnother),
            number => number,
        };
        let number = problems.sift(MemberChoiceField::ChartNumber, number);
        problems.settle(chosen.zip(number).map(|(person, number)| ChosenMember {
            person,
            chart_number: Some(number).filter(|number| !number.is_empty()),
        }))
    }
}
