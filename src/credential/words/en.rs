//! What is said of a new password, in English.

use super::sentences::PasswordWords;
use crate::credential::password::{MOST, PasswordProblem};

pub const WORDS: PasswordWords = PasswordWords { broken };

/// What to do about a password that is refused.
fn broken(problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::Missing => "Enter a password".to_owned(),
        PasswordProblem::TooShort { least, got } => format!(
            "A password has at least {least} characters. You entered {got}. A few words in a row are easy to remember"
        ),
        PasswordProblem::TooLong => format!("A password can have up to {MOST} characters"),
        PasswordProblem::Common => "This password is widely used and quickly guessed. Combine other words".to_owned(),
        PasswordProblem::HoldsAddress => "The password contains your e-mail address. Use other words".to_owned(),
        PasswordProblem::HoldsName => "The password contains your name. Use other words".to_owned(),
    }
}
