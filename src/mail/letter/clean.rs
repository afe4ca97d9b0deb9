//! Removes from outside text what may not stand in a letter: control characters, and all line ends but `\n`. Encoding for
//! headers and escaping for HTML follow later.

/// The text as a single line: each control character becomes a space, runs of spaces become one, and the ends are trimmed.
pub(in crate::mail) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_control() || c == ' ').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The text with `\n` as its only line end; each other control character becomes a space, and the ends are trimmed.
pub(super) fn lines(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let spaced: String = unified.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}
