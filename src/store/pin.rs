//! One row kept decoded in memory, for what every page reads and few writes change.
//!
//! Such a row would otherwise be fetched, checked and decoded again for each page although it is the same on all of them.
//! The writer passes every durable commit to the pins before it answers, so that a caller finds its own write in them.
//! Commits of other processes are not passed on: where there are any, the row is read like every other one.

use super::engine::{Changes, Engine};
use super::panic::caught;
use super::{Reader, Result, codec};
use serde::de::DeserializeOwned;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

/// A row that is kept decoded in memory and follows every commit.
///
/// It does not keep the store open: after the end of the store it goes on saying what it said last.
pub struct Pinned<V>(Arc<Slot<V>>);

impl<V> Pinned<V> {
    /// The record as of the last commit, if there is one, without reading or decoding it; read from `r` where this process
    /// is not the only writer, and where the row could not be read.
    ///
    /// Fails as reading the row would when it is not what was written.
    pub fn get(&self, r: &dyn Reader) -> Result<Option<Arc<V>>>
    where
        V: DeserializeOwned,
    {
        if self.0.follows
            && let Held::Row(row) = &*self.0.held.read().unwrap_or_else(PoisonError::into_inner)
        {
            return row.clone();
        }
        let stored = r.get(&self.0.row)?;
        stored.map(|stored| codec::open(&self.0.row, &stored).map(Arc::new)).transpose()
    }
}

/// A pinned row as the writer sees it, without the type of its record.
trait Follow: Send + Sync {
    /// The row's raw key.
    fn row(&self) -> &[u8];

    /// Takes the raw value that the row has now, or why it cannot be read.
    fn take(&self, stored: Result<Option<&[u8]>>);
}

struct Slot<V> {
    row: Vec<u8>,
    /// Whether every commit is handed to it.
    follows: bool,
    held: RwLock<Held<V>>,
}

/// What is known of the row.
enum Held<V> {
    /// The row of the last commit, or what is wrong with its record.
    Row(Result<Option<Arc<V>>>),
    /// It could not be read: each reader tries again.
    Unread,
}

impl<V: DeserializeOwned + Send + Sync> Follow for Slot<V> {
    fn row(&self) -> &[u8] {
        &self.row
    }

    fn take(&self, stored: Result<Option<&[u8]>>) {
        // A record that cannot be decoded must not end the writer; its readers get the error.
        let decode = |stored: Option<&[u8]>| {
            let decoded = caught(|| stored.map(|stored| codec::open(&self.row, stored).map(Arc::new)).transpose());
            Held::Row(decoded.and_then(|decoded| decoded))
        };
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = stored.map_or(Held::Unread, decode);
    }
}

/// All pinned rows of a store.
#[derive(Default)]
pub(super) struct Pins(Mutex<Vec<Weak<dyn Follow>>>);

impl Pins {
    /// Pins the row under a raw key.
    pub(super) fn add<V>(&self, engine: &dyn Engine, row: Vec<u8>) -> Result<Pinned<V>>
    where
        V: DeserializeOwned + Send + Sync + 'static,
    {
        // Held from before the snapshot on: a commit that the snapshot lacks finds the pin in the list.
        let mut pins = self.lock();
        let stored = engine.begin()?.get(&row);
        let slot = Arc::new(Slot { row, follows: engine.is_exclusive(), held: RwLock::new(Held::Unread) });
        // A row that cannot be read is no reason not to serve the others.
        slot.take(stored.as_ref().map(Option::as_deref).map_err(Clone::clone));
        let pin: Weak<Slot<V>> = Arc::downgrade(&slot);
        pins.push(pin);
        Ok(Pinned(slot))
    }

    /// Follows a commit: one look for each pin into what has changed.
    pub(super) fn follow(&self, changes: &Changes) {
        for pin in live(&mut self.lock()) {
            if let Some(change) = changes.get(pin.row()) {
                pin.take(Ok(change.as_deref()));
            }
        }
    }

    /// Reads all pinned rows again, after a commit whose outcome is unknown.
    pub(super) fn read_again(&self, engine: &dyn Engine) -> Result<()> {
        let mut pins = self.lock();
        let rows = engine.begin()?;
        for pin in live(&mut pins) {
            let stored = rows.get(pin.row());
            pin.take(stored.as_ref().map(Option::as_deref).map_err(Clone::clone));
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Weak<dyn Follow>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pins that are still in use; the others are dropped from the list.
fn live(pins: &mut Vec<Weak<dyn Follow>>) -> Vec<Arc<dyn Follow>> {
    let held: Vec<_> = pins.iter().filter_map(Weak::upgrade).collect();
    if held.len() < pins.len() {
        pins.retain(|pin| pin.strong_count() > 0);
    }
    held
}
