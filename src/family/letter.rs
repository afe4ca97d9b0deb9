//! The mails about sharing a member of the family, and about one who comes of age. They name nobody and no clinic: an address may have been mistyped, and what is
//! shared is shown on the pages alone.

use super::words;
use crate::mail::{EmailAddress, Letter, Letterhead};
use time::Date;

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

/// That somebody for whom the account books comes of age, and what that means.
pub fn coming_of_age(head: &Letterhead, to: &EmailAddress, of_age: Date, url: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.of_age_subject)
        .paragraph((words.of_age)(of_age))
        .paragraph(words.of_age_booked)
        .button(words.of_age_ask, url)
}

/// Asks somebody who has come of age whether an account may go on booking for them.
pub fn own_word(head: &Letterhead, to: &EmailAddress, url: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_word_subject)
        .paragraph(words.own_word)
        .button(words.own_word_open, url)
        .paragraph(words.lasts)
        .paragraph(words.own_word_not_known)
}

/// That somebody's own word is kept, with the link by which they take it back.
pub fn own_word_kept(head: &Letterhead, to: &EmailAddress, url: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_word_kept_subject)
        .paragraph(words.own_word_kept)
        .paragraph(words.own_word_withdraw)
        .button(words.own_word_withdraw_open, url)
}

/// That somebody for whom the account books has given their own word.
pub fn own_word_given(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_word_given_subject).paragraph(words.own_word_given).button(words.open_family, family)
}

/// That they have not given it.
pub fn own_word_declined(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_word_declined_subject)
        .paragraph(words.own_word_declined)
        .paragraph(words.own_word_booked)
        .button(words.open_family, family)
}

/// That they have taken it back.
pub fn own_word_withdrawn(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_word_withdrawn_subject)
        .paragraph(words.own_word_withdrawn)
        .paragraph(words.own_word_booked)
        .button(words.open_family, family)
}

/// Offers somebody their own record, with the link to the page that says whose it is.
pub fn own_account(head: &Letterhead, to: &EmailAddress, url: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_account_subject)
        .paragraph(words.own_account)
        .button(words.open_invitation, url)
        .paragraph(words.lasts)
        .paragraph(words.without_account)
        .paragraph(words.own_account_not_known)
}

/// That nobody can take a record along by the link that was mailed, because it was tried too often by somebody else.
pub fn own_account_ended(head: &Letterhead, to: &EmailAddress, family: &str) -> Letter {
    let words = &words::of(head.lang).letter;
    head.letter(to, words.own_account_ended_subject)
        .paragraph(words.own_account_ended)
        .button(words.open_family, family)
}
