//! The names of eras as people write them: in full, by their first character, by their first letter.

use crate::lang::Era;

/// Era names as typed, in lower case. The long ones come before the short ones that they begin with.
const ERAS: [(&str, Era); 20] = [
    ("明治", Era::Meiji),
    ("大正", Era::Taisho),
    ("昭和", Era::Showa),
    ("平成", Era::Heisei),
    ("令和", Era::Reiwa),
    ("meiji", Era::Meiji),
    ("taisho", Era::Taisho),
    ("showa", Era::Showa),
    ("heisei", Era::Heisei),
    ("reiwa", Era::Reiwa),
    ("明", Era::Meiji),
    ("大", Era::Taisho),
    ("昭", Era::Showa),
    ("平", Era::Heisei),
    ("令", Era::Reiwa),
    ("m", Era::Meiji),
    ("t", Era::Taisho),
    ("s", Era::Showa),
    ("h", Era::Heisei),
    ("r", Era::Reiwa),
];

/// The era of a name in lower case.
pub(super) fn of(name: &str) -> Option<Era> {
    ERAS.iter().find(|(known, _)| *known == name).map(|(_, era)| *era)
}

/// The era at the beginning of a text, and the rest. 西暦 may precede a Gregorian year.
pub(super) fn split(text: &str) -> (Option<Era>, &str) {
    for (name, era) in ERAS {
        if let Some(rest) = text.strip_prefix(name) {
            return (Some(era), rest);
        }
    }
    (None, text.strip_prefix("西暦").unwrap_or(text))
}
