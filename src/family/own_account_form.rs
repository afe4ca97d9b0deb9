//! The form by which a member of the family is handed over to an account of their own.

use super::own_account::OwnAccountRequest;
use super::share_form::ShareProblem;
use crate::account::link::OfferedShare;
use crate::mail::EmailAddress;
use crate::ui::{Form, FormField, Problems};

/// To whom, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnAccountForm {
    /// The address of the person's own account.
    pub email: String,
    /// Whether the holder wants to go on booking for them; empty where not.
    pub shares: String,
}

/// The fields of [`OwnAccountForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnAccountField {
    /// メールアドレス.
    Email,
    /// Whether the holder wants to go on booking.
    Shares,
}

impl FormField for OwnAccountField {
    fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Shares => "shares",
        }
    }
}

impl Form for OwnAccountForm {
    type Field = OwnAccountField;

    fn read(get: impl Fn(OwnAccountField) -> String) -> Self {
        Self { email: get(OwnAccountField::Email), shares: get(OwnAccountField::Shares) }
    }

    fn typed(&self) -> Vec<(OwnAccountField, &str)> {
        let Self { email, shares } = self;
        vec![(OwnAccountField::Email, email), (OwnAccountField::Shares, shares)]
    }
}

/// All that is wrong with [`OwnAccountForm`].
pub type OwnAccountProblems = Problems<OwnAccountField, ShareProblem>;

impl OwnAccountForm {
    /// The address, and what the holder wants.
    ///
    /// # Errors
    /// The address is none.
    pub fn check(&self) -> Result<OwnAccountRequest, OwnAccountProblems> {
        let to = EmailAddress::parse(&self.email)
            .map_err(|problem| Problems::one(OwnAccountField::Email, ShareProblem::Address(problem)))?;
        let share = if self.shares.is_empty() { OfferedShare::Unwanted } else { OfferedShare::Wanted };
        Ok(OwnAccountRequest { to, share })
    }
}
