//! Kana in one form: full-width katakana, with iteration marks written out. Names are stored and searched in it.

use super::typed::is_hyphen;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_canonical};

/// The mark that voices the kana before it.
const VOICING: char = '\u{3099}';

/// Hiragana, half-width and small phonetic kana to full-width katakana; any hyphen to the long vowel mark, any dot or
/// double hyphen between parts of a name to the middle dot. The small `ヵ` and `ヶ` of place names become large, and `ヷ`
/// to `ヺ`, which no card prints, two letters. Other characters are only brought to NFKC.
pub fn katakana(text: &str) -> String {
    let mut folded = String::new();
    for c in text.chars().map(spacing).nfkc() {
        match c {
            'ゕ' | 'ヵ' => folded.push('カ'),
            'ゖ' | 'ヶ' => folded.push('ケ'),
            // Hiragana and their iteration marks are 0x60 below katakana.
            'ぁ'..='ゔ' | 'ゝ' | 'ゞ' => folded.push(char::from_u32(c as u32 + 0x60).unwrap_or(c)),
            'ヷ' => folded.push_str("ヴァ"),
            'ヸ' => folded.push_str("ヴィ"),
            'ヹ' => folded.push_str("ヴェ"),
            'ヺ' => folded.push_str("ヴォ"),
            '=' | '゠' | '·' | '•' | '‧' => folded.push('・'),
            hyphen if is_hyphen(hyphen) => folded.push('ー'),
            other => folded.push(other),
        }
    }
    folded
}

/// A spacing voice mark to the combining one, which NFKC then joins to its letter, and a small phonetic kana to its letter.
const fn spacing(c: char) -> char {
    match c {
        '゛' => VOICING,
        '゜' => '\u{309A}',
        'ㇰ' => 'ク',
        'ㇱ' => 'シ',
        'ㇲ' => 'ス',
        'ㇳ' => 'ト',
        'ㇴ' => 'ヌ',
        'ㇵ' => 'ハ',
        'ㇶ' => 'ヒ',
        'ㇷ' => 'フ',
        'ㇸ' => 'ヘ',
        'ㇹ' => 'ホ',
        'ㇺ' => 'ム',
        'ㇻ' => 'ラ',
        'ㇼ' => 'リ',
        'ㇽ' => 'ル',
        'ㇾ' => 'レ',
        'ㇿ' => 'ロ',
        other => other,
    }
}

/// Katakana with `ヽ` and `ヾ` replaced by the kana that they repeat: `ミスヾ` is `ミスズ`, `サヽキ` is `ササキ`. `ヽ` repeats it
/// without voicing, also after a voiced one.
///
/// None when a mark has nothing to repeat.
pub fn written_out(katakana: &str) -> Option<String> {
    let mut written = String::new();
    for c in katakana.chars() {
        written.push(match c {
            'ヽ' => plain(written.chars().next_back()?)?,
            'ヾ' => compose(plain(written.chars().next_back()?)?, VOICING)?,
            other => other,
        });
    }
    Some(written)
}

/// A kana without its voice mark. None for what does not sound alone: small kana, the long vowel mark, other characters.
fn plain(kana: char) -> Option<char> {
    let small = matches!(kana, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ');
    if small || !matches!(kana, 'ァ'..='ヴ') {
        return None;
    }
    let mut first = None;
    decompose_canonical(kana, |part| {
        first.get_or_insert(part);
    });
    first
}
