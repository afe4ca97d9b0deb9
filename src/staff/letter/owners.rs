//! The mails by which owners learn what has happened to the staff's sign-ins.

use super::StaffLetterContext;
use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::lang;
use crate::mail::{EmailAddress, Letter};
use crate::staff::model::Staff;
use crate::staff::path;
use crate::staff::role::Role;
use crate::work::Work;

/// What owners are told of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnerNews {
    /// They have accepted an invitation.
    Joined(Role),
    /// They have another role.
    RoleChanged(Role),
    /// They have a new password and a new second factor; by whom the link was made, nobody where it was the operator.
    Reset(Option<String>),
    /// They have used a recovery code.
    RecoveryCodeUsed,
    /// They have registered a shared device of this name.
    DeviceRegistered(String),
}

/// What has happened to somebody's sign-in, to an owner.
pub fn news(
    from: &StaffLetterContext,
    to: &EmailAddress,
    clinic: &Clinic,
    about: &Staff,
    news: &OwnerNews,
    work: &Work<'_>,
) -> Letter {
    let (words, lang) = (from.letter, from.head.lang);
    let (subject, sentence) = match news {
        OwnerNews::Joined(_) => (words.joined_subject, words.joined),
        OwnerNews::RoleChanged(_) => (words.role_subject, words.role_changed),
        OwnerNews::Reset(_) => (words.was_reset_subject, words.was_reset),
        OwnerNews::DeviceRegistered(_) => (words.device_subject, words.device),
        OwnerNews::RecoveryCodeUsed => (words.recovery_subject, words.recovery),
    };
    let letter = from.letter(to, subject).paragraph(sentence(&about.name)).detail(words.clinic, &clinic.name);
    let letter = letter.detail(words.address, about.address.as_str());
    let letter = match news {
        OwnerNews::Joined(role) | OwnerNews::RoleChanged(role) => letter.detail(words.role, (from.words.role)(*role)),
        OwnerNews::Reset(by) => letter.detail(words.by, by.as_deref().unwrap_or(words.by_operator)),
        OwnerNews::DeviceRegistered(name) => letter.detail(words.device_name, name),
        OwnerNews::RecoveryCodeUsed => letter,
    };
    letter
        .detail(words.when, lang::moment(lang, work.now()))
        .paragraph(words.unexpected)
        .button(words.see_staff, work.link(&of_clinic(path::MEMBERS, &clinic.id)))
}
