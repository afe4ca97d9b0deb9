//! What the pages of ご家族 say, one field a sentence.

use crate::account::Relation;
use time::Date;

/// All sentences, by screen.
pub struct FamilyWords {
    pub list: FamilyListWords,
    pub form: MemberFormWords,
    pub removal: MemberRemovalWords,
    pub sharing: SharingWords,
    pub invitation: InvitationWords,
    pub letter: FamilyLetterWords,
    pub own_word: OwnWordWords,
    pub own_account: OwnAccountWords,
}

/// ご家族.
pub struct FamilyListWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// When there is nobody but the account's own person.
    pub alone: &'static str,
    pub add: &'static str,
    pub change: &'static str,
    pub remove: &'static str,
    pub relation: fn(Relation) -> &'static str,
    pub added: &'static str,
    pub changed: &'static str,
    pub removed: &'static str,
    /// After somebody was typed for whom the account books already.
    pub known: &'static str,
    /// Beside somebody who is shared.
    pub shared: &'static str,
    pub share: &'static str,
    /// The same of somebody who is shared.
    pub sharing: &'static str,
    /// Who offers to decide.
    pub offer: fn(&str) -> String,
    pub offer_form: fn(&str) -> String,
    pub take: &'static str,
    pub do_not_take: &'static str,
    pub taken: &'static str,
    pub not_taken: &'static str,
    pub shared_now: &'static str,
    pub shared_already: &'static str,
    pub declined: &'static str,
    pub share_ended: &'static str,
}

/// The form of a member.
pub struct MemberFormWords {
    pub add_title: &'static str,
    pub lead: &'static str,
    pub change_title: fn(&str) -> String,
    /// Who alone changes who the person is, by name.
    pub held_by: fn(&str) -> String,
    pub relation: &'static str,
    pub no_relation: &'static str,
    pub consent: &'static str,
    pub consent_hint: &'static str,
    pub no_consent: &'static str,
    /// An adult would be a minor by the date of birth that was typed.
    pub younger: &'static str,
    pub add: &'static str,
    pub save: &'static str,
    pub cancel: &'static str,
    pub back: &'static str,
    pub full: &'static str,
}

/// Removing a member.
pub struct MemberRemovalWords {
    pub title: fn(&str) -> String,
    pub what: &'static str,
    /// Of somebody whose own word is missing.
    pub own_word_stays: &'static str,
    pub button: &'static str,
    pub cancel: &'static str,
}

/// With whom a member is shared.
pub struct SharingWords {
    pub title: fn(&str) -> String,
    pub lead: &'static str,
    /// The same of the account's own person.
    pub lead_own: &'static str,
    pub invite_title: &'static str,
    /// What is shared, and what is not.
    pub what: &'static str,
    /// The same of the account's own person.
    pub what_own: &'static str,
    pub address: &'static str,
    pub address_hint: &'static str,
    pub send: &'static str,
    pub invited: &'static str,
    pub pending: &'static str,
    pub pending_what: &'static str,
    pub revoke: &'static str,
    pub revoked: &'static str,
    pub with: &'static str,
    pub end: &'static str,
    pub end_named: fn(&str) -> String,
    pub end_what: &'static str,
    pub ended: &'static str,
    pub offer: &'static str,
    pub offer_what: &'static str,
    pub offer_waits: &'static str,
    pub offer_revoke: &'static str,
    pub offered: &'static str,
    pub offer_revoked: &'static str,
    pub full: &'static str,
    pub oneself: &'static str,
    pub held_by: fn(&str) -> String,
    pub leave_what: fn(&str) -> String,
    pub mails_title: &'static str,
    pub mails: &'static str,
    pub mails_hint: &'static str,
    pub mails_save: &'static str,
    pub mails_saved: &'static str,
    pub leaving: &'static str,
    pub leaving_what: &'static str,
}

/// The page of a mailed offer that does not open.
pub struct ClosedOfferWords {
    pub title: &'static str,
    /// It was mailed to another address.
    pub elsewhere: &'static str,
    pub dead: &'static str,
}

/// The page behind the link of an invitation.
pub struct InvitationWords {
    pub title: &'static str,
    /// Who offers, by name and address.
    pub who: fn(&str, &str) -> String,
    /// After what stood there was changed.
    pub changed: &'static str,
    pub what: fn(&str) -> String,
    pub not_shared: &'static str,
    pub phone_hint: &'static str,
    pub sameness: &'static str,
    pub same: &'static str,
    pub another: &'static str,
    pub same_what: &'static str,
    pub no_sameness: &'static str,
    pub no_consent: &'static str,
    pub accept: &'static str,
    pub decline: &'static str,
    pub kept: &'static str,
    pub no_room: &'static str,
    pub too_many: &'static str,
    pub closed: ClosedOfferWords,
}

