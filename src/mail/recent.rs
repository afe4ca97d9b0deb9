//! Tables that hold only their newest rows: what was kept, and what could not be sent.
//!
//! Rows are numbered in the order in which they came. Each new one deletes the one that came [`LENGTH`] rows earlier,
//! so the bound holds without counting.

use crate::store::{Reader, Result, Table, Tx};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The most rows such a table has.
pub(super) const LENGTH: u64 = 1_000;

/// Adds a row after all others, and deletes the one that is too old then.
pub(super) fn add<V: Serialize + DeserializeOwned>(table: &Table<u64, V>, tx: &mut Tx<'_>, row: &V) -> Result<()> {
    let number = newest(table, tx, 1)?.first().map_or(0, |(number, _)| number.saturating_add(1));
    table.put(tx, &number, row)?;
    if let Some(old) = number.checked_sub(LENGTH) {
        table.delete(tx, &old)?;
    }
    Ok(())
}

/// The newest rows, the newest first.
pub(super) fn newest<V: Serialize + DeserializeOwned>(
    table: &Table<u64, V>,
    r: &dyn Reader,
    limit: usize,
) -> Result<Vec<(u64, V)>> {
    table.range_back(r, .., limit)
}
