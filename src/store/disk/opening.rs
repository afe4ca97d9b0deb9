//! Opening a database: is it ours, is its format one we know, was it stopped cleanly, does it need verifying.
//!
//! The questions are asked through a shadow, so that a file we refuse is left byte for byte as it was. What is done
//! with the open database is not known here.

use super::border::guarded;
use super::medium::{Carrier, Medium};
use super::rows::{FORMAT_KEY, FORMAT_TABLE};
use super::shadow::Shadow;
use crate::store::OpenError;
use redb::{Builder, Database, DatabaseError, ReadTransaction, ReadableDatabase, StorageBackend, TableError};
use std::io;
use std::sync::Arc;

/// The format version that this release writes, and the newest that it reads. There has been no other yet; a release
/// that raises it backs up and converts older files where it is opened.
pub const FORMAT: u64 = 1;

/// How to open a medium.
pub(in crate::store) struct Opening<'a> {
    pub(super) medium: &'a dyn Medium,
    pub(super) cache_bytes: usize,
}

/// What a look at a medium has found.
enum Found {
    Nothing,
    Clean,
    Unclean,
}

impl Opening<'_> {
    /// Opens the database for reading and writing; starts an empty medium. After an unclean stop every page is
    /// verified before anything is repaired.
    pub(super) fn open(&self) -> Result<Database, OpenError> {
        match self.look()? {
            Found::Nothing => {
                let database = self.trusting()?;
                super::rows::start(&database).map_err(|error| OpenError::Unreadable(error.to_string()))?;
                Ok(database)
            }
            Found::Clean => self.trusting(),
            Found::Unclean => {
                drop(self.in_shadow()?);
                self.trusting()
            }
        }
    }

    /// Opens the database for reading and writing, without the questions; somebody has just asked them.
    pub(super) fn trusting(&self) -> Result<Database, OpenError> {
        self.build(Carrier(self.bytes()?), false)
    }

    /// Opens the database with every page verified and repairs it if need be, all of it in memory: the medium stays
    /// as it is.
    pub(super) fn in_shadow(&self) -> Result<Database, OpenError> {
        let bytes = self.bytes()?;
        if is_empty(&*bytes)? {
            return Err(OpenError::Unreadable("it is empty".to_owned()));
        }
        let database = self.build(shadow(bytes)?, true)?;
        known(guarded(|| format_of(&database.begin_read()?)))?;
        Ok(database)
    }

    fn look(&self) -> Result<Found, OpenError> {
        let bytes = self.bytes()?;
        if is_empty(&*bytes)? {
            return Ok(Found::Nothing);
        }
        let shadow = shadow(bytes)?;
        let opened = guarded(|| match self.builder().open_read_only_with_backend(shadow) {
            Ok(database) => Ok(Some(database)),
            // Stopped without being closed: only an opening that may write can repair it.
            Err(DatabaseError::RepairAborted) => Ok(None),
            Err(error) => Err(error),
        });
        match opened.map_err(|error| OpenError::Unreadable(error.to_string()))? {
            Some(database) => {
                known(guarded(|| format_of(&database.begin_read()?)))?;
                Ok(Found::Clean)
            }
            None => Ok(Found::Unclean),
        }
    }

    fn builder(&self) -> Builder {
        let mut builder = Builder::new();
        builder.set_cache_size(self.cache_bytes);
        builder
    }

    fn build(&self, backend: impl StorageBackend, verify: bool) -> Result<Database, OpenError> {
        guarded(|| self.builder().set_check_integrity_on_open(verify).create_with_backend(backend))
            .map_err(|error| OpenError::Unreadable(error.to_string()))
    }

    fn bytes(&self) -> Result<Arc<dyn StorageBackend>, OpenError> {
        self.medium.open().map_err(|cause| unreadable(&cause))
    }
}

fn is_empty(bytes: &dyn StorageBackend) -> Result<bool, OpenError> {
    Ok(bytes.len().map_err(|cause| unreadable(&cause))? == 0)
}

fn shadow(bytes: Arc<dyn StorageBackend>) -> Result<Shadow, OpenError> {
    Shadow::of(bytes).map_err(|cause| unreadable(&cause))
}

fn unreadable(cause: &io::Error) -> OpenError {
    OpenError::Unreadable(cause.to_string())
}

/// The format version, or `None` when the database has none.
fn format_of(transaction: &ReadTransaction) -> Result<Option<u64>, redb::Error> {
    match transaction.open_table(FORMAT_TABLE) {
        Ok(table) => Ok(table.get_owned(FORMAT_KEY)?.map(|version| version.value())),
        Err(TableError::TableDoesNotExist(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Refuses every format but ours.
fn known(format: crate::store::Result<Option<u64>>) -> Result<(), OpenError> {
    match format.map_err(|error| OpenError::Unreadable(error.to_string()))? {
        Some(FORMAT) => Ok(()),
        Some(found) if found > FORMAT => Err(OpenError::Newer { found, known: FORMAT }),
        Some(found) => Err(OpenError::Unreadable(format!("its format is {found}, which was never released"))),
        None => Err(OpenError::Unreadable("it is a database, but not one of mypage's".to_owned())),
    }
}
