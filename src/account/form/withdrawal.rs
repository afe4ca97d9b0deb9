//! The form of 退会. Features after this one add inputs of their own to its page.

use super::problem::{AccountProblem, AccountProblems};
use crate::ui::{Form, FormField, Problems};

/// The longest reason for leaving, in characters.
const LONGEST_REASON: usize = 1000;

/// 退会.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithdrawalForm {
    /// Why somebody leaves; may be empty.
    pub reason: String,
    /// The current password.
    pub current_password: String,
    /// Empty when the box is not ticked.
    pub agree: String,
}

/// The fields of [`WithdrawalForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawalField {
    /// 退会理由.
    Reason,
    /// 現在のパスワード.
    CurrentPassword,
    /// 規約に同意して退会する.
    Agree,
}

impl FormField for WithdrawalField {
    fn name(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::CurrentPassword => "current_password",
            Self::Agree => "agree",
        }
    }
}

impl Form for WithdrawalForm {
    type Field = WithdrawalField;

    fn read(get: impl Fn(WithdrawalField) -> String) -> Self {
        Self {
            reason: get(WithdrawalField::Reason),
            current_password: get(WithdrawalField::CurrentPassword),
            agree: get(WithdrawalField::Agree),
        }
    }

    fn typed(&self) -> Vec<(WithdrawalField, &str)> {
        let Self { reason, current_password, agree } = self;
        vec![
            (WithdrawalField::Reason, reason),
            (WithdrawalField::CurrentPassword, current_password),
            (WithdrawalField::Agree, agree),
        ]
    }
}

impl WithdrawalForm {
    /// The reason. `wrong` is what is wrong with the current password.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self, wrong: Option<AccountProblem>) -> Result<String, AccountProblems<WithdrawalField>> {
        let mut problems = Problems::default();
        let reason = self.reason.trim();
        let too_long = reason.chars().count() > LONGEST_REASON;
        problems.add(WithdrawalField::Reason, too_long.then_some(AccountProblem::ReasonTooLong));
        problems.add(WithdrawalField::CurrentPassword, wrong);
        problems.add(WithdrawalField::Agree, self.agree.is_empty().then_some(AccountProblem::LeavingNotAgreed));
        problems.settle(Some(reason.to_owned()))
    }
}
