//! When the product last ran on its data, so that a clock that was set back while it was stopped is noticed.

use crate::clock::Moment;
use crate::store::{Reader, Result, Table, Tx};

const LAST_RUN: Table<(), Moment> = Table::new("last-run");
/// The name of this file's table.
pub(super) const TABLE: &str = LAST_RUN.name();

/// The last moment at which it was noted that the product runs.
///
/// # Errors
/// What the store says.
pub fn last_run(r: &dyn Reader) -> Result<Option<Moment>> {
    LAST_RUN.get(r, &())
}

/// Notes that the product ran at this moment.
///
/// # Errors
/// What the store says.
pub fn note_run(tx: &mut Tx<'_>, at: Moment) -> Result<()> {
    LAST_RUN.put(tx, &(), &at)
}
