//! The form by which an invitation is accepted.

use super::new_sign_in::{checked_name, chosen};
use super::problem::{StaffProblem, StaffProblems};
use crate::credential::password::Password;
use crate::mail::EmailAddress;
use crate::ui::{Form, FormField, Problems};

/// Accepting an invitation: the first step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvitationForm {
    /// Their name.
    pub name: String,
    /// The new password.
    pub password: String,
}

/// The fields of [`InvitationForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationField {
    /// 氏名.
    Name,
    /// パスワード.
    Password,
}

impl FormField for InvitationField {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Password => "password",
        }
    }
}

impl Form for InvitationForm {
    type Field = InvitationField;

    fn read(get: impl Fn(InvitationField) -> String) -> Self {
        Self { name: get(InvitationField::Name), password: get(InvitationField::Password) }
    }

    fn typed(&self) -> Vec<(InvitationField, &str)> {
        let Self { name, password } = self;
        vec![(InvitationField::Name, name), (InvitationField::Password, password)]
    }
}

impl InvitationForm {
    /// The name and the password, which holds neither it nor the address.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self, address: &EmailAddress) -> Result<(String, Password), StaffProblems<InvitationField>> {
        let mut problems = Problems::default();
        let (name, wrong_name) = checked_name(&self.name);
        problems.add(InvitationField::Name, wrong_name);
        let password = chosen(&self.password, &name, Some(address));
        let broken = password.as_ref().err().cloned().unwrap_or_default();
        problems.add(InvitationField::Password, broken.into_iter().map(StaffProblem::NewPassword));
        problems.settle(password.ok().map(|password| (name, password)))
    }
}
