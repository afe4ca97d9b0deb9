//! The mails with a link: an invitation to a clinic, and a new way in.

use super::StaffLetterContext;
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::lang;
use crate::mail::{EmailAddress, Letter};
use crate::staff::model::Staff;
use crate::staff::role::Role;

/// What an invitation offers.
pub struct StaffOffer<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// Who invites.
    pub me: &'a Staff,
    /// The role.
    pub role: Role,
    /// The link.
    pub url: String,
    /// When it ends.
    pub ends: Moment,
}

/// The link by which somebody joins a clinic's staff.
pub fn invited(from: &StaffLetterContext, to: &EmailAddress, offer: &StaffOffer<'_>) -> Letter {
    let (words, lang) = (from.letter, from.head.lang);
    from.letter(to, &(words.invited_subject)(&offer.clinic.name))
        .paragraph((words.invited)(&offer.me.name))
        .detail(words.clinic, &offer.clinic.name)
        .detail(words.role, (from.words.role)(offer.role))
        .detail(words.until, lang::moment(lang, offer.ends))
        .button(words.accept, &offer.url)
        .paragraph(words.what_follows)
        .paragraph(words.not_you)
        .useful_until(offer.ends)
}

/// The link to a new password and a new second factor.
pub fn reset(from: &StaffLetterContext, to: &EmailAddress, clinic: &Clinic, url: &str, ends: Moment) -> Letter {
    let words = from.letter;
    from.letter(to, words.reset_subject)
        .paragraph(words.reset)
        .detail(words.clinic, &clinic.name)
        .detail(words.until, lang::moment(from.head.lang, ends))
        .button(words.renew, url)
        .paragraph(words.reset_keeps)
        .useful_until(ends)
}
