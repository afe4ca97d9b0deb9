//! The forms of sharing: whom to invite, and what is answered to an invitation.

use super::invitation::{Acceptance, Invitation, Sameness, can_be_merged};
use crate::account::Relation;
use crate::mail::EmailAddress;
use crate::mail::address::AddressProblem;
use crate::person::{PersonProblem, Phone};
use crate::ui::{Form, FormField, Problems};
use time::Date;

/// Whom to invite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareForm {
    /// The address of the other account.
    pub email: String,
}

/// The field of [`ShareForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareField {
    /// メールアドレス.
    Email,
}

impl FormField for ShareField {
    fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
        }
    }
}

impl Form for ShareForm {
    type Field = ShareField;

    fn read(get: impl Fn(ShareField) -> String) -> Self {
        Self { email: get(ShareField::Email) }
    }

    fn typed(&self) -> Vec<(ShareField, &str)> {
        vec![(ShareField::Email, &self.email)]
    }
}

/// What is wrong with the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareProblem {
    /// It is none.
    Address(AddressProblem),
    /// It is the account's own.
    Oneself,
}

/// All that is wrong with [`ShareForm`].
pub type ShareProblems = Problems<ShareField, ShareProblem>;

impl ShareForm {
    /// The address.
    ///
    /// # Errors
    /// It is none.
    pub fn check(&self) -> Result<EmailAddress, ShareProblems> {
        EmailAddress::parse(&self.email)
            .map_err(|problem| Problems::one(ShareField::Email, ShareProblem::Address(problem)))
    }
}

/// How an invitation is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptanceForm {
    /// 続柄: the value of a [`Relation`].
    pub relation: String,
    /// Whether somebody in the family is the same person; asked only where there is one.
    pub sameness: String,
    /// The phone by which the account is reached about the person.
    pub phone: String,
    /// Whether an adult consents; empty where that was not said.
    pub consent: String,
    /// Who was offered on the page, as [`Invitation::shown`] says it.
    pub shown: String,
}

/// The fields of [`AcceptanceForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptanceField {
    /// 続柄.
    Relation,
    /// Whether it is the same person.
    Sameness,
    /// 電話番号.
    Phone,
    /// 本人の同意を得ています, of an adult.
    Consent,
    /// Who was offered on the page.
    Shown,
}

impl FormField for AcceptanceField {
    fn name(self) -> &'static str {
        match self {
            Self::Relation => "relation",
            Self::Sameness => "sameness",
            Self::Phone => "phone",
            Self::Consent => "consent",
            Self::Shown => "whom",
        }
    }
}

impl Form for AcceptanceForm {
    type Field = AcceptanceField;

    fn read(get: impl Fn(AcceptanceField) -> String) -> Self {
        Self {
            relation: get(AcceptanceField::Relation),
            sameness: get(AcceptanceField::Sameness),
            phone: get(AcceptanceField::Phone),
            consent: get(AcceptanceField::Consent),
            shown: get(AcceptanceField::Shown),
        }
    }

    fn typed(&self) -> Vec<(AcceptanceField, &str)> {
        vec![
            (AcceptanceField::Relation, &self.relation),
            (AcceptanceField::Sameness, &self.sameness),
            (AcceptanceField::Phone, &self.phone),
            (AcceptanceField::Consent, &self.consent),
            (AcceptanceField::Shown, &self.shown),
        ]
    }
}

/// What is wrong or missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptanceProblem {
    /// No 続柄 was chosen.
    NoRelation,
    /// Nobody has said whether it is the same person.
    NoSameness,
    /// It was not said that an adult consents.
    NoConsent,
    /// It is no phone number.
    Phone(PersonProblem),
}

/// All that is wrong with [`AcceptanceForm`].
pub type AcceptanceProblems = Problems<AcceptanceField, AcceptanceProblem>;

impl Sameness {
    /// The value of the choice in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Another => "another",
        }
    }
}

impl AcceptanceForm {
    /// What is filled in before somebody types: what the account knows already.
    pub fn first(offered: &Invitation) -> Self {
        let relation = offered.likely_relation().map_or_else(String::new, |relation| relation.value().to_owned());
        let phone = offered.contact.as_ref().map_or_else(String::new, |contact| contact.phone.hyphenated());
        Self { relation, phone, ..Self::default() }
    }

    /// What the acceptance says of the person on offer. `today` is the day in Japan.
    ///
    /// # Errors
    /// What is wrong or missing.
    pub fn check(&self, offered: &Invitation, today: Date) -> Result<Acceptance, AcceptanceProblems> {
        let mut problems = AcceptanceProblems::default();
        let relation = Relation::from_value(&self.relation).ok_or(AcceptanceProblem::NoRelation);
        let relation = problems.sift(AcceptanceField::Relation, relation);
        let sameness = [Sameness::Same, Sameness::Another].into_iter().find(|one| one.value() == self.sameness);
        if offered.known.as_ref().is_some_and(can_be_merged) && sameness.is_none() {
            problems.add(AcceptanceField::Sameness, [AcceptanceProblem::NoSameness]);
        }
        let phone = Phone::parse(&self.phone).map_err(AcceptanceProblem::Phone);
        let phone = problems.sift(AcceptanceField::Phone, phone);
        let consents = !self.consent.is_empty();
        if offered.asks_consent(today) && !consents {
            problems.add(AcceptanceField::Consent, [AcceptanceProblem::NoConsent]);
        }
        let shown = self.shown.clone();
        let accepted = relation.zip(phone);
        problems.settle(accepted.map(|(relation, phone)| Acceptance { relation, sameness, phone, consents, shown }))
    }
}
