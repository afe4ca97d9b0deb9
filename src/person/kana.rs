//! フリガナ: hiragana, half-width kana and any hyphen become the full-width katakana that is stored.
//!
//! Stored are `ァ` to `ヴ`, the long vowel mark, the middle dot and single spaces.

use super::problem::PersonProblem;
use super::text::{NAME_LIMIT, visible};
use crate::lang::typed::is_hyphen;
use unicode_normalization::UnicodeNormalization;

/// セイ or メイ: required.
pub(super) fn kana_part(raw: &str) -> Result<String, PersonProblem> {
    // Half-width kana need two characters for a voiced sound, hence the wider limit before folding.
    let too_long = PersonProblem::TooLong { limit: NAME_LIMIT };
    let text = visible(raw, 2 * NAME_LIMIT, too_long.clone())?.ok_or(PersonProblem::Missing)?;
    let katakana: String = text.chars().map(combining).nfkc().map(katakana).collect();
    let katakana = katakana.split_whitespace().collect::<Vec<_>>().join(" ");
    if !katakana.chars().all(is_stored) || !katakana.chars().any(is_letter) {
        return Err(PersonProblem::NotKana);
    }
    if katakana.chars().nth(NAME_LIMIT).is_some() {
        return Err(too_long);
    }
    Ok(katakana)
}

/// A spacing voice mark to the combining one, which NFKC then joins to its letter.
const fn combining(c: char) -> char {
    match c {
        '゛' => '\u{3099}',
        '゜' => '\u{309A}',
        other => other,
    }
}

/// Hiragana to katakana, which is 0x60 higher, and any hyphen to the long vowel mark.
fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゔ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        hyphen if is_hyphen(hyphen) => 'ー',
        other => other,
    }
}

const fn is_letter(c: char) -> bool {
    matches!(c, 'ァ'..='ヴ')
}

const fn is_stored(c: char) -> bool {
    is_letter(c) || matches!(c, 'ー' | '・' | ' ')
}
