//! Mails about changes of an account: the link that confirms one, and notices of what was changed.

use super::LetterContext;
use crate::clock::Moment;
use crate::lang;
use crate::mail::{EmailAddress, Letter};

/// The link that confirms a new address, sent to it.
pub fn email_confirmation(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let words = &from.words.change_letter;
    from.letter(to, words.new_address_subject)
        .paragraph(words.asked)
        .button(words.confirm, link)
        .paragraph(words.lasts)
        .paragraph(words.until_then)
        .paragraph(from.words.letter.not_asked)
}

/// That the new address belongs to another account, sent to it.
pub fn email_taken(from: &LetterContext, to: &EmailAddress, sign_in: &str) -> Letter {
    let words = &from.words.change_letter;
    from.letter(to, words.new_address_subject)
        .paragraph(words.taken)
        .button(from.words.letter.sign_in, sign_in)
        .paragraph(from.words.letter.not_asked)
}

/// That the address was changed, sent to the old one.
pub fn email_changed(from: &LetterContext, to: &EmailAddress, now: Moment) -> Letter {
    let words = &from.words.change_letter;
    from.letter(to, words.address_changed_subject)
        .paragraph(words.address_changed)
        .detail(words.when, lang::moment(from.head.lang, now))
        .paragraph(words.contact_us)
}

/// That the password was changed.
pub fn password_changed(from: &LetterContext, to: &EmailAddress, now: Moment) -> Letter {
    let words = &from.words.change_letter;
    from.letter(to, words.password_changed_subject)
        .paragraph(words.password_changed)
        .detail(words.when, lang::moment(from.head.lang, now))
        .paragraph(from.words.letter.warning)
}

/// That the account was deleted.
pub fn withdrawn(from: &LetterContext, to: &EmailAddress, now: Moment) -> Letter {
    let words = &from.words.change_letter;
    from.letter(to, words.withdrawn_subject)
        .paragraph(words.withdrawn)
        .detail(words.when, lang::moment(from.head.lang, now))
        .paragraph(words.withdrawn_stays)
}
