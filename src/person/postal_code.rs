//! 郵便番号: seven digits in any width, with or without 〒 and hyphens; shown as `123-4567`. Which places it stands for,
//! `postal_places` knows.

use super::problem::PersonProblem;
use super::text::visible_value;
use crate::lang::typed::folded;
use serde::{Deserialize, Serialize};

const TYPED_LIMIT: usize = 20;

/// A postal code, stored as seven digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PostalCode(String);

impl PostalCode {
    /// Reads what was typed; none when the field is empty.
    pub fn parse(raw: &str) -> Result<Option<Self>, PersonProblem> {
        let Some(text) = visible_value(raw, TYPED_LIMIT, PersonProblem::NotPostalCode)? else {
            return Ok(None);
        };
        let text = folded(&text);
        let text = text.strip_prefix('〒').unwrap_or(&text);
        if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ')) {
            return Err(PersonProblem::NotPostalCode);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        match digits.len() {
            7 => Ok(Some(Self(digits))),
            0 => Err(PersonProblem::NotPostalCode),
            got => Err(PersonProblem::PostalCodeLength { got }),
        }
    }

    /// The seven digits.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The usual spelling: `123-4567`.
    pub fn hyphenated(&self) -> String {
        match self.0.split_at_checked(3) {
            Some((area, rest)) => format!("{area}-{rest}"),
            None => self.0.clone(),
        }
    }
}
