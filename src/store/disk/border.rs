//! The border to redb: its panics and its errors become ours here.
//!
//! A damaged page can make redb panic, and a panic in a read must not end the process.

use crate::store::panic::caught;
use crate::store::{Error, Result};
use std::io;

/// Runs a call into redb.
pub(super) fn guarded<T, E: Into<redb::Error>>(call: impl FnOnce() -> Result<T, E>) -> Result<T> {
    caught(call)?.map_err(|error| match error.into() {
        redb::Error::Io(error) => Error::Engine(cause(&error)),
        redb::Error::PreviousIo => Error::Engine("the disk has failed before".to_owned()),
        redb::Error::DatabaseClosed => Error::Closed,
        other => Error::Engine(other.to_string()),
    })
}

/// What an operator should know about a failed disk.
pub(super) fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        io::ErrorKind::FileTooLarge => "the data file may not grow any further".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        _ => format!("the disk fails: {error}"),
    }
}
