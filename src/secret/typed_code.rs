//! Codes that people read from a screen or from paper and type: Crockford's base 32, in lower case, in which no letter looks
//! like a digit.

use super::random_bytes;
use crate::lang::typed::is_hyphen;
use unicode_normalization::UnicodeNormalization;

/// Its characters: five bits each.
pub const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many characters stand together where a code is shown.
const GROUP: usize = 4;

/// A new random code of so many characters.
pub fn mint<const CHARACTERS: usize>() -> String {
    random_bytes::<CHARACTERS>().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// The code as it is shown: in groups of four, with `between` them.
pub fn grouped(code: &str, between: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = characters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join(between)
}

/// The code that was meant: in any case and width, with spaces or hyphens anywhere, and with letters in the place of the digits
/// that they look like.
pub fn normal(typed: &str) -> String {
    let plain = typed.nfkc().filter(|c| !c.is_whitespace() && !is_hyphen(*c));
    plain.flat_map(char::to_lowercase).map(meant).collect()
}

/// The character that was meant by one that was typed, in lower case.
pub const fn meant(typed: char) -> char {
    match typed.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    }
}
