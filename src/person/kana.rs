//! フリガナ: hiragana, half-width kana and any hyphen become the full-width katakana that is stored, and iteration marks the
//! kana that they repeat.
//!
//! Stored are `ァ` to `ヴ`, the long vowel mark, the middle dot and single spaces.

use super::problem::PersonProblem;
use super::text::{NAME_LIMIT, visible};
use crate::lang::kana::{katakana, written_out};

/// セイ or メイ; none when the field is empty.
pub(super) fn kana_part(raw: &str) -> Result<Option<String>, PersonProblem> {
    // Half-width kana need two characters for a voiced sound, hence the wider limit before folding.
    let too_long = PersonProblem::TooLong { limit: NAME_LIMIT };
    let Some(text) = visible(raw, 2 * NAME_LIMIT, too_long.clone())? else { return Ok(None) };
    let katakana = written_out(&katakana(&text)).ok_or(PersonProblem::NotKana)?;
    let katakana = katakana.split_whitespace().collect::<Vec<_>>().join(" ");
    if !katakana.chars().all(is_stored) || !katakana.chars().any(is_letter) {
        return Err(PersonProblem::NotKana);
    }
    if katakana.chars().nth(NAME_LIMIT).is_some() {
        return Err(too_long);
    }
    Ok(Some(katakana))
}

const fn is_letter(c: char) -> bool {
    matches!(c, 'ァ'..='ヴ')
}

const fn is_stored(c: char) -> bool {
    is_letter(c) || matches!(c, 'ー' | '・' | ' ')
}
