//! The token of a letter's link, and how another one takes its place wherever it stands.

/// A text in which `new` stands for `old`, which has as many characters, all ASCII. Calendar files fold their lines at any
/// character, so a line end with a space after it may stand within `old`; it stays.
pub(super) fn replaced(text: &str, old: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match with_other_characters(rest, old, new) {
            Some((written, after)) => {
                out.push_str(&written);
                rest = after;
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

/// The beginning of a text with the characters of `new`, and what follows it, if it begins with `old`.
fn with_other_characters<'a>(text: &'a str, old: &str, new: &str) -> Option<(String, &'a str)> {
    const FOLD: &str = "\r\n ";
    let (mut written, mut rest) = (String::new(), text);
    for (wanted, other) in old.chars().zip(new.chars()) {
        if !written.is_empty()
            && let Some(after) = rest.strip_prefix(FOLD)
        {
            written.push_str(FOLD);
            rest = after;
        }
        rest = rest.strip_prefix(wanted)?;
        written.push(other);
    }
    (!written.is_empty()).then_some((written, rest))
}
