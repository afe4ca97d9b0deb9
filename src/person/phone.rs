//! 電話番号: Japanese numbers in any width and with any separators; stored as digits, shown with the right hyphens.
//!
//! The number of digits is checked, not whether the number is in use. Foreign numbers are refused, because the clinic
//! has to be able to call back.

use super::area_code;
use super::problem::PersonProblem;
use super::text::visible_value;
use crate::lang::typed::folded;
use serde::{Deserialize, Serialize};

const TYPED_LIMIT: usize = 40;
/// Prefixes of numbers with eleven digits: mobile and IP phones. Toll-free 0800 is among them through 080.
const ELEVEN_DIGITS: [&str; 5] = ["050", "060", "070", "080", "090"];
/// Services written 4-3-3: toll-free, shared-cost and premium-rate numbers.
const SERVICES: [&str; 3] = ["0120", "0570", "0990"];

/// A phone number in Japan, stored as its national digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Reads what was typed. `+81` replaces the leading zero, which may follow it all the same.
    pub fn parse(raw: &str) -> Result<Self, PersonProblem> {
        let text = visible_value(raw, TYPED_LIMIT, PersonProblem::NotPhone)?.ok_or(PersonProblem::Missing)?;
        let text = folded(&text);
        let (abroad, text) = match text.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '.' | '/')) {
            return Err(PersonProblem::NotPhone);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            return Err(PersonProblem::NotPhone);
        }
        let digits = if abroad {
            let national = digits.strip_prefix("81").ok_or(PersonProblem::ForeignPhone)?;
            format!("0{}", national.strip_prefix('0').unwrap_or(national))
        } else {
            digits
        };
        Self::of_digits(digits)
    }

    fn of_digits(digits: String) -> Result<Self, PersonProblem> {
        if digits.starts_with("00") {
            return Err(PersonProblem::ForeignPhone);
        }
        if !digits.starts_with('0') {
            return Err(PersonProblem::PhoneWithoutZero);
        }
        let expected = if ELEVEN_DIGITS.iter().any(|prefix| digits.starts_with(prefix)) { 11 } else { 10 };
        match digits.len() {
            got if got == expected => Ok(Self(digits)),
            got => Err(PersonProblem::PhoneLength { expected, got }),
        }
    }

    /// The national digits, beginning with 0.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The last four digits, which a visitor gives to prove that they know the number.
    pub fn last_four(&self) -> &str {
        self.0.len().checked_sub(4).and_then(|at| self.0.get(at..)).unwrap_or(&self.0)
    }

    /// The usual spelling: `090-1234-5678`, `03-1234-5678`, `0120-123-456`.
    pub fn hyphenated(&self) -> String {
        let starts_with = |prefix: &&str| self.0.starts_with(*prefix);
        let (first, middle) = if starts_with(&"0800") || SERVICES.iter().any(starts_with) {
            (4, 3)
        } else if ELEVEN_DIGITS.iter().any(starts_with) {
            (3, 4)
        } else {
            let area = area_code::length(&self.0);
            (area, 6 - area)
        };
        let parts = (self.0.get(..first), self.0.get(first..first + middle), self.0.get(first + middle..));
        match parts {
            (Some(area), Some(exchange), Some(rest)) => format!("{area}-{exchange}-{rest}"),
            _ => self.0.clone(),
        }
    }
}
