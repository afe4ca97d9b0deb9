//! Reads the text files that operators write: settings, clinics, notices, documents, passwords.
//!
//! Editors differ in what they put around a text. A byte order mark at the beginning is dropped and CRLF becomes LF, here
//! and for all callers, so that no other code has to allow for them.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

#[cfg(test)]
mod tests;

/// The most bytes of a file. The largest clinic takes less.
const LONGEST: u64 = 4 << 20;

/// Why a file was not read. Its `Display` is one line that follows the file's name.
#[derive(Debug)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// The system refused.
    Failed(io::Error),
    /// It is a folder, a device or a pipe.
    NotAFile,
    /// It has more than 4 MiB.
    TooLong,
    /// It is binary, or text in another encoding.
    NotUtf8,
    /// Every user of the machine can read or change it. Holds its mode.
    Public(u32),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("cannot be read: there is no such file"),
            Self::Failed(error) => write!(f, "cannot be read: {error}"),
            Self::NotAFile => f.write_str("cannot be read: it is not a regular file"),
            Self::TooLong => write!(f, "cannot be read: it has more than {} MiB", LONGEST >> 20),
            Self::NotUtf8 => f.write_str("cannot be read: it is not UTF-8 text"),
            Self::Public(mode) => {
                write!(f, "is open to every user (mode {mode:04o}); take that away with chmod o= and its name")
            }
        }
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::Missing } else { Self::Failed(error) }
    }
}

/// The text of a file.
///
/// # Errors
/// When there is no such file, or it is not a text of at most 4 MiB.
pub fn read(path: &Path) -> Result<String, Unreadable> {
    text_of(open(path)?)
}

/// The text of a file that holds a secret.
///
/// # Errors
/// As for [`read`], and when every user of the machine can open the file: nobody reads a warning of a service that
/// works. Its group may read it; that is how a file of root is lent to a service.
pub fn read_private(path: &Path) -> Result<String, Unreadable> {
    let file = open(path)?;
    match public_mode(&file)? {
        Some(mode) => Err(Unreadable::Public(mode)),
        None => text_of(file),
    }
}

fn open(path: &Path) -> Result<File, Unreadable> {
    // Asked before it is opened: opening a pipe waits for somebody who writes into it.
    if !fs::metadata(path)?.is_file() {
        return Err(Unreadable::NotAFile);
    }
    Ok(File::open(path)?)
}

fn text_of(file: File) -> Result<String, Unreadable> {
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Unreadable::TooLong);
    }
    let text = String::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(unix)]
fn public_mode(file: &File) -> io::Result<Option<u32>> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode() & 0o777;
    Ok((mode & 0o007 != 0).then_some(mode))
}

#[cfg(not(unix))]
fn public_mode(_: &File) -> io::Result<Option<u32>> {
    Ok(None)
}
