//! The forms of signing in: address and password, then a code.

use super::problem::{StaffProblem, StaffProblems};
use crate::mail::EmailAddress;
use crate::ui::{Form, FormField, Problems};

/// Signing in: the first step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffSignInForm {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
}

/// The fields of [`StaffSignInForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffSignInField {
    /// The form as a whole.
    Whole,
    /// メールアドレス.
    Email,
    /// パスワード.
    Password,
}

impl FormField for StaffSignInField {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Email => "email",
            Self::Password => "password",
        }
    }
}

impl Form for StaffSignInForm {
    type Field = StaffSignInField;

    fn read(get: impl Fn(StaffSignInField) -> String) -> Self {
        Self { email: get(StaffSignInField::Email), password: get(StaffSignInField::Password) }
    }

    fn typed(&self) -> Vec<(StaffSignInField, &str)> {
        let Self { email, password } = self;
        vec![(StaffSignInField::Email, email), (StaffSignInField::Password, password)]
    }
}

impl StaffSignInForm {
    /// The address.
    ///
    /// # Errors
    /// It is no mail address, or there is no password.
    pub fn check(&self) -> Result<EmailAddress, StaffProblems<StaffSignInField>> {
        let mut problems = Problems::default();
        let address = EmailAddress::parse(&self.email).map_err(StaffProblem::Address);
        let address = problems.sift(StaffSignInField::Email, address);
        problems.add(StaffSignInField::Password, self.password.is_empty().then_some(StaffProblem::PasswordMissing));
        problems.settle(address)
    }
}

/// A one-time code, or a recovery code where one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeForm {
    /// The code.
    pub code: String,
}

/// The field of [`CodeForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeField {
    /// 確認コード.
    Code,
}

impl FormField for CodeField {
    fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
        }
    }
}

impl Form for CodeForm {
    type Field = CodeField;

    fn read(get: impl Fn(CodeField) -> String) -> Self {
        Self { code: get(CodeField::Code) }
    }

    fn typed(&self) -> Vec<(CodeField, &str)> {
        let Self { code } = self;
        vec![(CodeField::Code, code)]
    }
}

impl CodeForm {
    /// What was typed.
    ///
    /// # Errors
    /// Nothing was typed.
    pub fn check(&self) -> Result<&str, StaffProblems<CodeField>> {
        match self.code.trim() {
            "" => Err(Problems::one(CodeField::Code, StaffProblem::CodeMissing)),
            code => Ok(code),
        }
    }
}
