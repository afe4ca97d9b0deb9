//! Where redb keeps its bytes: the data file, memory, or a medium of a test.
//!
//! A medium can be opened more than once, because a database whose disk has failed works again only after it has been
//! opened anew.

use crate::store::OpenError;
use crate::store::folder::{Folder, open_private};
use redb::StorageBackend;
use redb::backends::{FileBackend, InMemoryBackend};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The room that must be free before a full disk counts as recovered, in bytes.
const ROOM: usize = 1 << 20;

/// Something that redb can keep its bytes on.
pub trait Medium: Send + Sync {
    /// Access to the bytes. Two of them are never written through at the same time.
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>>;

    /// Whether writing has a chance again after it has failed.
    fn probe(&self) -> io::Result<()>;
}

/// The data file of a folder, which stays locked as long as this exists.
pub(super) struct DataFile(Folder);

impl DataFile {
    pub(super) fn of(folder: Folder) -> Self {
        Self(folder)
    }
}

impl Medium for DataFile {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        let file = open_private(&self.0.data(), OpenOptions::new().read(true).write(true))?;
        Ok(Arc::new(FileBackend::new(file).map_err(io::Error::other)?))
    }

    fn probe(&self) -> io::Result<()> {
        let path = self.0.draft();
        let mut file = open_private(&path, OpenOptions::new().write(true).create(true).truncate(true))?;
        let written = file.write_all(&vec![1; ROOM]).and_then(|()| file.sync_all());
        fs::remove_file(&path)?;
        written
    }
}

/// A data file that is only looked at, such as a backup; it may be on a disk that cannot be written.
pub(super) struct LoneFile(PathBuf);

impl LoneFile {
    pub(super) fn at(path: &Path) -> Result<Self, OpenError> {
        fs::metadata(path).map_err(|cause| OpenError::io(path, &cause))?;
        Ok(Self(path.to_owned()))
    }
}

impl Medium for LoneFile {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        Ok(Arc::new(FileBackend::new(File::open(&self.0)?).map_err(io::Error::other)?))
    }

    fn probe(&self) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }
}

/// Bytes that are gone when the last user is.
pub(super) struct Memory(Arc<InMemoryBackend>);

impl Memory {
    pub(super) fn new() -> Self {
        Self(Arc::new(InMemoryBackend::new()))
    }
}

impl Medium for Memory {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        Ok(self.0.clone())
    }

    fn probe(&self) -> io::Result<()> {
        Ok(())
    }
}
