//! The form of アカウント認証.

use super::problem::{AccountProblem, AccountProblems};
use crate::mail::EmailAddress;
use crate::session::Stay;
use crate::ui::{Form, FormField, Problems};

/// アカウント認証.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInForm {
    /// The address of the account.
    pub email: String,
    /// Its password.
    pub password: String,
    /// Empty when the box is not ticked.
    pub stay: String,
}

/// The fields of [`SignInForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInField {
    /// The form as a whole.
    Whole,
    /// メールアドレス.
    Email,
    /// パスワード.
    Password,
    /// この端末でログインしたままにする.
    Stay,
}

impl FormField for SignInField {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Email => "email",
            Self::Password => "password",
            Self::Stay => "stay",
        }
    }
}

impl Form for SignInForm {
    type Field = SignInField;

    fn read(get: impl Fn(SignInField) -> String) -> Self {
        Self { email: get(SignInField::Email), password: get(SignInField::Password), stay: get(SignInField::Stay) }
    }

    fn typed(&self) -> Vec<(SignInField, &str)> {
        let Self { email, password, stay } = self;
        vec![(SignInField::Email, email), (SignInField::Password, password), (SignInField::Stay, stay)]
    }
}

impl SignInForm {
    /// Whether the session outlives the browser. The box is not ticked by itself: who leaves it so on a device of their own
    /// types a password again, while who overlooks a ticked one on a shared device leaves their visits to the next person.
    pub fn stay(&self) -> Stay {
        if self.stay.is_empty() { Stay::InBrowser } else { Stay::OnDevice }
    }

    /// The address.
    ///
    /// # Errors
    /// It is none, or there is no password.
    pub fn check(&self) -> Result<EmailAddress, AccountProblems<SignInField>> {
        let mut problems = Problems::default();
        let address = problems.sift(SignInField::Email, EmailAddress::parse(&self.email).map_err(Into::into));
        problems.add(SignInField::Password, self.password.is_empty().then_some(AccountProblem::PasswordMissing));
        problems.settle(address)
    }
}
