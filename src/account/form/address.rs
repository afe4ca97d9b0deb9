//! The forms that ask for a mail address.

use super::problem::{AccountProblem, AccountProblems};
use crate::mail::EmailAddress;
use crate::ui::{Form, FormField, Problems};

/// An address to which a link is sent: メールアドレス確認 of a sign-up, and パスワードを忘れた方.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressForm {
    /// The address.
    pub email: String,
}

/// The field of [`AddressForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressField {
    /// メールアドレス.
    Email,
}

impl FormField for AddressField {
    fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
        }
    }
}

impl Form for AddressForm {
    type Field = AddressField;

    fn read(get: impl Fn(AddressField) -> String) -> Self {
        Self { email: get(AddressField::Email) }
    }

    fn typed(&self) -> Vec<(AddressField, &str)> {
        let Self { email } = self;
        vec![(AddressField::Email, email)]
    }
}

impl AddressForm {
    /// The address.
    ///
    /// # Errors
    /// It is none.
    pub fn check(&self) -> Result<EmailAddress, AccountProblems<AddressField>> {
        EmailAddress::parse(&self.email).map_err(|problem| Problems::one(AddressField::Email, problem.into()))
    }
}

/// メールアドレスの変更.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmailChangeForm {
    /// The new address.
    pub email: String,
    /// The current password; asked for only when it was last given too long ago.
    pub current_password: String,
}

/// The fields of [`EmailChangeForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailChangeField {
    /// 新しいメールアドレス.
    Email,
    /// 現在のパスワード.
    CurrentPassword,
}

impl FormField for EmailChangeField {
    fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            // Another one than that of the form beside it: an input's id is its name.
            Self::CurrentPassword => "email_current_password",
        }
    }
}

impl Form for EmailChangeForm {
    type Field = EmailChangeField;

    fn read(get: impl Fn(EmailChangeField) -> String) -> Self {
        Self { email: get(EmailChangeField::Email), current_password: get(EmailChangeField::CurrentPassword) }
    }

    fn typed(&self) -> Vec<(EmailChangeField, &str)> {
        let Self { email, current_password } = self;
        vec![(EmailChangeField::Email, email), (EmailChangeField::CurrentPassword, current_password)]
    }
}

impl EmailChangeForm {
    /// The new address. `current` is the account's address, `wrong` what is wrong with the current password.
    ///
    /// # Errors
    /// All problems.
    pub fn check(
        &self,
        current: &EmailAddress,
        wrong: Option<AccountProblem>,
    ) -> Result<EmailAddress, AccountProblems<EmailChangeField>> {
        let mut problems = Problems::default();
        let address = EmailAddress::parse(&self.email).map_err(AccountProblem::Address);
        let changed = address.and_then(|address| match address.key() == current.key() {
            true => Err(AccountProblem::AddressIsCurrent),
            false => Ok(address),
        });
        let address = problems.sift(EmailChangeField::Email, changed);
        problems.add(EmailChangeField::CurrentPassword, wrong);
        problems.settle(address)
    }
}
