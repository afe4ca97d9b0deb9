//! The fields of a posted form, as they came: text, in order, lenient about everything but their number.
//!
//! A text of megabytes is cut here, far above the limit of any rule: the rule still refuses it, and the page that says so
//! stays a page.

/// The most fields of a form; ours have about a dozen.
const MOST_FIELDS: usize = 64;
/// The most bytes that are kept of a value. Every rule refuses less than this, and a dozen of them fit a stored row.
const LONGEST: usize = 4 * 1024;

/// The names of the fields for codes that prove who somebody is.
const PROOFS: [&str; 2] = ["code", "digits"];

/// The fields of an `application/x-www-form-urlencoded` body (WHATWG URL, section 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormData(Vec<(String, String)>);

impl FormData {
    /// Reads a body; `None` when it has more fields than any form of ours. Bytes that are not UTF-8 become U+FFFD.
    pub fn parse(body: &[u8]) -> Option<Self> {
        let mut fields = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            if fields.len() == MOST_FIELDS {
                return None;
            }
            fields.push((cut(&name), cut(&value)));
        }
        Some(Self(fields))
    }

    /// The first value of a field, or the empty text when it is missing.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// What somebody typed or chose: all fields but `others` and secrets, which are typed anew: passwords, whose names end with
    /// that word, and the codes by which somebody proves who they are.
    pub(super) fn typed(&self, others: &[&str]) -> Vec<(String, String)> {
        let secret = |name: &str| name.ends_with("password") || PROOFS.contains(&name);
        self.0.iter().filter(|(name, _)| !secret(name) && !others.contains(&name.as_str())).cloned().collect()
    }

    /// Whether a box was checked or a button with this name pressed.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }
}

fn cut(text: &str) -> String {
    text[..text.floor_char_boundary(LONGEST)].to_owned()
}
