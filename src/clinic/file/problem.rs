//! What is wrong with a file, and the list of all that is.
//!
//! What is allowed is decided where a value is read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

/// More than anybody reads; a file with as many is none of a clinic.
const MOST: usize = 500;

/// One thing that is wrong. Its `Display` is one line: where, which key, what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The key with the sections it stands in, such as `menu.closes.hours`; empty for a fault of the file as a whole.
    pub key: String,
    /// What is wrong or what to do, in words that follow the key.
    pub what: String,
}

impl Problem {
    /// Folds control characters of quoted text, so that it stays one line.
    pub(super) fn new(line: usize, key: &str, what: &str) -> Self {
        let plain = |text: &str| text.replace(char::is_control, " ");
        Self { line, key: plain(key), what: plain(what) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.what),
            key => write!(f, "line {}: {key}: {}", self.line, self.what),
        }
    }
}

/// The problems found so far in a text.
pub(super) struct Findings<'a> {
    text: &'a str,
    problems: RefCell<Vec<Problem>>,
    /// Lines that are no TOML: what was made of them is not looked at any more.
    broken: RefCell<BTreeSet<usize>>,
}

impl<'a> Findings<'a> {
    /// None yet.
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, problems: RefCell::default(), broken: RefCell::default() }
    }

    /// A line that is no TOML.
    pub(super) fn syntax(&self, offset: usize, what: &str) {
        if self.is_full() {
            return;
        }
        let line = self.line(offset);
        self.broken.borrow_mut().insert(line);
        self.push(Problem::new(line, "", what));
    }

    /// A problem of a key that stands there.
    pub(super) fn add(&self, offset: usize, key: &str, what: &str) {
        if self.is_full() {
            return;
        }
        let line = self.line(offset);
        if !self.broken.borrow().contains(&line) {
            self.push(Problem::new(line, key, what));
        }
    }

    fn push(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Whether there are so many that further ones are not listed.
    fn is_full(&self) -> bool {
        self.problems.borrow().len() >= MOST
    }

    fn line(&self, offset: usize) -> usize {
        1 + self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
    }

    /// All of them in the order of the lines, each once.
    pub(super) fn sorted(&self) -> Vec<Problem> {
        let mut problems = self.problems.take();
        problems.sort();
        problems.dedup();
        problems
    }
}
