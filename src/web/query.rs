//! The query of an address: names with values, behind the question mark.

use poem::http::Uri;
use std::borrow::Cow;

/// A query, as it was sent; empty when an address has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    pub(super) fn of(uri: &'a Uri) -> Self {
        Self(uri.query().unwrap_or_default())
    }

    /// Whether a name stands in it.
    pub fn has(self, name: &str) -> bool {
        form_urlencoded::parse(self.0.as_bytes()).any(|(key, _)| key == name)
    }

    /// The first value of a name, empty when it is missing.
    pub fn get(self, name: &str) -> Cow<'a, str> {
        form_urlencoded::parse(self.0.as_bytes())
            .find(|(key, _)| key == name)
            .map_or(Cow::Borrowed(""), |(_, value)| value)
    }
}
