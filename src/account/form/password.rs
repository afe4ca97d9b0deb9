//! The forms in which a password is chosen.

use super::problem::{AccountProblem, AccountProblems};
use crate::credential::password::{Owner, PATIENT_LEAST, Password};
use crate::ui::{Form, FormField, Problems};

/// A password that is chosen without another one: パスワード設定 and パスワード再設定.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasswordForm {
    /// The password.
    pub password: String,
}

/// The field of [`PasswordForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordField {
    /// パスワード.
    Password,
}

impl FormField for PasswordField {
    fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
        }
    }
}

impl Form for PasswordForm {
    type Field = PasswordField;

    fn read(get: impl Fn(PasswordField) -> String) -> Self {
        Self { password: get(PasswordField::Password) }
    }

    fn typed(&self) -> Vec<(PasswordField, &str)> {
        let Self { password } = self;
        vec![(PasswordField::Password, password)]
    }
}

impl PasswordForm {
    /// The password.
    ///
    /// # Errors
    /// All rules that it breaks.
    pub fn check(&self, owner: Owner<'_>) -> Result<Password, AccountProblems<PasswordField>> {
        Password::choose(&self.password, PATIENT_LEAST, owner).map_err(|broken| {
            let mut problems = Problems::default();
            problems.add(PasswordField::Password, broken.into_iter().map(AccountProblem::NewPassword));
            problems
        })
    }
}

/// パスワードの変更.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasswordChangeForm {
    /// The current password.
    pub current_password: String,
    /// The new one.
    pub password: String,
}

/// The fields of [`PasswordChangeForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordChangeField {
    /// 現在のパスワード.
    CurrentPassword,
    /// 新しいパスワード.
    Password,
}

impl FormField for PasswordChangeField {
    fn name(self) -> &'static str {
        match self {
            Self::CurrentPassword => "current_password",
            Self::Password => "password",
        }
    }
}

impl Form for PasswordChangeForm {
    type Field = PasswordChangeField;

    fn read(get: impl Fn(PasswordChangeField) -> String) -> Self {
        Self {
            current_password: get(PasswordChangeField::CurrentPassword),
            password: get(PasswordChangeField::Password),
        }
    }

    fn typed(&self) -> Vec<(PasswordChangeField, &str)> {
        let Self { current_password, password } = self;
        vec![(PasswordChangeField::CurrentPassword, current_password), (PasswordChangeField::Password, password)]
    }
}

impl PasswordChangeForm {
    /// The new password. `wrong` is what is wrong with the current one.
    ///
    /// # Errors
    /// All problems.
    pub fn check(
        &self,
        owner: Owner<'_>,
        wrong: Option<AccountProblem>,
    ) -> Result<Password, AccountProblems<PasswordChangeField>> {
        let mut problems = Problems::default();
        problems.add(PasswordChangeField::CurrentPassword, wrong);
        let password = Password::choose(&self.password, PATIENT_LEAST, owner);
        let broken = password.as_ref().err().cloned().unwrap_or_default();
        problems.add(PasswordChangeField::Password, broken.into_iter().map(AccountProblem::NewPassword));
        let same = !self.password.is_empty() && self.password == self.current_password;
        problems.add(PasswordChangeField::Password, same.then_some(AccountProblem::PasswordIsCurrent));
        problems.settle(password.ok())
    }
}
