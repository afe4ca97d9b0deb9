//! The form that asks for password and code once more.

use super::problem::{StaffProblem, StaffProblems};
use super::sign_in::CodeField;
use crate::ui::{Form, FormField, Problems};

/// Password and code once more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgainForm {
    /// The password.
    pub password: String,
    /// The code.
    pub code: String,
}

/// The fields of [`AgainForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgainField {
    /// The form as a whole.
    Whole,
    /// パスワード.
    Password,
    /// 確認コード.
    Code,
}

impl FormField for AgainField {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Password => "password",
            Self::Code => CodeField::Code.name(),
        }
    }
}

impl Form for AgainForm {
    type Field = AgainField;

    fn read(get: impl Fn(AgainField) -> String) -> Self {
        Self { password: get(AgainField::Password), code: get(AgainField::Code) }
    }

    fn typed(&self) -> Vec<(AgainField, &str)> {
        let Self { password, code } = self;
        vec![(AgainField::Password, password), (AgainField::Code, code)]
    }
}

impl AgainForm {
    /// The code.
    ///
    /// # Errors
    /// It or the password is missing.
    pub fn check(&self) -> Result<&str, StaffProblems<AgainField>> {
        let mut problems = Problems::default();
        let code = self.code.trim();
        problems.add(AgainField::Password, self.password.is_empty().then_some(StaffProblem::PasswordMissing));
        problems.add(AgainField::Code, code.is_empty().then_some(StaffProblem::CodeMissing));
        problems.settle(Some(code))
    }
}
