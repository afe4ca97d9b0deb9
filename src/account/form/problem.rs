//! What can be wrong with a field of the account's forms. `words` has the sentence for each.

use crate::credential::password::PasswordProblem;
use crate::mail::address::AddressProblem;
use crate::ui::Problems;

/// All problems of a form of the account.
pub type AccountProblems<F> = Problems<F, AccountProblem>;

/// What is wrong with a field of the account's forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountProblem {
    /// It is no mail address.
    Address(AddressProblem),
    /// It is the account's address already.
    AddressIsCurrent,
    /// No password to sign in with.
    PasswordMissing,
    /// No account has this address and this password.
    SignInWrong,
    /// The right password was given too often.
    TooManySignIns,
    /// The operator has closed the account.
    Disabled,
    /// The current password was not typed.
    CurrentPasswordMissing,
    /// It is not the current password.
    CurrentPasswordWrong,
    /// The new password breaks a rule.
    NewPassword(PasswordProblem),
    /// The new password is the current one.
    PasswordIsCurrent,
    /// No reason for leaving was chosen.
    ReasonMissing,
    /// The words about it are too long.
    ReasonTooLong,
    /// The documents were not agreed to.
    NotAgreed,
    /// The terms of leaving were not agreed to.
    LeavingNotAgreed,
}

impl From<AddressProblem> for AccountProblem {
    fn from(problem: AddressProblem) -> Self {
        Self::Address(problem)
    }
}
