//! The forms of an owner: whom to invite, another role, and how a link goes out.

use super::new_sign_in::checked_name;
use super::problem::{StaffProblem, StaffProblems};
use crate::mail::EmailAddress;
use crate::staff::inviting::{LinkWay, NewColleague};
use crate::staff::role::Role;
use crate::ui::{Form, FormField, Problems};

/// Inviting somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteForm {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The word of a role.
    pub role: String,
    /// How the link goes out.
    pub way: String,
}

/// The fields of [`InviteForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteField {
    /// 氏名.
    Name,
    /// メールアドレス.
    Email,
    /// 役割.
    Role,
    /// How the link goes out.
    Way,
}

impl FormField for InviteField {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Role => StaffMemberField::Role.name(),
            Self::Way => StaffMemberField::Way.name(),
        }
    }
}

impl Form for InviteForm {
    type Field = InviteField;

    fn read(get: impl Fn(InviteField) -> String) -> Self {
        Self {
            name: get(InviteField::Name),
            email: get(InviteField::Email),
            role: get(InviteField::Role),
            way: get(InviteField::Way),
        }
    }

    fn typed(&self) -> Vec<(InviteField, &str)> {
        let Self { name, email, role, way } = self;
        vec![(InviteField::Name, name), (InviteField::Email, email), (InviteField::Role, role), (InviteField::Way, way)]
    }
}

impl Default for InviteForm {
    /// The role of most, with a mail.
    fn default() -> Self {
        let (role, way) = (Role::Reception.value().to_owned(), LinkWay::Mail.value().to_owned());
        Self { name: String::new(), email: String::new(), role, way }
    }
}

impl InviteForm {
    /// Whom to invite, and how.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self) -> Result<(NewColleague, LinkWay), StaffProblems<InviteField>> {
        let mut problems = Problems::default();
        let (name, wrong_name) = checked_name(&self.name);
        problems.add(InviteField::Name, wrong_name);
        let address = EmailAddress::parse(&self.email).map_err(StaffProblem::Address);
        let address = problems.sift(InviteField::Email, address);
        let role = problems.sift(InviteField::Role, Role::parse(&self.role).ok_or(StaffProblem::RoleMissing));
        let way = problems.sift(InviteField::Way, LinkWay::parse(&self.way).ok_or(StaffProblem::WayMissing));
        let new = address.zip(role).map(|(address, role)| NewColleague { name, address, role });
        problems.settle(new.zip(way))
    }
}

/// The fields of the forms about somebody of a clinic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffMemberField {
    /// 役割.
    Role,
    /// How a link goes out.
    Way,
}

impl FormField for StaffMemberField {
    fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Way => "way",
        }
    }
}

/// A choice about somebody of a clinic: another role, or how a link goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffMemberForm {
    /// The word of a role.
    pub role: String,
    /// How the link goes out.
    pub way: String,
}

impl Form for StaffMemberForm {
    type Field = StaffMemberField;

    fn read(get: impl Fn(StaffMemberField) -> String) -> Self {
        Self { role: get(StaffMemberField::Role), way: get(StaffMemberField::Way) }
    }

    fn typed(&self) -> Vec<(StaffMemberField, &str)> {
        let Self { role, way } = self;
        vec![(StaffMemberField::Role, role), (StaffMemberField::Way, way)]
    }
}
