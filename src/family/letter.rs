//! The mails about sharing a member of the family. They name nobody and no clinic: an address may have been mistyped, and what is
//! shared is shown on the pages alone.

use super::words;
use crate::mail::{EmailAddress, Letter, Letterhead};

/// A mail that tells the owner of an account something, with the URL of ご家族.
pub type Told = fn(&Letterhead, &EmailAddress, &str) -> Letter;

/// That somebody wants to share a person, with the link to the page that says whom.
pub fn invitation(head: &Letterhead, to: &EmailAddress, url: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.invitation_subject)
        .paragraph(words.invitation)
        .button(words.open_invitation, url)
        .paragraph(words.lasts)
        .paragraph(words.without_account)
        .paragraph(words.not_known)
}

/// That a person is not shared any more.
pub fn ended(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.ended_subject).paragraph(words.ended).button(words.open_family, family)
}

/// That the account is asked to decide from now on.
pub fn offered(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.offer_subject).paragraph(words.offer).button(words.open_family, family)
}

/// That the account, or another one, decides from now on.
pub fn handed_over(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.handed_over_subject).paragraph(words.handed_over).button(words.open_family, family)
}
