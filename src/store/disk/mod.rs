//! The redb engine: all rows in one redb table, one redb transaction per group of writes.
//!
//! It decides how redb is used: two-phase commits with quick repair, a bounded cache, panics caught at the border,
//! and how reads go on and writes come back after the disk was full.

mod begun;
mod border;
mod carrier;
mod commits;
mod format;
mod header;
mod medium;
mod open;
mod opening;
mod rows;
mod served;
mod shadow;
mod verification;

pub use format::FORMAT;
pub use medium::Medium;
pub(super) use rows::{everything, write_fresh};

use super::engine::{Attempt, Engine, Verification};
use super::folder::Folder;
use super::{Error, OpenError, Result};
use begun::Begun;
use medium::{DataFile, LoneFile, Memory};
use opening::{Opened, Opening};
use served::Served;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use verification::{Quick, Verifier};

/// Redb on some medium.
pub struct RedbEngine {
    served: Arc<Served>,
    verifier: Verifier,
    was_left_open: bool,
}

impl RedbEngine {
    /// The data file in `folder`; makes both when they are not there.
    pub(super) fn open(folder: &Path, cache_bytes: usize) -> Result<Self, OpenError> {
        let folder = Folder::take(folder, true)?;
        // Left by a compaction that was cut short; it would keep its room, and what has been deleted since.
        if let Err(cause) = fs::remove_file(folder.draft())
            && cause.kind() != ErrorKind::NotFound
        {
            return Err(OpenError::io(folder.draft(), &cause));
        }
        if !folder.data().exists() {
            write_fresh(&folder.draft(), None)?;
            super::folder::publish(&folder.draft(), &folder.data())
                .map_err(|cause| OpenError::io(folder.data(), &cause))?;
        }
        let length = fs::metadata(folder.data()).map_err(|cause| OpenError::io(folder.data(), &cause))?.len();
        if length == 0 {
            // Only whole files get this name, so what was in it is lost; starting afresh would hide that.
            return Err(OpenError::Unreadable("it is empty".to_owned()));
        }
        Self::with_backend(DataFile::of(folder), cache_bytes)
    }

    /// Any medium that holds a database or nothing yet.
    pub fn with_backend(medium: impl Medium + 'static, cache_bytes: usize) -> Result<Self, OpenError> {
        let opened = Opening { medium: &medium, cache_bytes }.open()?;
        Ok(Self::on(medium, cache_bytes, opened))
    }

    /// The data file in `folder`, verified and unchanged; writes to it are not kept.
    pub(super) fn view_of_folder(folder: &Path) -> Result<(Self, Folder), OpenError> {
        let folder = Folder::take(folder, false)?;
        Ok((Self::view(DataFile::of(folder.clone()))?, folder))
    }

    /// A data file outside its folder, verified and as it lies.
    pub(super) fn view_of_file(file: &Path) -> Result<Self, OpenError> {
        Self::view(LoneFile::at(file)?)
    }

    fn view(medium: impl Medium + 'static) -> Result<Self, OpenError> {
        let cache_bytes = 16 << 20;
        let open = Opening { medium: &medium, cache_bytes }.verified_in_shadow()?;
        Ok(Self::on(medium, cache_bytes, Opened { open, rows: Quick::Sound, was_left_open: false }))
    }

    fn on(medium: impl Medium + 'static, cache_bytes: usize, opened: Opened) -> Self {
        let Opened { open, rows, was_left_open } = opened;
        let served = Arc::new(Served::new(Box::new(medium), cache_bytes, open));
        Self { served, verifier: Verifier::new(rows), was_left_open }
    }

    /// An engine that forgets everything when it is dropped.
    pub(super) fn memory() -> Result<Self, OpenError> {
        Self::with_backend(Memory::new(), 16 << 20)
    }
}

impl Engine for RedbEngine {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        Ok(Box::new(Begun::on(&self.served)?))
    }

    /// redb is open in one process at a time, and the folder's lock sees to it.
    fn is_exclusive(&self) -> bool {
        true
    }

    fn recover(&self) -> Result<()> {
        self.served.medium().probe().map_err(|cause| Error::Engine(border::cause(&cause)))?;
        let _held_off = self.verifier.hold_off();
        // A rehearsal in memory: a file that does not open is not worth giving up the readable one for.
        self.served.opening().in_shadow().map(drop).map_err(|cause| Error::Engine(cause.to_string()))?;
        // Reads take microseconds, except a backup, which must not be cut off: then the next attempt will do.
        for _ in 0..100 {
            match self.served.open_anew() {
                Err(Error::Busy) => std::thread::sleep(Duration::from_millis(1)),
                Ok(()) => {
                    self.verifier.set_due();
                    return Ok(());
                }
                failed => return failed,
            }
        }
        Err(Error::Busy)
    }

    fn verify(&self) -> Result<Verification> {
        self.verifier.run(self.served.medium(), || self.served.open())
    }

    fn damage(&self) -> Option<String> {
        self.verifier.damage()
    }

    fn was_left_open(&self) -> bool {
        self.was_left_open
    }

    fn close(&self) {
        let _held_off = self.verifier.hold_off();
        self.served.close();
    }
}
