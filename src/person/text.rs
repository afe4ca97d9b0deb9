//! What every text input has in common before its own rule: names and parts of an address are kept as typed, and each
//! text has a limit.
//!
//! Text is not normalised, so that variant kanji and selectors survive. Only surrounding spaces and invisible
//! characters left by pasting are removed.

use super::problem::PersonProblem;
use crate::lang::typed::{Fault, clean, is_visible, unmarked};

/// The most characters in one part of a name. Passports and residence cards print longer names than registers do.
pub(super) const NAME_LIMIT: usize = 60;
/// The most characters in one part of an address.
const ADDRESS_LIMIT: usize = 100;

/// 姓 or 名.
pub(super) fn name_part(raw: &str) -> Result<Option<String>, PersonProblem> {
    visible(raw, NAME_LIMIT, PersonProblem::TooLong { limit: NAME_LIMIT })
}

/// 市区町村, 町域・番地 or 建物名: may be left empty.
pub(super) fn address_part(raw: &str) -> Result<Option<String>, PersonProblem> {
    visible(raw, ADDRESS_LIMIT, PersonProblem::TooLong { limit: ADDRESS_LIMIT })
}

/// As [`visible`], for a number, a date or a choice: directional marks and tabs inside it mean nothing either.
pub(super) fn visible_value(raw: &str, limit: usize, too_long: PersonProblem) -> Result<Option<String>, PersonProblem> {
    visible(&unmarked(raw), limit, too_long)
}

/// The cleaned text of at most `limit` characters, or none when nothing visible was typed. `too_long` is the problem to
/// report for a longer text: for a phone number of 50 characters, that it is not a phone number.
pub(super) fn visible(raw: &str, limit: usize, too_long: PersonProblem) -> Result<Option<String>, PersonProblem> {
    match clean(raw, limit) {
        Ok(text) => Ok(is_visible(&text).then_some(text)),
        Err(Fault::TooLong) => Err(too_long),
        Err(Fault::Forbidden) => Err(PersonProblem::Forbidden),
    }
}
