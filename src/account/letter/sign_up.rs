//! Mails that answer somebody who is not signed in: they go to any address that is typed, so that the page can say
//! the same whether there is an account or not, and the mail says what is the case.

use super::LetterContext;
use crate::mail::{EmailAddress, Letter};

/// The link that goes on with a sign-up.
pub fn sign_up(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let words = &from.words.sign_up_letter;
    from.letter(to, words.address_subject)
        .paragraph(words.thanks)
        .button(words.go_on, link)
        .paragraph(words.sign_up_lasts)
        .paragraph(from.words.letter.not_asked)
}

/// That the address has an account already, to somebody who tried to sign up with it.
pub fn already_registered(from: &LetterContext, to: &EmailAddress, sign_in: &str) -> Letter {
    let words = &from.words.sign_up_letter;
    from.letter(to, words.address_subject)
        .paragraph(words.registered)
        .button(from.words.letter.sign_in, sign_in)
        .paragraph(words.forgotten)
        .paragraph(from.words.letter.not_asked)
}

/// The link that sets a new password.
pub fn reset(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let words = &from.words.sign_up_letter;
    from.letter(to, words.password_subject)
        .paragraph(words.reset)
        .button(words.reset_button, link)
        .paragraph(words.reset_lasts)
        .paragraph(from.words.letter.not_asked)
}

/// That there is no account, to somebody who asked for a new password; the link signs up.
pub fn nobody_here(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let words = &from.words.sign_up_letter;
    from.letter(to, words.password_subject)
        .paragraph(words.nobody)
        .button(words.sign_up, link)
        .paragraph(from.words.letter.not_asked)
}

/// That the operator has closed the account, to somebody who asked for a new password.
pub fn disabled(from: &LetterContext, to: &EmailAddress) -> Letter {
    let words = &from.words.sign_up_letter;
    from.letter(to, words.password_subject).paragraph(words.disabled).paragraph(from.words.letter.not_asked)
}
