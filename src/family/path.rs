//! The paths of ご家族.

use crate::account::share::PartnerId;
use crate::person::PersonId;

/// The list, and where somebody is added.
pub const FAMILY: &str = "/family";
/// The form of a new member.
pub const NEW: &str = "/family/new";
/// The form of a member.
pub const MEMBER: &str = "/family/:person";
/// Removing a member.
pub const REMOVAL: &str = "/family/:person/removal";

/// With whom a member is shared, and where another account is invited.
pub const SHARING: &str = "/family/:person/sharing";
/// Taking an invitation back.
pub const REVOCATION: &str = "/family/:person/sharing/revocation";
/// Which mails about a member who is shared come.
pub const MAILS: &str = "/family/:person/sharing/mails";
/// Offering one of the others to decide.
pub const OFFER: &str = "/family/:person/sharing/:partner/offer";
/// Taking that back.
pub const OFFER_REMOVAL: &str = "/family/:person/sharing/:partner/offer/removal";
/// The answer to that.
pub const ANSWER: &str = "/family/:person/sharing/answer";
/// Sharing a member no longer whom another account holds.
pub const LEAVING: &str = "/family/:person/sharing/leaving";
/// Sharing a member no longer with one of the others.
pub const PARTNER_REMOVAL: &str = "/family/:person/sharing/:partner/removal";
/// Asking a member who comes of age for their own word.
pub const OWN_WORD: &str = "/family/:person/own-word";
/// Handing a member over to an account of their own.
pub const OWN_ACCOUNT: &str = "/family/:person/own-account";
/// Taking that back.
pub const OWN_ACCOUNT_REVOCATION: &str = "/family/:person/own-account/revocation";
/// The link of the mail that offers it, and accepting.
pub const TAKING_ALONG: &str = "/own-account/link/:token";
/// Declining.
pub const NOT_TAKING_ALONG: &str = "/own-account/link/:token/refusal";
/// The link of the mail that asks for it, and giving it.
pub const WORD: &str = "/own-word/link/:token";
/// Declining.
pub const WORD_REFUSAL: &str = "/own-word/link/:token/refusal";
/// The link of the mail that confirms it, and taking it back.
pub const WORD_WITHDRAWAL: &str = "/own-word/withdrawal/:token";
/// That it has been given.
pub const WORD_GIVEN: &str = "/own-word/given";
/// That it has been declined.
pub const WORD_DECLINED: &str = "/own-word/declined";
/// That it has been taken back.
pub const WORD_WITHDRAWN: &str = "/own-word/withdrawn";
/// The link of the mail that invites, and accepting.
pub const INVITATION: &str = "/invitations/link/:token";
/// Declining.
pub const REFUSAL: &str = "/invitations/link/:token/refusal";

/// A route with the token of a mail.
pub fn of_invitation(route: &str, token: &str) -> String {
    route.replace(":token", token)
}

/// A route of one of those with whom a member is shared.
pub fn of_partner(route: &str, person: PersonId, partner: PartnerId) -> String {
    of_member(route, person).replace(":partner", &partner.text())
}

/// A route of one member.
pub fn of_member(route: &str, person: PersonId) -> String {
    route.replace(":person", &person.text())
}
