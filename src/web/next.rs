//! Where to go on after signing in, agreeing or changing the language: a place on this site, whatever the request says.
//!
//! It is said by the query or the form. Where a mail comes in between that may not carry it, the browser keeps it in a cookie, for whoever
//! proves the address that was typed. The store does not: it may hold a token, of which the hash alone is stored.

use super::{Cx, csrf};
use crate::secret::TokenHash;
use crate::ui::with_query;

/// For how many minutes a browser keeps where to go on behind a mail.
pub(super) const MINUTES: i64 = 60;
/// The parameter of an address that says what was done just now.
const DONE: &str = "done";

impl Cx {
    /// Where the visitor wants to go on from here, as the form says or else the query: a path on this site, `/` when neither
    /// says one.
    pub fn next(&self) -> String {
        let (typed, asked) = (self.form().get("next"), self.query("next"));
        safe_next(if typed.is_empty() { &asked } else { typed }).to_owned()
    }

    /// Where the query says to go on, whatever form comes with it.
    pub(super) fn asked_next(&self) -> String {
        safe_next(&self.query("next")).to_owned()
    }

    /// Where to come back to when something else has to be done first: the page that was asked for, or the one of the posted
    /// form, which is [kept](Cx::kept_form); `/` where a form has no page at its path.
    pub fn way_back(&self) -> String {
        if self.page_for.is_some() || !csrf::is_unsafe(&self.request.method) {
            self.here_again()
        } else {
            "/".to_owned()
        }
    }

    /// The address of the page for whoever comes back to it later: what it says was done just now is news no more.
    pub fn here_again(&self) -> String {
        let query = self.request.uri.query().unwrap_or_default();
        if self.query(DONE).is_empty() {
            return self.here();
        }
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != DONE).collect();
        with_query(self.request.uri.path(), pairs.iter().map(|(name, value)| (name.as_ref(), value.as_ref())))
    }

    /// Where somebody wanted to go on in this browser when a mail came in between; `/` when it was somebody else, or nobody. `whose` is
    /// the key of the address to which the mail went.
    pub fn next_kept(&self, whose: &str) -> &str {
        let kept = self.request.next_kept.as_deref().and_then(|kept| kept.split_once('.'));
        kept.filter(|(owner, _)| *owner == owner_of(whose)).map_or("/", |(_, next)| safe_next(next))
    }
}

/// What the browser keeps of where somebody wants to go on, if that can be the value of a cookie as it is (RFC 6265, section 4.1.1).
pub(super) fn kept_as(whose: &str, next: &str) -> Option<String> {
    let fits = next.bytes().all(|b| b.is_ascii_graphic() && !b"\",;\\".contains(&b));
    fits.then(|| format!("{}.{next}", owner_of(whose)))
}

fn owner_of(whose: &str) -> String {
    TokenHash::of_text(&format!("next of {whose}")).in_short()
}

/// The given place when it is a path on this origin, and `/` otherwise.
///
/// Only an absolute path in plain printable ASCII passes: no `//host`, no backslash (browsers read it as a
/// slash), no control character (browsers drop tabs and newlines before reading), no `/.` segment that could
/// fold into `//`.
pub(super) fn safe_next(next: &str) -> &str {
    let path = path_of(next);
    let plain = next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let rooted = next.starts_with('/') && !path.contains("//") && !path.contains("/.");
    if plain && rooted && next.len() <= 512 { next } else { "/" }
}

/// The path of a place on this site.
pub(super) fn path_of(next: &str) -> &str {
    next.split(['?', '#']).next().unwrap_or_default()
}
