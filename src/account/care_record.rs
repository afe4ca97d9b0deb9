//! What is stored of an account that books for a person: see [`super::care`].

use super::booking_right::{Consent, KnownCare};
use super::relation::Relation;
use crate::clock::Moment;
use crate::person::{ContactDetails, Person, PersonId};
use serde::{Deserialize, Serialize};
use time::Date;

/// What an account is to a person whom it shares with another account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharingRole {
    /// It decides with whom the person is shared, and may remove them. Each person has one.
    Holder,
    /// It books for the person as well.
    Partner,
}

/// How an account shares a person with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    /// What the account is to the person.
    pub role: SharingRole,
    /// Whether it gets the mails about what the others have booked for them.
    #[serde(default)]
    pub mails: bool,
}

/// How somebody has answered who was asked for their own word and does not want the account to book for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WordRefused {
    /// They have not given it.
    Declined,
    /// They have taken it back.
    Withdrawn,
}

/// That an account books for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    /// The person.
    pub person: PersonId,
    /// What they are to the owner.
    pub relation: Relation,
    /// Since when.
    pub since: Moment,
    /// How they are shared with others, if they are. What the others are is in [`super::share`].
    #[serde(default)]
    pub sharing: Option<Sharing>,
    /// How a partner is reached about the person. Those who share a person do not learn each other's phone and address from it.
    #[serde(default)]
    pub contact: Option<ContactDetails>,
    /// Whom a partner had in the family before and said to be the same person; they come back when sharing ends.
    #[serde(default)]
    pub former: Option<FormerMember>,
    /// That they consent, if they are of full age.
    #[serde(default)]
    pub consent: Option<Consent>,
    /// That they have answered otherwise when they were asked themselves.
    #[serde(default)]
    pub refused: Option<WordRefused>,
    /// Whether the account has booked for them as a minor: from full age on their own word is needed, whatever their date of birth is by
    /// then. Of rows that are older than this field, `since` says it.
    #[serde(default)]
    pub as_minor: bool,
}

impl Care {
    /// That an account books from now on for a person whom it shares with nobody.
    pub(super) const fn new(person: PersonId, relation: Relation, since: Moment) -> Self {
        Self {
            person,
            relation,
            since,
            sharing: None,
            contact: None,
            former: None,
            consent: None,
            refused: None,
            as_minor: false,
        }
    }

    /// Whether the person has given their own word, which counts for this record alone.
    pub(super) fn has_own_word(&self) -> bool {
        self.consent.as_ref().is_some_and(|consent| consent.own_address.is_some())
    }

    /// What is known of somebody who was born then.
    pub(super) fn known(&self, born: Date) -> KnownCare<'_> {
        let Self { consent, as_minor, .. } = self;
        KnownCare { born, since: self.since.jst_date(), consent: consent.as_ref(), as_minor: *as_minor }
    }
}

/// Somebody whom an account had in its family, as they come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerMember {
    /// Who it is.
    pub person: Person,
    /// Since when the account has booked for them.
    pub since: Moment,
    /// That they consented, as far as that was said.
    #[serde(default)]
    pub consent: Option<Consent>,
    /// Whether the account has booked for them as a minor.
    #[serde(default)]
    pub as_minor: bool,
}
