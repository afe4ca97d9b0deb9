//! One table of the file: its keys are asked for one by one, and what nobody asked for is unknown.
//!
//! A missing or faulty value becomes a problem and no value; nothing stops at the first. What a value may be is said by
//! whoever asks.

use super::problem::Findings;
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Names nearer than this are taken for a slip of the pen.
const LIKELY: f64 = 0.6;

/// A table of the file.
pub(super) struct Section<'a> {
    findings: &'a Findings<'a>,
    /// The keys that lead here, joined by dots.
    path: String,
    /// Where it begins.
    start: usize,
    table: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Section<'a> {
    /// The whole file.
    pub(super) fn root(findings: &'a Findings<'a>, table: &'a DeTable<'a>) -> Self {
        Self { findings, path: String::new(), start: 0, table, asked: RefCell::default() }
    }

    fn inner(&self, key: &str, start: usize, table: &'a DeTable<'a>) -> Self {
        Self { findings: self.findings, path: self.dotted(key), start, table, asked: RefCell::default() }
    }

    fn dotted(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn find(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    /// The value of a key that may be missing.
    pub(super) fn optional<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'_>) -> Result<T, String>,
    ) -> Option<T> {
        read(self.find(key)?.get_ref()).map_err(|what| self.problem(key, &what)).ok()
    }

    /// The value of a key that has to be there.
    pub(super) fn required<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'_>) -> Result<T, String>,
    ) -> Option<T> {
        if !self.has(key) {
            self.problem(key, "is missing");
        }
        self.optional(key, read)
    }

    /// The table under a key, if the key is there.
    pub(super) fn section(&self, key: &'static str) -> Option<Section<'a>> {
        let value = self.find(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.inner(key, value.span().start, table)),
            _ => {
                self.problem(key, "must be a section or a table, { … = … }");
                None
            }
        }
    }

    /// The tables under a key, at most `most`.
    pub(super) fn sections(&self, key: &'static str, most: usize) -> Vec<Section<'a>> {
        let Some(value) = self.find(key) else { return Vec::new() };
        let DeValue::Array(values) = value.get_ref() else {
            self.problem(key, &format!("must be a list of tables, such as [[{}]]", self.dotted(key)));
            return Vec::new();
        };
        if let Some(surplus) = values.get(most) {
            let what = format!("there are {}; at most {most} are allowed", values.len());
            self.findings.add(surplus.span().start, &self.dotted(key), &what);
        }
        let table = |value: &'a Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::Table(table) => Some(self.inner(key, value.span().start, table)),
            _ => {
                self.findings.add(value.span().start, &self.dotted(key), "must be a table, { … = … }");
                None
            }
        };
        values.iter().take(most).filter_map(table).collect()
    }

    /// Something wrong with a key: at its line, or at that of the section where it is missing.
    pub(super) fn problem(&self, key: &str, what: &str) {
        let start = self.table.get_key_value(key).map_or(self.start, |(name, _)| name.span().start);
        self.findings.add(start, &self.dotted(key), what);
    }

    /// Something wrong with the section as a whole.
    pub(super) fn fault(&self, what: &str) {
        self.findings.add(self.start, &self.path, what);
    }

    /// Everything has been asked for; what is left is unknown.
    pub(super) fn close(self) {
        let asked = self.asked.borrow();
        for (name, _) in self.table.iter().filter(|(name, _)| !asked.contains(&name.get_ref().as_ref())) {
            self.findings.add(name.span().start, &self.dotted(name.get_ref()), &unknown(name.get_ref(), &asked));
        }
    }
}

fn unknown(wrong: &str, known: &[&str]) -> String {
    let likeness = |name: &str| strsim::normalized_damerau_levenshtein(wrong, name);
    match known.iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other))) {
        Some(name) if likeness(name) >= LIKELY => format!("is unknown; did you mean {name}?"),
        _ => "is unknown here".to_owned(),
    }
}
