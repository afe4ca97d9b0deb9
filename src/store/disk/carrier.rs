//! A medium's bytes as redb wants to own them, and what becomes of them when the disk fails.
//!
//! Once a write has failed, redb refuses every read that its cache does not answer, also those of requests that began before.
//! The failure is therefore kept from redb: from then on, its writes go to memory. The carrier keeps the cause, and the code that
//! commits must ask for it.

use super::border::cause;
use super::header;
use super::shadow::Shadow;
use redb::StorageBackend;
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Whether a database's disk works, shared between its carrier and whoever uses the database.
#[derive(Debug, Default)]
pub(super) struct Condition {
    failed: OnceLock<String>,
    /// The header as of the last sync: it names the last commit that was acknowledged. A later one may be in the file
    /// although its sync has failed.
    synced: Mutex<Option<[u8; header::LENGTH]>>,
}

impl Condition {
    /// Why the disk no longer takes what is written, in words for the operator; `None` as long as it does.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failed.get().map(String::as_str)
    }

    /// Says that nothing more may be written. The first cause stays.
    pub(super) fn fail(&self, why: String) {
        self.failed.get_or_init(|| why);
    }

    /// The header of the last commit that is known to be on the disk.
    pub(super) fn synced_header(&self) -> Option<[u8; header::LENGTH]> {
        *self.synced.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has_synced(&self, disk: &dyn StorageBackend) {
        let mut header = [0; header::LENGTH];
        let read = disk.read(0, &mut header).ok().map(|()| header);
        *self.synced.lock().unwrap_or_else(PoisonError::into_inner) = read;
    }
}

/// The bytes of a medium. Locks are not passed on: the folder's lock keeps others out, and a second look at the file from
/// this process must be possible.
#[derive(Debug)]
pub(super) struct Carrier {
    disk: Arc<dyn StorageBackend>,
    /// What was written after the failure, over the disk.
    memory: OnceLock<Shadow>,
    condition: Arc<Condition>,
}

impl Carrier {
    pub(super) fn of(disk: Arc<dyn StorageBackend>) -> Self {
        let condition = Condition::default();
        condition.has_synced(&*disk);
        Self { disk, memory: OnceLock::new(), condition: Arc::new(condition) }
    }

    /// What it shares with the users of the database.
    pub(super) fn condition(&self) -> Arc<Condition> {
        Arc::clone(&self.condition)
    }

    fn memory(&self) -> &Shadow {
        self.memory.get_or_init(|| Shadow::of_length(Arc::clone(&self.disk), self.disk.len().unwrap_or_default()))
    }

    /// Changes the disk, or the memory once the disk has failed.
    fn change(&self, change: impl Fn(&dyn StorageBackend) -> io::Result<()>) -> io::Result<()> {
        if self.condition.failure().is_none() {
            match change(&*self.disk) {
                Ok(()) => return Ok(()),
                Err(error) => self.condition.fail(cause(&error)),
            }
        }
        change(self.memory())
    }
}

impl StorageBackend for Carrier {
    fn len(&self) -> io::Result<u64> {
        self.memory.get().map_or_else(|| self.disk.len(), Shadow::len)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let read = match self.memory.get() {
            Some(memory) => memory.read(offset, out),
            None => self.disk.read(offset, out),
        };
        // A part that cannot be read ends this database: redb refuses everything from here on.
        read.inspect_err(|error| self.condition.fail(cause(error)))
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.change(|bytes| bytes.set_len(len))
    }

    fn sync_data(&self) -> io::Result<()> {
        self.change(StorageBackend::sync_data)?;
        if self.condition.failure().is_none() {
            self.condition.has_synced(&*self.disk);
        }
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.change(|bytes| bytes.write(offset, data))
    }

    fn close(&self) -> io::Result<()> {
        self.disk.close()
    }
}
