//! The box by which somebody agrees to the documents.

use super::problem::{AccountProblem, AccountProblems};
use crate::ui::{Form, FormField, Problems};

/// The box by which somebody agrees to the documents: at the end of a sign-up, and when the documents have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementForm {
    /// Empty when the box is not ticked.
    pub agree: String,
}

/// The field of [`AgreementForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementField {
    /// 同意する.
    Agree,
}

impl FormField for AgreementField {
    fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
        }
    }
}

impl Form for AgreementForm {
    type Field = AgreementField;

    fn read(get: impl Fn(AgreementField) -> String) -> Self {
        Self { agree: get(AgreementField::Agree) }
    }

    fn typed(&self) -> Vec<(AgreementField, &str)> {
        let Self { agree } = self;
        vec![(AgreementField::Agree, agree)]
    }
}

impl AgreementForm {
    /// Whether it was agreed to.
    ///
    /// # Errors
    /// It was not.
    pub fn check(&self) -> Result<(), AccountProblems<AgreementField>> {
        match self.agree.is_empty() {
            true => Err(Problems::one(AgreementField::Agree, AccountProblem::NotAgreed)),
            false => Ok(()),
        }
    }
}
