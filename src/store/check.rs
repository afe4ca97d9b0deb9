//! Looking for damage: every page, every row, every index, without changing a byte.
//!
//! It reports what it finds and goes on, and it never panics on a damaged file. Features pass in which tables they
//! have and how their indexes are checked.

use super::disk::{RedbEngine, everything};
use super::engine::{Engine, Order};
use super::panic::caught;
use super::{CommitNumber, Error, OpenError, Reader, Result, Snapshot, codec};
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

/// Checks the data file in `folder`, which no process may have open, as it is at `now`. Damage is in the report; an error
/// means that the check could not be made.
pub fn check(folder: &Path, known: &Known<'_>, now: Moment) -> Result<Report, OpenError> {
    examine(RedbEngine::view_of_folder(folder).map(|(engine, _)| engine), known, now)
}

/// Checks a backup, or any data file that no process has open.
pub fn check_file(file: &Path, known: &Known<'_>, now: Moment) -> Result<Report, OpenError> {
    examine(RedbEngine::view_of_file(file), known, now)
}

fn examine(opened: Result<RedbEngine, OpenError>, known: &Known<'_>, now: Moment) -> Result<Report, OpenError> {
    let mut report = Report::default();
    match opened {
        Ok(engine) => inspect(&engine, known, now, &mut report),
        Err(OpenError::Unreadable(what)) => report.add(Finding { table: "the data file".to_owned(), what }),
        Err(refused) => return Err(refused),
    }
    Ok(report)
}

/// Looks at every row and, on a second processor, at what has to hold between tables.
fn inspect(engine: &RedbEngine, known: &Known<'_>, now: Moment, report: &mut Report) {
    let found: Vec<_> = std::thread::scope(|threads| {
        let indexes = threads.spawn(|| known.indexes.iter().map(|index| findings(engine, *index, now)).collect());
        if let Err(error) =
            engine.begin().and_then(|rows| walk(&Snapshot::of(rows, now, CommitNumber::NONE), known, report))
        {
            report.fault(&error);
        }
        indexes.join().unwrap_or_else(|_| vec![Err(Error::Panicked("in a check".to_owned()))])
    });
    for outcome in found {
        match outcome {
            Ok(findings) => findings.into_iter().for_each(|finding| report.add(finding)),
            Err(error) => report.fault(&error),
        }
    }
}

fn findings(engine: &RedbEngine, index: IndexCheck, now: Moment) -> Result<Vec<Finding>> {
    let snapshot = Snapshot::of(engine.begin()?, now, CommitNumber::NONE);
    caught(|| index(&snapshot)).and_then(|found| found)
}

fn walk(reader: &dyn Reader, known: &Known<'_>, report: &mut Report) -> Result<()> {
    let mut strangers = BTreeSet::new();
    let mut last = Vec::new();
    let walked = reader.scan(&everything(), Order::Forward, &mut |row, stored| {
        report.rows += 1;
        if let Err(error) = codec::verify(row, stored) {
            report.fault(&error);
        }
        let table = codec::table_of(row);
        if table != last {
            table.clone_into(&mut last);
            if !known.tables.iter().any(|name| name.as_bytes() == table) && strangers.len() < LISTED {
                strangers.insert(codec::split(row).0);
            }
        }
        Ok(ControlFlow::Continue(()))
    });
    for table in strangers {
        report.add(Finding { table, what: "this release knows no such table".to_owned() });
    }
    walked
}
