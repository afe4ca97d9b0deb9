//! What people type: the residue of pasting is dropped, what could deceive a reader is refused, widths are folded.
//!
//! Every form field starts with [`clean`], so that the rules after it see short text without hidden characters.
//! Which characters a field takes beyond that, and what to say about it, is the field's business.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// In bytes. Residue and surrounding spaces do not count towards a field's limit, but there is an end to them, too.
const PASTE_LIMIT: usize = 64 * 1024;

/// Why a text is refused whatever its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has more characters than the field holds.
    TooLong,
    /// It holds a control character, a reversal of the writing direction, or one that arrived broken.
    Forbidden,
}

/// The text without residue of pasting and without surrounding spaces, otherwise byte for byte as typed.
///
/// `limit` is in characters and holds for what remains; a text beyond any field is refused unread.
pub fn clean(raw: &str, limit: usize) -> Result<String, Fault> {
    if raw.len() > PASTE_LIMIT {
        return Err(Fault::TooLong);
    }
    let kept: String = raw.chars().filter(|c| !is_residue(*c)).collect();
    let text = kept.trim_matches(|c: char| c.is_whitespace() || is_joiner(c));
    // The length comes first: a long paste is told so, whatever else it holds.
    if text.chars().nth(limit).is_some() {
        return Err(Fault::TooLong);
    }
    if text.chars().any(is_forbidden) {
        return Err(Fault::Forbidden);
    }
    Ok(text.to_owned())
}

/// Full-width letters and digits to half-width, half-width kana to full-width (Unicode NFKC), every kind of hyphen
/// to `-`, joiners and variation selectors left out. The long vowel mark `ー` counts as a hyphen here.
pub fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|c| !is_joiner(*c) && !is_variation_selector(*c))
        .map(|c| if is_hyphen(c) { '-' } else { c })
        .collect()
}

/// Whether a character is one of the many that look like a hyphen, the long vowel mark included.
pub const fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2501}'
                | '\u{02D7}'
                | '\u{30FC}'
                | '\u{FE58}'
                | '\u{FE63}'
                | '\u{FF0D}'
                | '\u{FF70}'
    )
}

/// Whether a text shows anything at all: one made of marks, joiners and selectors alone does not.
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !is_joiner(c) && !is_variation_selector(c) && !is_combining_mark(c))
}

/// Invisible characters that come along with pasted text and mean nothing in a form. Tag letters are among them:
/// they can carry hidden text.
const fn is_residue(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{200E}'
            | '\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// The joiners hold together emoji and letters of some scripts; at the edge of a text they are residue.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

const fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{180F}')
}

/// Control characters, line and paragraph separators, bidirectional embeddings, overrides and isolates,
/// the replacement character and non-characters.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFD}'
                | '\u{FDD0}'..='\u{FDEF}'
        )
        || (c as u32) & 0xFFFE == 0xFFFE
}
