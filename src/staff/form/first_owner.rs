//! The form of the first owner.

use super::new_sign_in::{checked_name, chosen};
use super::problem::{StaffProblem, StaffProblems};
use crate::credential::password::Password;
use crate::mail::EmailAddress;
use crate::staff::under_way::{Enrolment, EnrolmentOrigin};
use crate::ui::{Form, FormField, Problems};

/// The first start: the first owner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstOwnerForm {
    /// The address that signs in.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The password.
    pub password: String,
}

/// The fields of [`FirstOwnerForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstOwnerField {
    /// メールアドレス.
    Email,
    /// 氏名.
    Name,
    /// パスワード.
    Password,
}

impl FormField for FirstOwnerField {
    fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Name => "name",
            Self::Password => "password",
        }
    }
}

impl Form for FirstOwnerForm {
    type Field = FirstOwnerField;

    fn read(get: impl Fn(FirstOwnerField) -> String) -> Self {
        Self {
            email: get(FirstOwnerField::Email),
            name: get(FirstOwnerField::Name),
            password: get(FirstOwnerField::Password),
        }
    }

    fn typed(&self) -> Vec<(FirstOwnerField, &str)> {
        let Self { email, name, password } = self;
        vec![(FirstOwnerField::Email, email), (FirstOwnerField::Name, name), (FirstOwnerField::Password, password)]
    }
}

/// What was typed of the first owner, without the password, whose hash alone is kept.
impl From<Enrolment> for FirstOwnerForm {
    fn from(Enrolment { origin, name, .. }: Enrolment) -> Self {
        match origin {
            EnrolmentOrigin::FirstStart(address) => {
                Self { email: address.as_str().to_owned(), name, password: String::new() }
            }
            EnrolmentOrigin::Invitation(_) => Self::default(),
        }
    }
}

impl FirstOwnerForm {
    /// Address, name and password.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self) -> Result<(EmailAddress, String, Password), StaffProblems<FirstOwnerField>> {
        let mut problems = Problems::default();
        let address = EmailAddress::parse(&self.email).map_err(StaffProblem::Address);
        let address = problems.sift(FirstOwnerField::Email, address);
        let (name, wrong_name) = checked_name(&self.name);
        problems.add(FirstOwnerField::Name, wrong_name);
        let password = chosen(&self.password, &name, address.as_ref());
        let broken = password.as_ref().err().cloned().unwrap_or_default();
        problems.add(FirstOwnerField::Password, broken.into_iter().map(StaffProblem::NewPassword));
        problems.settle(address.zip(password.ok()).map(|(address, password)| (address, name, password)))
    }
}
