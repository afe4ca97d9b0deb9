//! The form of 登録されている情報: the password, where it was given too long ago.

use super::problem::{AccountProblem, AccountProblems};
use crate::ui::{Form, FormField, Problems};

/// 登録されている情報.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnDataForm {
    /// The current password.
    pub current_password: String,
}

/// The field of [`OwnDataForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnDataField {
    /// 現在のパスワード.
    CurrentPassword,
}

impl FormField for OwnDataField {
    fn name(self) -> &'static str {
        match self {
            Self::CurrentPassword => "current_password",
        }
    }
}

impl Form for OwnDataForm {
    type Field = OwnDataField;

    fn read(get: impl Fn(OwnDataField) -> String) -> Self {
        Self { current_password: get(OwnDataField::CurrentPassword) }
    }

    fn typed(&self) -> Vec<(OwnDataField, &str)> {
        vec![(OwnDataField::CurrentPassword, &self.current_password)]
    }
}

impl OwnDataForm {
    /// What is wrong with the form; `wrong` is what is wrong with the password.
    pub fn check(wrong: Option<AccountProblem>) -> Option<AccountProblems<OwnDataField>> {
        wrong.map(|problem| Problems::one(OwnDataField::CurrentPassword, problem))
    }
}
