//! Typed text: invisible characters left by pasting are removed, deceptive characters are refused, widths are folded.
//!
//! Every form field starts with [`clean`], so that its own rule sees short text without hidden characters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// In bytes, whatever the field. Characters that [`clean`] removes do not count towards the limit of the field, so they
/// need a limit of their own.
const PASTE_LIMIT: usize = 64 * 1024;

/// Why a text is refused in any field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has more characters than the field can hold.
    TooLong,
    /// It contains a control character, one that reverses the writing direction, or one that arrived broken.
    Forbidden,
}

/// The text without surrounding spaces and directional marks and without invisible characters left by pasting, otherwise
/// byte for byte as typed.
///
/// Phone books put directional marks around a number. Inside a text they change what a reader sees, and are a fault.
///
/// `limit` counts the remaining characters. A text far beyond any limit is refused unread.
pub fn clean(raw: &str, limit: usize) -> Result<String, Fault> {
    if raw.len() > PASTE_LIMIT {
        return Err(Fault::TooLong);
    }
    let kept: String = raw.chars().filter(|c| !is_residue(*c)).collect();
    let text = kept.trim_matches(|c: char| c.is_whitespace() || is_joiner(c) || is_directional(c));
    // The length comes first: a long paste is reported as too long, whatever else is wrong with it.
    if text.chars().nth(limit).is_some() {
        return Err(Fault::TooLong);
    }
    if text.chars().any(is_forbidden) {
        return Err(Fault::Forbidden);
    }
    Ok(text.to_owned())
}

/// A value that is no name, such as a number or a date, with directional marks left out wherever they are and a space for
/// each tab: a card of a phone book or cells of a table may have been pasted piece by piece. [`clean`] has the rest.
pub fn unmarked(raw: &str) -> String {
    raw.chars().filter(|c| !is_directional(*c)).map(|c| if c == '\t' { ' ' } else { c }).collect()
}

/// Full-width letters and digits to half-width, half-width kana to full-width (Unicode NFKC), every kind of hyphen
/// to `-`, joiners and variation selectors left out. The long vowel mark `ー` counts as a hyphen here.
pub fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|c| !is_joiner(*c) && !is_variation_selector(*c))
        .map(|c| if is_hyphen(c) { '-' } else { c })
        .collect()
}

/// Whether a character looks like a hyphen; the long vowel mark counts.
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

/// Whether a text is visible; marks, joiners and selectors alone are not.
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !is_joiner(c) && !is_variation_selector(c) && !is_combining_mark(c))
}

/// Invisible characters that come with pasted text and mean nothing in a form. Tag letters are among them, because they
/// can carry hidden text.
const fn is_residue(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{200E}'
            | '\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Joiners connect emoji, and letters of some scripts. At the edge of a text they mean nothing.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Bidirectional embeddings, overrides and isolates, and the mark that ends them.
const fn is_directional(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

const fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{180F}')
}

/// Control characters, line and paragraph separators, directional marks, the replacement character and non-characters.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || is_directional(c)
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFD}' | '\u{FDD0}'..='\u{FDEF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}
