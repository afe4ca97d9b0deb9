//! The problems found so far in a file, and the keys that were asked for: the others are unknown.

use super::problem::FileProblem;
use ::toml::de::{DeTable, DeValue};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// More than anybody reads. The problems after these are not listed.
const MOST: usize = 500;
/// How like each other two keys of the same section are when one is a slip of the pen for the other; 1 is the same.
const SLIP: f64 = 0.6;
/// The same for a key that stands in the wrong section.
const MISPLACED: f64 = 0.8;

/// What a key was asked for as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Value,
    /// Its own keys are asked for in turn.
    Section,
}

/// What is known about a file while it is read.
pub(super) struct Findings<'a> {
    content: &'a str,
    table: &'a DeTable<'a>,
    problems: RefCell<Vec<FileProblem>>,
    /// Lines that are not TOML: what was made of them is not looked at any more.
    broken: RefCell<BTreeSet<usize>>,
    /// By the key after its sections. The tables of a list share theirs.
    asked: RefCell<BTreeMap<String, Asked>>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(content: &'a str, table: &'a DeTable<'a>) -> Self {
        Self { content, table, problems: RefCell::default(), broken: RefCell::default(), asked: RefCell::default() }
    }

    /// Notes that a key is known.
    pub(super) fn ask(&self, key: String) {
        self.asked.borrow_mut().entry(key).or_insert(Asked::Value);
    }

    /// Notes that a key is the name of a section.
    pub(super) fn enter(&self, key: String) {
        self.asked.borrow_mut().insert(key, Asked::Section);
    }

    /// A line that is not TOML. `offset` counts bytes.
    pub(super) fn syntax(&self, offset: usize, what: &str) {
        if !self.is_full() {
            let line = self.line(offset);
            self.broken.borrow_mut().insert(line);
            self.problems.borrow_mut().push(FileProblem::new(line, "", what));
        }
    }

    /// A problem of a key that stands there.
    pub(super) fn add(&self, offset: usize, key: &str, what: &str) {
        if self.is_full() {
            return;
        }
        if !self.is_broken(offset) {
            self.problems.borrow_mut().push(FileProblem::new(self.line(offset), key, what));
        }
    }

    /// Whether a byte stands in a line that is not TOML.
    pub(super) fn is_broken(&self, offset: usize) -> bool {
        let broken = self.broken.borrow();
        !broken.is_empty() && broken.contains(&self.line(offset))
    }

    fn is_full(&self) -> bool {
        self.problems.borrow().len() >= MOST
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        1 + self.content.bytes().take(offset).filter(|byte| *byte == b'\n').count()
    }

    /// All problems in the order of the lines, each once; among them the keys that were never asked for.
    pub(super) fn problems(&self) -> Vec<FileProblem> {
        self.unknown("", self.table);
        let mut problems = self.problems.take();
        problems.sort();
        problems.dedup();
        problems
    }

    fn unknown(&self, section: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            if self.is_full() {
                return;
            }
            let key = dotted(section, name.get_ref());
            let asked = self.asked.borrow().get(&key).copied();
            match (asked, value.get_ref()) {
                (None, _) => self.add(name.span().start, &key, &self.meant(&key)),
                (Some(Asked::Section), DeValue::Table(inner)) => self.unknown(&key, inner),
                (Some(Asked::Section), DeValue::Array(list)) => {
                    list.iter().filter_map(|one| one.get_ref().as_table()).for_each(|one| self.unknown(&key, one));
                }
                (Some(_), _) => {}
            }
        }
    }

    /// That a key is unknown, and which one was probably meant.
    fn meant(&self, wrong: &str) -> String {
        let (section, name) = split(wrong);
        let asked = self.asked.borrow();
        let like = |known: &&String| strsim::normalized_damerau_levenshtein(name, split(known).1);
        let nearest = |here: bool, least: f64| {
            let candidates = asked.keys().filter(|known| (split(known).0 == section) == here);
            candidates.max_by(|one, other| like(one).total_cmp(&like(other))).filter(|known| like(known) >= least)
        };
        match nearest(true, SLIP).or_else(|| nearest(false, MISPLACED)) {
            Some(known) => format!("unknown key; did you mean \"{known}\"?"),
            None => "unknown key".to_owned(),
        }
    }
}

/// A key after its section.
pub(super) fn dotted(section: &str, key: &str) -> String {
    if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") }
}

fn split(key: &str) -> (&str, &str) {
    key.rsplit_once('.').unwrap_or(("", key))
}
