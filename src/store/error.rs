//! What can go wrong with the store, as kinds that a caller can act on.
//!
//! Two moments are kept apart: `Error` is a read or write that failed, `OpenError` is a data folder that cannot be
//! served at all. Every text is one line of English for the log and the operator; what a patient reads is not
//! decided here.

use std::fmt;
use std::path::PathBuf;

/// The result of a read or a write.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a read or a write did not happen. It is `Clone`, because one failed commit answers a whole group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// A stored row is not what was written: its checksum, key or shape is wrong.
    Corrupt {
        /// The table of the row.
        table: String,
        /// The key of the row, in hexadecimal.
        key: String,
        /// What is wrong with it.
        what: String,
    },
    /// A key or a value is over its limit; nothing was written.
    TooLarge {
        /// The table of the row.
        table: String,
        /// The size in bytes.
        size: usize,
        /// The most that is allowed, in bytes.
        limit: usize,
    },
    /// The disk is full or failing: reads go on, writes are refused until it has recovered.
    ReadOnly(String),
    /// More writes are waiting than the queue holds; try again a little later.
    Busy,
    /// The store has been closed.
    Closed,
    /// The engine refused or failed.
    Engine(String),
    /// A panic was caught in a write's closure or inside the engine. The text is the panic's own.
    Panicked(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Corrupt { table, key, what } => write!(f, "table {table}, key {key}: {what}"),
            Self::TooLarge { table, size, limit } => write!(f, "table {table}: {size} bytes where {limit} are allowed"),
            Self::ReadOnly(why) => write!(f, "the data can only be read for now: {why}"),
            Self::Busy => f.write_str("too many writes are waiting"),
            Self::Closed => f.write_str("the store is closed"),
            Self::Engine(what) => write!(f, "the data file's engine failed: {what}"),
            Self::Panicked(what) => write!(f, "a panic was caught: {what}"),
        }
    }
}

impl std::error::Error for Error {}

/// Why a data folder cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Another process has the folder open.
    InUse {
        /// The data folder.
        folder: PathBuf,
        /// The process that holds it, where it has said so.
        holder: Option<u32>,
    },
    /// The file was written by a later release; it has not been touched.
    Newer {
        /// The file's format version.
        found: u64,
        /// The newest format version that this release knows.
        known: u64,
    },
    /// The file is not one of ours, or is damaged beyond what a repair can do.
    Unreadable(String),
    /// The folder is one that many users share, such as `/tmp`, and must not hold patients' data.
    SharedFolder(PathBuf),
    /// The operating system refused.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The cause, as the system names it.
        cause: String,
    },
}

impl OpenError {
    /// A refusal of the operating system at `path`.
    pub(super) fn io(path: impl Into<PathBuf>, cause: &std::io::Error) -> Self {
        Self::Io { path: path.into(), cause: cause.to_string() }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse { folder, holder: Some(process) } => {
                write!(f, "{} is in use by another mypage (process {process}); stop it first", folder.display())
            }
            Self::InUse { folder, holder: None } => {
                write!(f, "{} is in use by another process; stop it first", folder.display())
            }
            Self::Newer { found, known } => write!(
                f,
                "the data file has format {found}, this release knows up to {known}; install a newer release \
                 (the file has not been touched)"
            ),
            Self::Unreadable(what) => write!(f, "the data file cannot be read: {what}"),
            Self::SharedFolder(folder) => {
                write!(f, "{} is shared with other users; give the data a folder of its own", folder.display())
            }
            Self::Io { path, cause } => write!(f, "{}: {cause}", path.display()),
        }
    }
}

impl std::error::Error for OpenError {}
