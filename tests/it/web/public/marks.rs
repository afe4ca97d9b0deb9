//! What must not be on a public page, in every way in which it could stand there, and the search for all of it at once.
//!
//! The caller says where the marks come from and which pages are searched.

use form_urlencoded::byte_serialize;
use mypage::lang::{self, Lang};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use time::Date;

/// As many bytes as every mark has at least; the search looks them up first.
const START: usize = 4;

/// Everything that is sought, found by its first bytes.
#[derive(Default)]
pub struct Marks {
    by_start: HashMap<[u8; START], BTreeMap<Vec<u8>, &'static str>>,
}

impl Marks {
    /// Seeks a text in every spelling. `kind` says what it is.
    pub fn add(&mut self, kind: &'static str, text: &str) {
        for spelling in spellings(text) {
            let start = spelling.first_chunk().expect("a mark that is long enough to be one");
            self.by_start.entry(*start).or_default().insert(spelling, kind);
        }
    }

    /// Seeks a day of birth as people write it.
    pub fn add_birth_date(&mut self, born: Date) {
        let (year, month, day) = (born.year(), u8::from(born.month()), born.day());
        for sign in ['-', '/', '.'] {
            self.add("birth date", &format!("{year}{sign}{month}{sign}{day}"));
            self.add("birth date", &format!("{year}{sign}{month:02}{sign}{day:02}"));
        }
        self.add("birth date", &format!("{year}{month:02}{day:02}"));
        for lang in [Lang::Ja, Lang::En] {
            self.add("birth date", &lang::calendar_date(lang, born));
            self.add("birth date", &lang::era_date(lang, born));
        }
    }

    /// How many spellings are sought.
    pub fn len(&self) -> usize {
        self.by_start.values().map(BTreeMap::len).sum()
    }

    /// What is found, and of which kind it is.
    pub fn found(&self, bytes: &[u8]) -> BTreeSet<(&'static str, String)> {
        let mut found = BTreeSet::new();
        for (at, start) in bytes.windows(START).enumerate() {
            let Some(marks) = self.by_start.get(start) else { continue };
            let here = marks.iter().filter(|(mark, _)| bytes[at..].starts_with(mark));
            found.extend(here.map(|(mark, kind)| (*kind, String::from_utf8_lossy(mark).into_owned())));
        }
        found
    }
}

/// A text as it is, inside HTML, inside a query and inside a path.
fn spellings(text: &str) -> BTreeSet<Vec<u8>> {
    let escapes = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")];
    let escaped = escapes.iter().fold(text.to_owned(), |text, (sign, escape)| text.replace(*sign, escape));
    let apostrophes = escaped.replace('\'', "&#39;");
    let query: String = byte_serialize(text.as_bytes()).collect();
    let path = query.replace('+', "%20");
    let small = |encoded: &str| {
        let mut after = 0;
        let digits = encoded.chars().map(|sign| {
            after = if sign == '%' { 3 } else { u8::saturating_sub(after, 1) };
            if after > 0 { sign.to_ascii_lowercase() } else { sign }
        });
        digits.collect::<String>()
    };
    let all = [text.to_owned(), escaped, apostrophes, small(&query), small(&path), query, path];
    all.into_iter().map(String::into_bytes).collect()
}
