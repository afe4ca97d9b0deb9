//! The last time that the product did not end in order: a power cut, a kill, a crash. Kept for the operator beyond the next start.

use crate::clock::Moment;
use crate::store::{Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

const UNCLEAN_STOP: Table<(), UncleanStop> = Table::new("unclean-stop");
/// The name of this file's table.
pub(super) const TABLE: &str = UNCLEAN_STOP.name();

/// A stop that was not in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UncleanStop {
    /// Until when it ran for certain, which is noted once a minute; `None` where it never was.
    pub ran_until: Option<Moment>,
    /// When it was started again.
    pub noticed: Moment,
}

/// The last one.
///
/// # Errors
/// What the store says.
pub fn last_unclean_stop(r: &dyn Reader) -> Result<Option<UncleanStop>> {
    UNCLEAN_STOP.get(r, &())
}

/// Keeps one.
///
/// # Errors
/// What the store says.
pub fn note_unclean_stop(tx: &mut Tx<'_>, stop: UncleanStop) -> Result<()> {
    UNCLEAN_STOP.put(tx, &(), &stop)
}
