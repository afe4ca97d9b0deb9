//! Whether Latin text holds a name known in kana: 山田さん writes `yamada` into a password, not ヤマダ.
//!
//! There are several spellings of the same kana (`sato`, `satou`, `Satoh`), so both sides are brought to one rough form
//! that is good for comparing only and never shown.

/// The consonant of a row of the syllabary, and its five kana; a dash where the row has a gap.
const ROWS: [(&str, &str); 15] = [
    ("", "アイウエオ"),
    ("k", "カキクケコ"),
    ("s", "サシスセソ"),
    ("t", "タチツテト"),
    ("n", "ナニヌネノ"),
    ("h", "ハヒフヘホ"),
    ("m", "マミムメモ"),
    ("y", "ヤ-ユ-ヨ"),
    ("r", "ラリルレロ"),
    ("w", "ワ----"),
    ("g", "ガギグゲゴ"),
    ("z", "ザジズゼゾ"),
    ("d", "ダ--デド"),
    ("b", "バビブベボ"),
    ("p", "パピプペポ"),
];

/// Spellings that mean the same sound, in the order in which they are replaced.
const SAME: [(&str, &str); 13] = [
    ("tsu", "tu"),
    ("shi", "si"),
    ("chi", "ti"),
    ("ji", "zi"),
    ("sh", "sy"),
    ("ch", "ty"),
    ("j", "zy"),
    ("f", "h"),
    ("mb", "nb"),
    ("mp", "np"),
    ("ou", "o"),
    ("oh", "o"),
    ("'", ""),
];

/// Whether folded, lower-case text holds the name given in katakana. `least` is in letters of the rough form.
pub(super) fn holds(text: &str, katakana: &str, least: usize) -> bool {
    latin(katakana).map(|name| rough(&name)).is_some_and(|name| name.len() >= least && rough(text).contains(&name))
}

/// The kana in Latin letters; none where there is anything but kana. Long vowel marks and small ッ leave no trace,
/// since the rough form has no doubled letters.
fn latin(katakana: &str) -> Option<String> {
    let mut out = String::new();
    for kana in katakana.chars() {
        match kana {
            'ー' | '・' | 'ッ' => {}
            'ン' => out.push('n'),
            'ヴ' => out.push_str("vu"),
            'ヰ' => out.push('i'),
            'ヱ' => out.push('e'),
            'ヲ' => out.push('o'),
            'ヂ' => out.push_str("zi"),
            'ヅ' => out.push_str("zu"),
            'ャ' | 'ュ' | 'ョ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' => {
                // A small kana takes the place of the vowel before it: キ + ャ is kya, フ + ェ is he.
                out.pop();
                out.push_str(match kana {
                    'ャ' => "ya",
                    'ュ' => "yu",
                    'ョ' => "yo",
                    'ァ' => "a",
                    'ィ' => "i",
                    'ゥ' => "u",
                    'ェ' => "e",
                    _ => "o",
                });
            }
            other => {
                let (consonant, at) = ROWS
                    .iter()
                    .find_map(|(consonant, row)| row.chars().position(|c| c == other).map(|at| (consonant, at)))?;
                out.push_str(consonant);
                out.push(['a', 'i', 'u', 'e', 'o'].get(at).copied()?);
            }
        }
    }
    Some(out)
}

fn rough(latin: &str) -> String {
    let mut text = latin.to_owned();
    for (spelling, same) in SAME {
        text = text.replace(spelling, same);
    }
    let mut last = None;
    text.retain(|c| last.replace(c) != Some(c));
    text
}
