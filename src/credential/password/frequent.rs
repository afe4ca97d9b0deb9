//! Whether a password is one of the most common: a search in the sorted list that is built into the program.
//!
//! Where the list comes from is said beside it, in `assets/data/README.md`.

/// One entry a line, in NFKC and lower case, sorted by bytes.
pub(super) const LIST: &str = include_str!("../../../assets/data/common-passwords.txt");

/// Whether the list has this normalised, lower-case password.
pub(super) fn contains(key: &str) -> bool {
    let mut rest = LIST.as_bytes();
    while !rest.is_empty() {
        let (before, entry, after) = middle(rest);
        rest = match key.as_bytes().cmp(entry) {
            std::cmp::Ordering::Less => before,
            std::cmp::Ordering::Greater => after,
            std::cmp::Ordering::Equal => return true,
        };
    }
    false
}

/// The line in the middle of some whole lines, the lines before it and those after it.
fn middle(lines: &[u8]) -> (&[u8], &[u8], &[u8]) {
    let (left, right) = lines.split_at(lines.len() / 2);
    let start = left.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let end = right.iter().position(|byte| *byte == b'\n').map_or(lines.len(), |at| left.len() + at);
    (&lines[..start], &lines[start..end], lines.get(end + 1..).unwrap_or_default())
}
