//! An open database, and whether it can be written to.

use super::carrier::Condition;
use super::header;
use redb::Database;
use std::sync::Arc;

/// An open database.
pub(super) struct Open {
    pub(super) database: Database,
    /// Whether its disk works.
    pub(super) condition: Arc<Condition>,
    /// Set where it only shows what is on the disk, while that fails.
    pub(super) view: Option<View>,
}

/// How a database is shown that cannot be written to.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// Why not.
    pub(super) why: String,
    /// The header under which it was opened, if another one than is on the disk.
    pub(super) header: Option<[u8; header::LENGTH]>,
}

impl Open {
    /// Why nothing can be committed to it.
    pub(super) fn refusal(&self) -> Option<&str> {
        self.view.as_ref().map(|view| view.why.as_str()).or_else(|| self.condition.failure())
    }
}
