//! Records that are decoded once: the few rows that nearly every page needs, such as clinics, their menus, and the places taken on a day.
//!
//! A record is remembered together with the bytes of its row, and used again only where a snapshot has the same bytes there. So
//! what is remembered can neither be stale nor come from another store, and nobody has to follow commits.

#[cfg(test)]
mod tests;

use super::engine::Order;
use super::{Key, Reader, Result, StartsWith, Table, codec};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::mem;
use std::ops::{ControlFlow, Range, RangeBounds};
use std::sync::{Arc, PoisonError, RwLock};

/// How many bytes of rows a generation has at most, as they are stored; what is decoded of them takes several times as much. Then the
/// next one begins, and what is not asked for until that is full is forgotten.
const ROOM: usize = 512 << 10;

/// Reads a table of `V` records under `K` keys, each of which is decoded once.
pub struct Decoded<K, V> {
    rows: Table<K, V>,
    known: RwLock<Known<V>>,
}

struct Known<V> {
    present: Generation<V>,
    former: Generation<V>,
    /// How many bytes the rows of the present one have.
    bytes: usize,
}

/// Records and what their rows are, by the row's key.
type Generation<V> = BTreeMap<Vec<u8>, (Vec<u8>, Arc<V>)>;

impl<K, V> Decoded<K, V> {
    /// A reader of this table that has decoded nothing yet.
    pub const fn of(rows: Table<K, V>) -> Self {
        Self { rows, known: RwLock::new(Known { present: BTreeMap::new(), former: BTreeMap::new(), bytes: 0 }) }
    }
}

impl<K: Key, V: Serialize + DeserializeOwned> Decoded<K, V> {
    /// The record under `key`.
    pub fn get(&self, r: &dyn Reader, key: &K) -> Result<Option<Arc<V>>> {
        let row = codec::row_key(self.rows.name(), key)?;
        r.get(&row)?.map(|stored| self.decoded(&row, &stored)).transpose()
    }

    /// The first `limit` records in the order of their keys.
    pub fn first(&self, r: &dyn Reader, limit: usize) -> Result<Vec<Arc<V>>> {
        self.scanned(r, &codec::table_span(self.rows.name()), limit)
    }

    /// The first `limit` records whose keys start with `prefix`, in the order of their keys.
    pub fn prefix<P: Key>(&self, r: &dyn Reader, prefix: &P, limit: usize) -> Result<Vec<Arc<V>>>
    where
        K: StartsWith<P>,
    {
        self.scanned(r, &self.rows.prefix_span(prefix)?, limit)
    }

    /// The first `limit` rows whose keys lie in `range`, in the order of their keys.
    pub fn range(&self, r: &dyn Reader, range: impl RangeBounds<K>, limit: usize) -> Result<Vec<(K, Arc<V>)>> {
        self.scan(r, &self.rows.span(&range)?, limit, |row, record| Ok((codec::open_key(row)?, record)))
    }

    fn scanned(&self, r: &dyn Reader, span: &Range<Vec<u8>>, limit: usize) -> Result<Vec<Arc<V>>> {
        self.scan(r, span, limit, |_, record| Ok(record))
    }

    fn scan<T>(
        &self,
        r: &dyn Reader,
        span: &Range<Vec<u8>>,
        limit: usize,
        take: impl Fn(&[u8], Arc<V>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        if limit == 0 {
            return Ok(found);
        }
        r.scan(span, Order::Forward, &mut |row, stored| {
            found.push(take(row, self.decoded(row, stored)?)?);
            Ok(if found.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        Ok(found)
    }

    fn decoded(&self, row: &[u8], stored: &[u8]) -> Result<Arc<V>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(record) = same(&known.present, row, stored) {
            return Ok(record);
        }
        let former = same(&known.former, row, stored);
        drop(known);
        let record = match former {
            Some(record) => record,
            None => Arc::new(codec::open(row, stored)?),
        };
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let forgotten = known.remember(row, stored, Arc::clone(&record));
        // Freed where nobody waits for it.
        drop(known);
        drop(forgotten);
        Ok(record)
    }
}

/// The record of a row, if it was remembered of the same bytes.
fn same<V>(known: &Generation<V>, row: &[u8], stored: &[u8]) -> Option<Arc<V>> {
    known.get(row).filter(|(bytes, _)| *bytes == stored).map(|(_, record)| Arc::clone(record))
}

impl<V> Known<V> {
    /// Remembers a record, and gives the generation that is forgotten because of it.
    fn remember(&mut self, row: &[u8], stored: &[u8], record: Arc<V>) -> Generation<V> {
        let size = row.len() + stored.len();
        let mut forgotten = BTreeMap::new();
        if ROOM < self.bytes + size {
            forgotten = mem::replace(&mut self.former, mem::take(&mut self.present));
            self.bytes = 0;
        }
        self.bytes += size;
        if let Some((former, _)) = self.present.insert(row.to_vec(), (stored.to_vec(), record)) {
            self.bytes -= row.len() + former.len();
        }
        forgotten
    }
}
