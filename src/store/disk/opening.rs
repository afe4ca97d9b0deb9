//! Opening a database: whether it is ours, in a known format, and was closed cleanly.
//!
//! This is checked through a shadow, so that a file we refuse is left byte for byte as it was. Opening takes
//! milliseconds, however large the file is: the rows are verified later, while they are served.

use super::border::guarded;
use super::carrier::Carrier;
use super::format::{FORMAT, format_of};
use super::header::{self, Tree};
use super::medium::Medium;
use super::open::Open;
use super::rows;
use super::shadow::Shadow;
use super::verification::{Quick, verify, verify_quickly};
use crate::store::OpenError;
use redb::{Builder, DatabaseError, ReadableDatabase, StorageBackend};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How to open a medium.
pub(in crate::store) struct Opening<'a> {
    pub(super) medium: &'a dyn Medium,
    pub(super) cache_bytes: usize,
}

/// What a look at a medium has found.
#[derive(PartialEq, Eq)]
enum Found {
    Nothing,
    Clean,
    Unclean,
}

/// An open database, and how it was found.
pub(super) struct Opened {
    pub(super) open: Open,
    /// What is known of its rows.
    pub(super) rows: Quick,
    /// Whether it had not been closed in order.
    pub(super) was_left_open: bool,
}

impl Opening<'_> {
    /// Opens the database for reading and writing; starts an empty medium. The rows of one that was closed in order are
    /// verified as far as a moment allows, all others later; damage in them is no reason not to serve the rest.
    pub(super) fn open(&self) -> Result<Opened, OpenError> {
        let found = self.look()?;
        let mut rows = Quick::Sound;
        if found != Found::Nothing {
            // Where redb writes next follows from its bookkeeping. It is small, so damage in it is found before
            // anything is overwritten.
            verify(self.bytes()?, Some(Tree::Bookkeeping)).map_err(unreadable)?;
        }
        match found {
            Found::Nothing => {}
            Found::Clean => rows = verify_quickly(self.bytes()?),
            Found::Unclean => {
                drop(self.in_shadow()?);
                rows = Quick::Unfinished;
            }
        }
        let open = self.trusting()?;
        if let Found::Nothing = found {
            rows::start(&open.database).map_err(unreadable)?;
            sound(&open)?;
        }
        Ok(Opened { open, rows, was_left_open: found == Found::Unclean })
    }

    /// Opens the database for reading and writing, without the checks, which the caller has just made.
    pub(super) fn trusting(&self) -> Result<Open, OpenError> {
        let (open, repaired) = self.build(self.bytes()?)?;
        sound(&open)?;
        // What a repair has found out is written down, or the next unclean stop would need a repair too.
        if repaired && (rows::settle(&open.database).is_err() || sound(&open).is_err()) {
            drop(open);
            let (open, _) = self.build(self.bytes()?)?;
            return sound(&open).map(|()| open);
        }
        Ok(open)
    }

    /// Opens the database and makes any repair in memory: the medium stays as it is.
    pub(super) fn in_shadow(&self) -> Result<Open, OpenError> {
        self.under_header(None)
    }

    /// As [`Opening::in_shadow`], under another header than the one that the medium has.
    pub(super) fn under_header(&self, header: Option<[u8; header::LENGTH]>) -> Result<Open, OpenError> {
        let bytes = self.bytes()?;
        if is_empty(&*bytes)? {
            return Err(OpenError::Unreadable("it is empty".to_owned()));
        }
        let shadow = shadow(bytes)?;
        if let Some(header) = header {
            shadow.write(0, &header).map_err(unreadable)?;
        }
        let (open, _) = self.build(Arc::new(shadow))?;
        known(guarded(|| format_of(&open.database.begin_read()?)))?;
        Ok(open)
    }

    /// As [`Opening::in_shadow`], after every page has been verified.
    pub(super) fn verified_in_shadow(&self) -> Result<Open, OpenError> {
        verify(self.bytes()?, None).map_err(unreadable)?;
        self.in_shadow()
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
        match opened.map_err(unreadable)? {
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

    /// Opens what is there, and says whether redb had to repair it by reading all of it.
    fn build(&self, bytes: Arc<dyn StorageBackend>) -> Result<(Open, bool), OpenError> {
        let carrier = Carrier::of(bytes);
        let condition = carrier.condition();
        let repaired = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&repaired);
        let mut builder = self.builder();
        builder.set_repair_callback(move |_| told.store(true, Ordering::SeqCst));
        let database = guarded(|| builder.create_with_backend(carrier)).map_err(unreadable)?;
        Ok((Open { database, condition, view: None }, repaired.load(Ordering::SeqCst)))
    }

    fn bytes(&self) -> Result<Arc<dyn StorageBackend>, OpenError> {
        self.medium.open().map_err(unreadable)
    }
}

fn is_empty(bytes: &dyn StorageBackend) -> Result<bool, OpenError> {
    Ok(bytes.len().map_err(unreadable)? == 0)
}

/// Fails when the disk did not take what was written to it while it was opened.
fn sound(open: &Open) -> Result<(), OpenError> {
    open.condition.failure().map_or(Ok(()), |why| Err(unreadable(why)))
}

fn shadow(bytes: Arc<dyn StorageBackend>) -> Result<Shadow, OpenError> {
    Shadow::of(bytes).map_err(unreadable)
}

fn unreadable(cause: impl fmt::Display) -> OpenError {
    OpenError::Unreadable(cause.to_string())
}

/// Refuses every format but ours.
fn known(format: crate::store::Result<Option<u64>>) -> Result<(), OpenError> {
    match format.map_err(unreadable)? {
        Some(FORMAT) => Ok(()),
        Some(found) if found > FORMAT => Err(OpenError::Newer { found, known: FORMAT }),
        Some(found) => Err(OpenError::Unreadable(format!("its format is {found}, which was never released"))),
        None => Err(OpenError::Unreadable("it is a database, but not one of mypage's".to_owned())),
    }
}
