//! The form of 退会. Features after this one add inputs of their own to its page.

use super::problem::{AccountProblem, AccountProblems};
use crate::ui::{Form, FormField, Problems};

/// The most characters of somebody's own words.
const LONGEST_REASON: usize = 1000;

/// Why somebody leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawalReason {
    /// They need it no longer.
    NoNeed,
    /// They go to a clinic that does not use it.
    OtherClinic,
    /// It is hard to use.
    Hard,
    /// They have another account.
    OtherAccount,
    /// Something else.
    Other,
}

impl WithdrawalReason {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::NoNeed, Self::OtherClinic, Self::Hard, Self::OtherAccount, Self::Other];

    /// How it is sent and stored.
    pub const fn value(self) -> &'static str {
        match self {
            Self::NoNeed => "no-need",
            Self::OtherClinic => "other-clinic",
            Self::Hard => "hard-to-use",
            Self::OtherAccount => "other-account",
            Self::Other => "other",
        }
    }
}

/// 退会.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithdrawalForm {
    /// Why somebody leaves: the value of a [`WithdrawalReason`].
    pub reason: String,
    /// The same in words of their own; may be empty.
    pub words: String,
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
    /// What they add to it.
    Words,
    /// 現在のパスワード.
    CurrentPassword,
    /// 規約に同意して退会する.
    Agree,
}

impl FormField for WithdrawalField {
    fn name(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Words => "reason_words",
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
            words: get(WithdrawalField::Words),
            current_password: get(WithdrawalField::CurrentPassword),
            agree: get(WithdrawalField::Agree),
        }
    }

    fn typed(&self) -> Vec<(WithdrawalField, &str)> {
        let Self { reason, words, current_password, agree } = self;
        vec![
            (WithdrawalField::Reason, reason),
            (WithdrawalField::Words, words),
            (WithdrawalField::CurrentPassword, current_password),
            (WithdrawalField::Agree, agree),
        ]
    }
}

impl WithdrawalForm {
    /// The reason, with what they add to it. `wrong` is what is wrong with the current password.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self, wrong: Option<AccountProblem>) -> Result<String, AccountProblems<WithdrawalField>> {
        let mut problems = Problems::default();
        let reason = WithdrawalReason::ALL.into_iter().find(|reason| reason.value() == self.reason);
        let reason = problems.sift(WithdrawalField::Reason, reason.ok_or(AccountProblem::ReasonMissing));
        let words = self.words.trim();
        let too_long = words.chars().count() > LONGEST_REASON;
        problems.add(WithdrawalField::Words, too_long.then_some(AccountProblem::ReasonTooLong));
        problems.add(WithdrawalField::CurrentPassword, wrong);
        problems.add(WithdrawalField::Agree, self.agree.is_empty().then_some(AccountProblem::LeavingNotAgreed));
        problems.settle(reason.map(|reason| match words {
            "" => reason.value().to_owned(),
            words => format!("{}: {words}", reason.value()),
        }))
    }
}
