//! Waking who waits for a change of certain rows, as an open page does.
//!
//! The writer hands every durable commit to the watches. Commits of other processes are not handed on: where there are any, nothing
//! can be watched, and [`Store::watch`](super::Store::watch) says so. A watch says that something has changed, never what.

use super::engine::{Changes, Engine};
use super::{CommitNumber, Expiring, Key, Result, Table};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::hash::{BuildHasher, RandomState};
use std::ops::{Range, RangeBounds};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::watch;

/// Rows of some tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WatchedRows(Vec<Range<Vec<u8>>>);

impl WatchedRows {
    /// With the rows of a table whose keys lie in a range.
    ///
    /// # Errors
    /// When a key is too long.
    pub fn and<K: Key, V>(mut self, table: &Table<K, V>, range: impl RangeBounds<K>) -> Result<Self>
    where
        V: Serialize + DeserializeOwned,
    {
        self.0.push(table.span(&range)?);
        Ok(self)
    }

    /// With the row of a table under a key, whose end is a change too when it is swept.
    ///
    /// # Errors
    /// When the key is too long.
    pub fn and_expiring<K: Key, V>(mut self, table: &Expiring<K, V>, key: &K) -> Result<Self>
    where
        V: Serialize + DeserializeOwned,
    {
        self.0.push(table.span_of(key)?);
        Ok(self)
    }

    fn are_among(&self, changes: &Changes) -> bool {
        self.0.iter().any(|span| changes.range(span.clone()).next().is_some())
    }
}

/// Waits for commits of this process that change certain rows.
pub struct CommitWatch {
    /// Keeps the rows watched.
    _watched: Arc<Watched>,
    changes: watch::Receiver<CommitNumber>,
}

impl CommitWatch {
    /// The latest commit that may have changed the rows.
    pub fn latest(&self) -> CommitNumber {
        *self.changes.borrow()
    }

    /// Ready once a commit has changed the rows that was not waited for yet.
    pub async fn changed(&mut self) -> CommitNumber {
        // The sender is in what this watch holds.
        let _ = self.changes.changed().await;
        *self.changes.borrow_and_update()
    }
}

/// Rows with all who watch them: a hundred open pages of a day are one of these.
struct Watched {
    rows: WatchedRows,
    told: watch::Sender<CommitNumber>,
}

/// All watched rows of a store, and the number of the latest commit.
pub(super) struct Watches {
    run: u64,
    number: AtomicU64,
    watched: Mutex<Vec<Weak<Watched>>>,
}

impl Default for Watches {
    fn default() -> Self {
        // Seeded by the system; a number that another run is unlikely to have is all that is asked for.
        Self { run: RandomState::new().hash_one(0), number: AtomicU64::new(0), watched: Mutex::default() }
    }
}

impl Watches {
    /// The latest commit. A snapshot that is opened after this was asked has seen it.
    pub(super) fn latest(&self) -> CommitNumber {
        CommitNumber::of(self.run, self.number.load(Ordering::Acquire))
    }

    /// Begins to watch rows; `None` where commits of other processes would be missed.
    pub(super) fn add(&self, engine: &dyn Engine, rows: WatchedRows) -> Option<CommitWatch> {
        if !engine.is_exclusive() {
            return None;
        }
        let mut all = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.iter().filter_map(Weak::upgrade).find(|known| known.rows == rows);
        let watched = known.unwrap_or_else(|| {
            // With the latest commit at all: whoever has seen less may have missed something.
            let new = Arc::new(Watched { rows, told: watch::Sender::new(self.latest()) });
            all.push(Arc::downgrade(&new));
            new
        });
        Some(CommitWatch { changes: watched.told.subscribe(), _watched: watched })
    }

    /// Tells who watches what a commit has changed.
    pub(super) fn follow(&self, changes: &Changes) {
        self.tell(|rows| rows.are_among(changes));
    }

    /// Tells everybody, after a commit whose outcome is unknown.
    pub(super) fn tell_all(&self) {
        self.tell(|_| true);
    }

    fn tell(&self, whom: impl Fn(&WatchedRows) -> bool) {
        let mut all = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        let number = self.number.fetch_add(1, Ordering::AcqRel) + 1;
        all.retain(|watched| {
            let Some(watched) = watched.upgrade() else { return false };
            if whom(&watched.rows) {
                watched.told.send_replace(CommitNumber::of(self.run, number));
            }
            true
        });
    }
}
