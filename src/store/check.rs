//! Looking for damage: every page, every row, every index, without changing a byte.
//!
//! It reports what it finds and goes on, and it never panics on a damaged file. Features pass in which tables they
//! have and how their indexes are checked. What to do about a finding is not decided here.

use super::batch::caught;
use super::disk::{RedbEngine, everything};
use super::engine::{Engine, Order};
use super::{Error, OpenError, Reader, Result, Snapshot, codec};
use crate::clock::Moment;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::ControlFlow;
use std::path::Path;

/// The most findings that a report lists; the rest is counted.
const LISTED: usize = 1000;

/// A feature's own check, of an index against its table for instance.
pub type IndexCheck = fn(&dyn Reader) -> Result<Vec<Finding>>;

/// What the product's features know about the rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The names of all tables.
    pub tables: &'a [&'a str],
    /// The checks beyond the single row.
    pub indexes: &'a [IndexCheck],
}

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The table, or what else is concerned.
    pub table: String,
    /// What is wrong, in one line.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.table, self.what)
    }
}

/// What a check has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many rows were read.
    pub rows: u64,
    /// What was found, in the order it was met; at most a thousand.
    pub findings: Vec<Finding>,
    /// How many further findings are not listed.
    pub unlisted: u64,
}

impl Report {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    fn add(&mut self, finding: Finding) {
        if self.findings.len() < LISTED {
            self.findings.push(finding);
        } else {
            self.unlisted += 1;
        }
    }

    fn fault(&mut self, error: &Error) {
        let table = match error {
            Error::Corrupt { table, .. } => table.clone(),
            _ => "the data file".to_owned(),
        };
        self.add(Finding { table, what: error.to_string() });
    }
}

/// Checks the data file in `folder`, which nobody may have open, as it is at `now`. Damage is in the report; an error
/// means that the check could not be made.
pub fn check(folder: &Path, known: &Known<'_>, now: Moment) -> Result<Report, OpenError> {
    examine(RedbEngine::view_of_folder(folder).map(|(engine, _)| engine), known, now)
}

/// Checks a backup, or any data file that nobody has open.
pub fn check_file(file: &Path, known: &Known<'_>, now: Moment) -> Result<Report, OpenError> {
    examine(RedbEngine::view_of_file(file), known, now)
}

fn examine(opened: Result<RedbEngine, OpenError>, known: &Known<'_>, now: Moment) -> Result<Report, OpenError> {
    let mut report = Report::default();
    match opened {
        Ok(engine) => match engine.begin() {
            Ok(rows) => walk(&Snapshot::of(rows, now), known, &mut report),
            Err(error) => report.fault(&error),
        },
        Err(OpenError::Unreadable(what)) => report.add(Finding { table: "the data file".to_owned(), what }),
        Err(refused) => return Err(refused),
    }
    Ok(report)
}

fn walk(reader: &dyn Reader, known: &Known<'_>, report: &mut Report) {
    let mut strangers = BTreeSet::new();
    let walked = reader.scan(&everything(), Order::Forward, &mut |row, stored| {
        report.rows += 1;
        if let Err(error) = codec::verify(row, stored) {
            report.fault(&error);
        }
        let (table, _) = codec::split(row);
        if !known.tables.contains(&table.as_str()) && strangers.len() < LISTED {
            strangers.insert(table);
        }
        Ok(ControlFlow::Continue(()))
    });
    if let Err(error) = walked {
        report.fault(&error);
    }
    for table in strangers {
        report.add(Finding { table, what: "this release knows no such table".to_owned() });
    }
    for index in known.indexes {
        match caught(|| index(reader)).and_then(|found| found) {
            Ok(findings) => findings.into_iter().for_each(|finding| report.add(finding)),
            Err(error) => report.fault(&error),
        }
    }
}
