//! What to do about a problem of a form of the account.

use super::{
    AGREE_MISSING, DISABLED, EMAIL_SAME, PASSWORD_MISSING, PASSWORD_NOW_MISSING, PASSWORD_NOW_WRONG, PASSWORD_SAME,
    SIGN_IN_WRONG, WITHDRAWAL_REASON_LONG, WITHDRAWAL_TERMS_MISSING,
};
use crate::account::form::AccountProblem;
use crate::account::password;
use crate::lang::Lang;
use crate::mail::address;

/// The sentence beside the field.
pub fn sentence(lang: Lang, problem: AccountProblem) -> String {
    let words = match problem {
        AccountProblem::Address(problem) => return address::sentence(lang, problem).to_owned(),
        AccountProblem::NewPassword(problem) => return password::sentence(lang, problem),
        AccountProblem::AddressIsCurrent => EMAIL_SAME,
        AccountProblem::PasswordMissing => PASSWORD_MISSING,
        AccountProblem::SignInWrong => SIGN_IN_WRONG,
        AccountProblem::Disabled => DISABLED,
        AccountProblem::CurrentPasswordMissing => PASSWORD_NOW_MISSING,
        AccountProblem::CurrentPasswordWrong => PASSWORD_NOW_WRONG,
        AccountProblem::PasswordIsCurrent => PASSWORD_SAME,
        AccountProblem::ReasonTooLong => WITHDRAWAL_REASON_LONG,
        AccountProblem::NotAgreed => AGREE_MISSING,
        AccountProblem::LeavingNotAgreed => WITHDRAWAL_TERMS_MISSING,
    };
    lang.of(words).to_owned()
}
