//! The rule for a new password, and the one form in which a password is hashed.
//!
//! Length is what counts: there are no composition rules. Refused are the passwords that are tried first, and those
//! that hold the owner's address or name.

mod frequent;
mod romaji;

#[cfg(test)]
mod tests;

use crate::mail::EmailAddress;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The fewest characters of a patient's password.
pub const PATIENT_LEAST: usize = 12;
/// The fewest characters of a staff member's password.
pub const STAFF_LEAST: usize = 13;
/// The most characters of any password.
pub const MOST: usize = 128;

/// In bytes as typed. Nothing longer can come down to 128 characters that anybody would type, and it is not worth
/// the work of normalising it.
const TYPED_LIMIT: usize = 8 * 1024;
/// Shorter local parts of an address and names in Latin letters, such as `ken`, are in too many words.
const LEAST_LETTERS: usize = 4;

/// A password, ready to be hashed. `Debug` never shows it.
///
/// It is kept in Unicode NFKC, so that the same characters match whichever keyboard they were typed on: a phone and a
/// computer may send half-width and full-width or composed and decomposed forms. Nothing is trimmed.
#[derive(Clone)]
pub struct Password(String);

/// What is known of the owner and must not be in the password.
#[derive(Clone, Copy, Debug, Default)]
pub struct Owner<'a> {
    /// The address that signs in.
    pub address: Option<&'a EmailAddress>,
    /// Parts of names and kana, as far as they are known.
    pub names: &'a [&'a str],
}

/// What is wrong with a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// Nothing was typed.
    Missing,
    /// Too few characters.
    TooShort {
        /// The fewest that would do.
        least: usize,
        /// How many there were.
        got: usize,
    },
    /// More than [`MOST`] characters.
    TooLong,
    /// One of those that are tried first.
    Common,
    /// It holds the owner's address or the part before the `@`.
    HoldsAddress,
    /// It holds one of the owner's names.
    HoldsName,
}

impl Password {
    /// Checks a new password of at least `least` characters and reports all that is wrong with it.
    pub fn choose(typed: &str, least: usize, owner: Owner<'_>) -> Result<Self, Vec<PasswordProblem>> {
        if typed.is_empty() {
            return Err(vec![PasswordProblem::Missing]);
        }
        let password = Self::given(typed).ok_or_else(|| vec![PasswordProblem::TooLong])?;
        // A few single characters normalise to many; they still count as what was typed.
        let got = password.0.chars().count().min(typed.chars().count());
        let key = folded(&password.0);
        let problems: Vec<PasswordProblem> = [
            (got < least, PasswordProblem::TooShort { least, got }),
            (frequent::contains(&key), PasswordProblem::Common),
            (owner.address.is_some_and(|address| holds_address(&key, address)), PasswordProblem::HoldsAddress),
            (owner.names.iter().any(|name| holds_name(&key, name)), PasswordProblem::HoldsName),
        ]
        .into_iter()
        .filter_map(|(wrong, problem)| wrong.then_some(problem))
        .collect();
        if problems.is_empty() { Ok(password) } else { Err(problems) }
    }

    /// A password typed to be compared with a stored hash. None where it is too long to be anybody's.
    pub fn given(typed: &str) -> Option<Self> {
        if typed.len() > TYPED_LIMIT {
            return None;
        }
        let normal: String = typed.nfkc().collect();
        (normal.chars().count() <= MOST).then_some(Self(normal))
    }

    /// What is hashed.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

fn holds_address(key: &str, address: &EmailAddress) -> bool {
    let local = address.local().to_ascii_lowercase();
    local.len() >= LEAST_LETTERS && key.contains(&local) || key.contains(&address.key())
}

/// Kanji say much in two characters, kana in three, letters in four; shorter names are in too many other words.
/// Kana are also looked for in Latin letters.
fn holds_name(key: &str, name: &str) -> bool {
    let name: String = folded(&name.nfkc().collect::<String>()).split_whitespace().collect();
    let least = match name.chars().next() {
        Some('ァ'..='ヿ') => 3,
        Some(c) if c < '\u{2E80}' => LEAST_LETTERS,
        _ => 2,
    };
    name.chars().count() >= least && key.contains(&name) || romaji::holds(key, &name, LEAST_LETTERS)
}

/// Lower case, and hiragana as katakana: what is compared with the list and with names.
fn folded(text: &str) -> String {
    let katakana = |c: char| match c {
        'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(katakana).collect()
}
