//! Rewriting the data file, so that what was deleted is gone from its bytes too and the file is as small as its rows.
//!
//! It works on a folder that no process has open.

use super::disk::{RedbEngine, write_fresh};
use super::engine::Engine;
use super::folder::publish;
use super::{Copied, OpenError};
use std::fs;
use std::path::Path;

/// Writes the live rows of the data file in `folder` into a new file, which takes the old one's place.
///
/// Fails when the folder is in use or the file does not verify; then the old file stays.
pub fn compact(folder: &Path) -> Result<Copied, OpenError> {
    // Named, so that the lock is held to the end.
    let (engine, folder) = RedbEngine::view_of_folder(folder)?;
    let begun = engine.begin().map_err(|error| OpenError::Unreadable(error.to_string()))?;
    let draft = folder.draft();
    let data = folder.data();
    let rows = write_fresh(&draft, Some(&*begun)).inspect_err(|_| {
        // A draft that failed, on a full disk say, must not keep the room that it took.
        let _ = fs::remove_file(&draft);
    })?;
    publish(&draft, &data).map_err(|cause| OpenError::io(&data, &cause))?;
    let bytes = fs::metadata(&data).map_err(|cause| OpenError::io(&data, &cause))?.len();
    Ok(Copied { rows, bytes })
}
