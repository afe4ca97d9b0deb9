//! What an account is: a login with one address and one password, and the agreements its owner has given.
//!
//! Who is treated is a `Person`, kept apart: an account has one of its own and may book for the family (`care`).

use super::customer_id::CustomerId;
use super::readings::Readings;
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::secret::Id;
use crate::session::SubjectId;
use crate::work::Event;
use serde::{Deserialize, Serialize};

/// An account's internal name, never shown.
pub type AccountId = Id<Account>;

impl AccountId {
    /// The subject that a session of this account signs in.
    pub const fn subject(self) -> SubjectId {
        self.cast()
    }

    /// The account of a session's subject.
    pub const fn of_subject(subject: SubjectId) -> Self {
        subject.cast()
    }
}

/// Which versions of terms and privacy policy were agreed to, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The version of the terms of use.
    pub terms: String,
    /// The version of the privacy policy.
    pub privacy: String,
    /// When.
    pub at: Moment,
}

/// A login: one address, one password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its internal name.
    pub id: AccountId,
    /// What its owner reads out on the phone.
    pub customer_id: CustomerId,
    /// Where mails go, and the name to sign in with.
    pub address: EmailAddress,
    /// The password's hash, a PHC string.
    pub password: String,
    /// When it was made.
    pub created: Moment,
    /// Every agreement given, the latest last.
    pub agreements: Vec<Agreement>,
    /// Since when the operator has closed it, if so.
    #[serde(default)]
    pub disabled: Option<Moment>,
    /// What its owner has read.
    #[serde(default)]
    pub readings: Readings,
}

impl Account {
    /// That something was done with it.
    pub fn event(&self, what: &'static str) -> Event {
        Event::of(what).about(self.customer_id)
    }

    /// Whether the latest agreement is to these versions.
    pub fn agrees_to(&self, terms: &str, privacy: &str) -> bool {
        self.agreements.last().is_some_and(|latest| latest.terms == terms && latest.privacy == privacy)
    }

    /// Whether the same words sign in as before, and to the same end.
    pub fn signs_in_like(&self, before: &Self) -> bool {
        (&self.address, &self.password, self.disabled) == (&before.address, &before.password, before.disabled)
    }

    /// The account after its owner agreed to these versions.
    #[must_use]
    pub fn agreeing(mut self, agreement: Agreement) -> Self {
        self.agreements.push(agreement);
        self
    }

    /// The account after the operator opened it again.
    #[must_use]
    pub fn enable(self) -> Self {
        Self { disabled: None, ..self }
    }

    /// The account after the operator closed it.
    #[must_use]
    pub fn disable(self, now: Moment) -> Self {
        Self { disabled: self.disabled.or(Some(now)), ..self }
    }
}
