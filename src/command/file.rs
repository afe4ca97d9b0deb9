//! `mypage check`, `mypage compact` and `mypage backup`.

use super::outcome::Output;
use crate::app;
use crate::clock::Clock;
use crate::config::Installation;
use crate::control;
use crate::store::{self, Copied, DATA_FILE, Known, OpenError, Options, Store, Sweeper};
use std::fmt::Write;
use std::path::Path;

/// How many rows are looked at before those of them that have ended are deleted.
const SWEEP_ROWS: usize = 10_000;

/// Examines the data, or a file.
pub fn check(installation: &Installation, file: Option<&Path>) -> Output {
    let (tables, now) = (app::known_tables(), Clock::System.now());
    let known = Known { tables: &tables, indexes: app::INDEXES };
    if let Some(file) = file.filter(|file| !file.is_file()) {
        return Output::refused(format!("{}: there is no such file", file.display()));
    }
    let report = match file {
        Some(file) => store::check_file(file, &known, now),
        None => store::check(&installation.data, &known, now),
    };
    match report {
        Err(error) => Output::failed(error.to_string()),
        Ok(report) if report.is_sound() => Output::done(format!("sound: {} rows\n", report.rows)),
        Ok(report) => {
            let mut text =
                format!("{} rows, {} problems\n", report.rows, report.findings.len() as u64 + report.unlisted);
            for finding in &report.findings {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "  {finding}");
            }
            Output::failed(text)
        }
    }
}

/// Rewrites the data file, so that nothing deleted is left in it, nor anything that has ended by now.
pub fn compact(Installation { data, .. }: &Installation) -> Output {
    match sweep(data).and_then(|()| store::compact(data)) {
        Ok(copied) => Output::done(format!("compacted: {}\n", counted(&copied))),
        Err(OpenError::InUse { .. }) if control::is_served(data) => {
            Output::failed("the server is running; stop it first, then compact")
        }
        Err(error) => Output::failed(error.to_string()),
    }
}

/// Deletes what has ended since the server last did so.
fn sweep(data: &Path) -> Result<(), OpenError> {
    if !data.join(DATA_FILE).exists() {
        return Ok(());
    }
    let (store, now) = (Store::open(data, Options::default())?, Clock::System.now());
    let mut sweeper = Sweeper::default();
    let mut step = || -> store::Result<bool> {
        let ended = store.read_blocking(now, |r| sweeper.step(r, &app::expiring_tables(), SWEEP_ROWS))?;
        let finished = ended.finished;
        store.write_blocking(now, move |tx| ended.delete(tx)).map(|_| finished)
    };
    while step().is_ok_and(|finished| !finished) {}
    store.close();
    Ok(())
}

/// Copies one moment of the data into a new file.
pub fn backup(store: &Store, file: &Path) -> Output {
    if file.exists() {
        return Output::refused(format!("{}: exists already; a backup overwrites nothing", file.display()));
    }
    if let Some(folder) = file.parent().filter(|folder| !folder.is_dir()) {
        return Output::refused(format!("{}: there is no such folder", folder.display()));
    }
    match store.backup(file) {
        Ok(copied) => Output::done(format!("{}: {}\n", file.display(), counted(&copied))),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn counted(copied: &Copied) -> String {
    format!("{} rows, {} bytes", copied.rows, copied.bytes)
}