/// 本人の確認 of somebody who comes of age.
pub struct OwnWordWords {
    pub title: fn(&str) -> String,
    /// From which day on it is needed.
    pub from: fn(Date) -> String,
    /// That it is needed by now.
    pub needed: &'static str,
    pub booked_stays: &'static str,
    /// Leads to asking for it.
    pub ask: &'static str,
    pub address: &'static str,
    pub address_hint: &'static str,
    pub send: &'static str,
    pub sent: &'static str,
    pub pending: &'static str,
    pub not_needed: &'static str,
    pub not_own: &'static str,
    /// The page behind the link.
    pub question: &'static str,
    pub who: fn(&str) -> String,
    pub what: &'static str,
    /// What declining means, with the name of the account that asked.
    pub declining: fn(&str) -> String,
    pub give: &'static str,
    pub given: &'static str,
    pub decline: &'static str,
    pub declined: &'static str,
    /// To the account that books for them.
    pub has_declined: &'static str,
    pub has_withdrawn: &'static str,
    /// The page by which it is taken back.
    pub withdrawal: &'static str,
    pub withdrawing: fn(&str) -> String,
    pub booked_by_them: &'static str,
    pub withdraw: &'static str,
    pub withdrawn: &'static str,
    pub closed: &'static str,
    pub dead: &'static str,
}

/// An account of one's own.
pub struct OwnAccountWords {
    pub title: fn(&str) -> String,
    pub what: &'static str,
    /// What the other account has to say of itself.
    pub same: &'static str,
    /// That somebody is 15, and what that means.
    pub from_15: &'static str,
    /// Leads to handing somebody over.
    pub way: &'static str,
    pub address: &'static str,
    pub address_hint: &'static str,
    pub shares: &'static str,
    pub shares_hint: &'static str,
    pub send: &'static str,
    pub sent: &'static str,
    pub pending: &'static str,
    pub revoke: &'static str,
    pub revoked: &'static str,
    pub oneself: &'static str,
    /// The page behind the link.
    pub offer_title: &'static str,
    pub who: fn(&str, &str) -> String,
    /// After what stood there was changed.
    pub changed: &'static str,
    /// Before the own person of the account.
    pub as_whom: &'static str,
    pub accepting: &'static str,
    pub let_share: fn(&str) -> String,
    pub let_share_hint: &'static str,
    pub accept: &'static str,
    pub decline: &'static str,
    /// The own person of the account is another one.
    pub another: &'static str,
    pub own_person: &'static str,
    /// The own person of the account is shared with others.
    pub shared: &'static str,
    /// The link has ended, because it was tried too often by somebody else.
    pub ended: &'static str,
    pub taken: &'static str,
    pub declined: &'static str,
    pub closed: ClosedOfferWords,
}

/// The mails about sharing.
pub struct FamilyLetterWords {
    pub invitation_subject: &'static str,
    pub invitation: &'static str,
    pub open_invitation: &'static str,
    pub lasts: &'static str,
    pub without_account: &'static str,
    pub not_known: &'static str,
    pub ended_subject: &'static str,
    pub ended: &'static str,
    pub offer_subject: &'static str,
    pub offer: &'static str,
    pub handed_over_subject: &'static str,
    pub handed_over: &'static str,
    pub open_family: &'static str,
    pub of_age_subject: &'static str,
    pub of_age: fn(Date) -> String,
    pub of_age_booked: &'static str,
    pub of_age_ask: &'static str,
    pub own_word_subject: &'static str,
    pub own_word: &'static str,
    pub own_word_open: &'static str,
    pub own_word_not_known: &'static str,
    pub own_word_kept_subject: &'static str,
    pub own_word_kept: &'static str,
    pub own_word_withdraw: &'static str,
    pub own_word_withdraw_open: &'static str,
    pub own_word_given_subject: &'static str,
    pub own_word_given: &'static str,
    pub own_word_declined_subject: &'static str,
    pub own_word_declined: &'static str,
    pub own_word_withdrawn_subject: &'static str,
    pub own_word_withdrawn: &'static str,
    pub own_word_booked: &'static str,
    pub own_account_subject: &'static str,
    pub own_account: &'static str,
    pub own_account_not_known: &'static str,
    pub own_account_ended_subject: &'static str,
    pub own_account_ended: &'static str,
}
