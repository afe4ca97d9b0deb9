//! One table of a file, whose keys are asked for one by one.
//!
//! A missing or faulty value becomes a problem and no value; nothing stops at the first.

use super::find::{Findings, dotted};
use super::value::{Read, Value};
use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

/// A table of a file.
pub struct Section<'a> {
    findings: &'a Findings<'a>,
    /// The keys that lead here, joined by dots.
    path: String,
    /// The byte at which it begins.
    start: usize,
    table: Option<&'a DeTable<'a>>,
}

impl<'a> Section<'a> {
    /// The whole file.
    pub(super) fn root(findings: &'a Findings<'a>, table: &'a DeTable<'a>) -> Self {
        Self { findings, path: String::new(), start: 0, table: Some(table) }
    }

    fn inner(&self, key: &str, start: usize, table: &'a DeTable<'a>) -> Self {
        Self { findings: self.findings, path: dotted(&self.path, key), start, table: Some(table) }
    }

    fn find(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.findings.ask(dotted(&self.path, key));
        self.table?.get(key)
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The line of a key, from 1; that of the section when the key is missing.
    pub fn line(&self, key: &str) -> usize {
        self.findings.line(self.offset(key))
    }

    fn offset(&self, key: &str) -> usize {
        let there = self.table.and_then(|table| table.get_key_value(key));
        there.map_or(self.start, |(name, _)| name.span().start)
    }

    /// The value of a key that may be missing. There is none in a line that is not TOML, which has been told.
    pub fn optional<T>(&self, key: &str, read: impl FnOnce(&Value<'_>) -> Read<T>) -> Option<T> {
        let value = self.find(key).filter(|_| !self.findings.is_broken(self.offset(key)))?;
        read(value.get_ref()).map_err(|what| self.problem(key, &what)).ok()
    }

    /// The value of a key that has to be there.
    pub fn required<T>(&self, key: &str, read: impl FnOnce(&Value<'_>) -> Read<T>) -> Option<T> {
        if !self.has(key) {
            self.problem(key, "is missing");
        }
        self.optional(key, read)
    }

    /// The table under a key, if the key is there.
    pub fn section(&self, key: &str) -> Option<Section<'a>> {
        let (name, value) = (dotted(&self.path, key), self.find(key)?);
        let DeValue::Table(table) = value.get_ref() else {
            self.problem(key, &format!("must be a table: [{name}] above its keys, or {key} = {{ … }}"));
            return None;
        };
        self.findings.enter(name);
        Some(self.inner(key, value.span().start, table))
    }

    /// The table under a key, without any key in it when it is missing or faulty. What is asked for there is known
    /// then, and suggested when it stands in another place.
    pub fn section_or_empty(&self, key: &str) -> Section<'a> {
        let empty = Section { findings: self.findings, path: dotted(&self.path, key), start: 0, table: None };
        self.section(key).unwrap_or(empty)
    }

    /// The tables under a key, at most `most`.
    pub fn sections(&self, key: &str, most: usize) -> Vec<Section<'a>> {
        let name = dotted(&self.path, key);
        let Some(value) = self.find(key) else { return Vec::new() };
        let DeValue::Array(values) = value.get_ref() else {
            self.problem(key, &format!("must be a list of tables, such as [[{name}]]"));
            return Vec::new();
        };
        self.findings.enter(name.clone());
        if let Some(surplus) = values.get(most) {
            let what = format!("there are {}; at most {most} are allowed", values.len());
            self.findings.add(surplus.span().start, &name, &what);
        }
        let table = |value: &'a Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::Table(table) => Some(self.inner(key, value.span().start, table)),
            _ => {
                self.findings.add(value.span().start, &name, "must be a table, { … = … }");
                None
            }
        };
        values.iter().take(most).filter_map(table).collect()
    }

    /// Something wrong with a key: at its line, or at that of the section where it is missing.
    pub fn problem(&self, key: &str, what: &str) {
        self.findings.add(self.offset(key), &dotted(&self.path, key), what);
    }

    /// Something wrong with the section as a whole.
    pub fn fault(&self, what: &str) {
        self.findings.add(self.start, &self.path, what);
    }
}
