//! The data folder: its permissions, the names in it, and the lock against a second process.
//!
//! Only the owner may read patients' data, so the folder is 0700 and every file 0600, whatever the umask says. The
//! lock is a file of its own, because compacting replaces the data file.

use super::OpenError;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The data file's name in the data folder.
pub const DATA_FILE: &str = "mypage.redb";
const LOCK_FILE: &str = "mypage.lock";

const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;
/// On a folder: users may not delete each other's files, so several users are meant to write there.
const STICKY: u32 = 0o1000;

/// A data folder that this process holds for itself until the value is dropped.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// Unlocked by the system when it is closed, however the process ends.
    _lock: Arc<File>,
}

impl Folder {
    /// Takes the folder at `path` for this process; makes it first when it is not there and `create` is set.
    pub(super) fn take(path: &Path, create: bool) -> Result<Self, OpenError> {
        if create && !path.exists() {
            DirBuilder::new()
                .recursive(true)
                .mode(FOLDER_MODE)
                .create(path)
                .map_err(|cause| OpenError::io(path, &cause))?;
        }
        let mode = fs::metadata(path).map_err(|cause| OpenError::io(path, &cause))?.mode();
        if mode & STICKY != 0 {
            return Err(OpenError::SharedFolder(path.to_owned()));
        }
        if mode & 0o777 != FOLDER_MODE {
            fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))
                .map_err(|cause| OpenError::io(path, &cause))?;
        }
        Ok(Self { path: path.to_owned(), _lock: Arc::new(lock(path)?) })
    }

    /// The data file.
    pub(super) fn data(&self) -> PathBuf {
        self.path.join(DATA_FILE)
    }

    /// Where a new data file is prepared before it takes the old one's place.
    pub(super) fn draft(&self) -> PathBuf {
        self.path.join("mypage.redb.draft")
    }
}

fn lock(folder: &Path) -> Result<File, OpenError> {
    let path = folder.join(LOCK_FILE);
    let mut options = OpenOptions::new();
    let mut file = open_private(&path, options.read(true).write(true).create(true).truncate(false))
        .map_err(|cause| OpenError::io(&path, &cause))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            // The process number is a courtesy; the refusal stands without it.
            let _ = file.read_to_string(&mut holder);
            return Err(OpenError::InUse { folder: folder.to_owned(), holder: holder.trim().parse().ok() });
        }
        Err(TryLockError::Error(cause)) => return Err(OpenError::io(&path, &cause)),
    }
    // On a full disk the number cannot be written, and the folder must open all the same.
    let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
    Ok(file)
}

/// Opens a file that only its owner may read, also when it was there with other permissions.
pub(super) fn open_private(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let file = options.mode(FILE_MODE).open(path)?;
    if file.metadata()?.mode() & 0o777 != FILE_MODE {
        file.set_permissions(Permissions::from_mode(FILE_MODE))?;
    }
    Ok(file)
}

/// Gives the complete file at `from` the name `to`, so that after a power cut either name holds a whole file.
pub(super) fn publish(from: &Path, to: &Path) -> io::Result<()> {
    File::open(from)?.sync_all()?;
    fs::rename(from, to)?;
    let folder = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
