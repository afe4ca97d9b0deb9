//! What is said of a new password, one field a sentence.

use crate::credential::password::PasswordProblem;

/// What is said of a new password.
pub struct PasswordWords {
    /// What to do about one that breaks a rule.
    pub broken: fn(PasswordProblem) -> String,
}
