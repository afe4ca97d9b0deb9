//! A copy of one snapshot in a file of its own, made while reads and writes go on.
//!
//! The copy appears under its name only when it is whole and synced, and never over another file.

use super::disk::write_fresh;
use super::engine::Engine;
use super::folder::publish;
use super::{Error, OpenError};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// How many rows it has, those of indexes included.
    pub rows: u64,
    /// How large its file is.
    pub bytes: u64,
}

pub(super) fn backup(engine: &dyn Engine, to: &Path) -> Result<Copied, OpenError> {
    if to.exists() {
        return Err(OpenError::io(to, &io::ErrorKind::AlreadyExists.into()));
    }
    let partial = partial_name(to);
    let copied = copy(engine, &partial, to);
    if copied.is_err() {
        // A copy that failed, on a full disk say, must not keep the room that it took.
        let _ = fs::remove_file(&partial);
    }
    copied
}

fn copy(engine: &dyn Engine, partial: &Path, to: &Path) -> Result<Copied, OpenError> {
    let failed = |error: Error| OpenError::Io { path: to.to_owned(), cause: error.to_string() };
    let begun = engine.begin().map_err(failed)?;
    let rows = write_fresh(partial, Some(&*begun))?;
    drop(begun);
    publish(partial, to).map_err(|cause| OpenError::io(to, &cause))?;
    let bytes = fs::metadata(to).map_err(|cause| OpenError::io(to, &cause))?.len();
    Ok(Copied { rows, bytes })
}

/// The name of the unfinished copy, in the same folder so that it can be renamed.
fn partial_name(to: &Path) -> PathBuf {
    let mut name = OsString::from(to);
    name.push(".partial");
    PathBuf::from(name)
}
