//! The rows in redb: where they lie, and how a group of changes is committed.
//!
//! There are two redb tables: the rows, and the format version.

use super::border::guarded;
use super::format::{FORMAT, FORMAT_KEY, FORMAT_TABLE};
use crate::store::engine::{Changes, Order, Rows};
use crate::store::folder::open_private;
use crate::store::{Error, OpenError, Result};
use redb::backends::FileBackend;
use redb::{Builder, Database, Durability, TableDefinition, WriteTransaction};
use std::fs::{self, OpenOptions};
use std::io;
use std::ops::{ControlFlow, Range};
use std::path::Path;

pub(super) const ROWS: TableDefinition<'_, &[u8], &[u8]> = TableDefinition::new("rows");

/// Writes all changes in one transaction that is on the disk when this returns.
pub(super) fn commit(database: &Database, changes: &Changes) -> Result<()> {
    guarded(|| {
        let transaction = durable(database)?;
        {
            let mut rows = transaction.open_table(ROWS)?;
            for (key, change) in changes {
                match change {
                    Some(value) => drop(rows.insert(key.as_slice(), value.as_slice())?),
                    None => drop(rows.remove(key.as_slice())?),
                }
            }
        }
        Ok::<_, redb::Error>(transaction.commit()?)
    })
}

/// Makes both tables in an empty database.
pub(super) fn start(database: &Database) -> Result<()> {
    guarded(|| {
        let transaction = durable(database)?;
        transaction.open_table(ROWS)?;
        transaction.open_table(FORMAT_TABLE)?.insert(FORMAT_KEY, FORMAT)?;
        Ok::<_, redb::Error>(transaction.commit()?)
    })
}

/// Commits nothing, so that the next opening after an unclean stop finds a commit that needs no repair.
pub(super) fn settle(database: &Database) -> Result<()> {
    guarded(|| Ok::<_, redb::Error>(durable(database)?.commit()?))
}

/// A transaction whose commit survives a power cut at any moment, and after which no opening takes long.
fn durable(database: &Database) -> Result<WriteTransaction, redb::Error> {
    let mut transaction = database.begin_write()?;
    transaction.set_durability(Durability::Immediate)?;
    transaction.set_two_phase_commit(true);
    transaction.set_quick_repair(true);
    Ok(transaction)
}

/// Writes a new database file at `path` with all rows of `source`, and gives their number. What was left at `path`
/// by an earlier attempt is removed; nothing is written through a link or into a file that somebody else has put there.
pub(in crate::store) fn write_fresh(path: &Path, source: Option<&dyn Rows>) -> Result<u64, OpenError> {
    let failed = |cause: io::Error| OpenError::io(path, &cause);
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(failed(cause)),
        _ => {}
    }
    let file = open_private(path, OpenOptions::new().read(true).write(true).create_new(true)).map_err(failed)?;
    let failed = |error: Error| OpenError::Io { path: path.to_owned(), cause: error.to_string() };
    let database = guarded(|| Builder::new().set_cache_size(16 << 20).create_with_backend(FileBackend::new(file)?))
        .map_err(failed)?;
    start(&database).map_err(failed)?;
    let count = match source {
        Some(source) => copy_rows(&database, source).map_err(failed)?,
        None => 0,
    };
    guarded(|| database.close()).map_err(failed)?;
    Ok(count)
}

/// Copies all rows in the order of their keys, in one transaction.
fn copy_rows(database: &Database, source: &dyn Rows) -> Result<u64> {
    let transaction = guarded(|| durable(database))?;
    let mut count = 0;
    {
        let mut rows = guarded(|| transaction.open_table(ROWS))?;
        source.scan(&everything(), Order::Forward, &mut |key, value| {
            guarded(|| rows.insert(key, value).map(drop))?;
            count += 1;
            Ok(ControlFlow::Continue(()))
        })?;
    }
    guarded(|| transaction.commit())?;
    Ok(count)
}

/// The span of all rows: their keys start with a table's name, which is ASCII.
pub(in crate::store) fn everything() -> Range<Vec<u8>> {
    Vec::new()..vec![u8::MAX]
}
