//! Records that are decoded once: the few rows that nearly every page needs, such as clinics and their menus.
//!
//! A record is remembered together with the bytes of its row, and used again only where a snapshot has the same bytes there. So
//! what is remembered can neither be stale nor come from another store, and nobody has to follow commits.

use super::engine::Order;
use super::{Key, Reader, Result, StartsWith, Table, codec};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range, RangeBounds};
use std::sync::{Arc, PoisonError, RwLock};

/// How many bytes of rows are remembered at most; beyond that, all are forgotten and remembered anew.
const ROOM: usize = 4 << 20;

/// Reads a table of `V` records under `K` keys, each of which is decoded once.
pub struct Decoded<K, V> {
    rows: Table<K, V>,
    known: RwLock<Known<V>>,
}

struct Known<V> {
    /// By the row's key.
    records: BTreeMap<Vec<u8>, (Vec<u8>, Arc<V>)>,
    /// How many bytes their rows have.
    bytes: usize,
}

impl<K, V> Decoded<K, V> {
    /// Those of a table.
    pub const fn of(rows: Table<K, V>) -> Self {
        Self { rows, known: RwLock::new(Known { records: BTreeMap::new(), bytes: 0 }) }
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
        if let Some((bytes, record)) = known.records.get(row)
            && *bytes == stored
        {
            return Ok(Arc::clone(record));
        }
        drop(known);
        let record = Arc::new(codec::open(row, stored)?);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.remember(row, stored, Arc::clone(&record));
        Ok(record)
    }
}

impl<V> Known<V> {
    fn remember(&mut self, row: &[u8], stored: &[u8], record: Arc<V>) {
        let size = row.len() + stored.len();
        if ROOM < self.bytes + size {
            self.records.clear();
            self.bytes = 0;
        }
        self.bytes += size;
        if let Some((former, _)) = self.records.insert(row.to_vec(), (stored.to_vec(), record)) {
            self.bytes -= row.len() + former.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::store::Store;

    const NAMES: Table<(u64, u64), String> = Table::new("names");
    const NOW: Moment = Moment::from_millis(0);

    fn put(store: &Store, key: (u64, u64), name: &str) {
        let name = name.to_owned();
        store.write_blocking(NOW, move |tx| NAMES.put(tx, &key, &name)).unwrap();
    }

    #[test]
    fn a_record_is_decoded_once_as_long_as_its_row_stays_the_same() {
        let (decoded, store) = (Decoded::of(NAMES), Store::memory());
        let get = |store: &Store, key| store.read_blocking(NOW, |r| decoded.get(r, &key)).unwrap();
        put(&store, (1, 1), "hanako");
        let first = get(&store, (1, 1)).unwrap();
        assert!(Arc::ptr_eq(&first, &get(&store, (1, 1)).unwrap()));
        let before = store.snapshot_blocking(NOW).unwrap();
        put(&store, (1, 1), "taro");
        assert_eq!(*get(&store, (1, 1)).unwrap(), "taro");
        assert_eq!(*decoded.get(&before, &(1, 1)).unwrap().unwrap(), "hanako", "as the snapshot has it");
        put(&store, (1, 2), "jiro");
        put(&store, (2, 1), "saburo");
        let all = store.read_blocking(NOW, |r| decoded.prefix(r, &1, 9)).unwrap();
        assert_eq!(all.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["taro", "jiro"]);
        assert_eq!(store.read_blocking(NOW, |r| decoded.first(r, 9)).unwrap().len(), 3);
        let some = store.read_blocking(NOW, |r| decoded.range(r, (1, 2)..=(2, 1), 9)).unwrap();
        assert_eq!(some.iter().map(|(key, _)| *key).collect::<Vec<_>>(), [(1, 2), (2, 1)]);
        let other = Store::memory();
        assert_eq!(get(&other, (1, 1)), None, "another store has its own rows");
        put(&other, (1, 1), "shiro");
        assert_eq!(*get(&other, (1, 1)).unwrap(), "shiro");
        store.write_blocking(NOW, |tx| NAMES.delete(tx, &(1, 1))).unwrap();
        assert_eq!(get(&store, (1, 1)), None);
    }

    #[test]
    fn what_is_remembered_has_a_bound() {
        let (decoded, store) = (Decoded::of(NAMES), Store::memory());
        let long = "x".repeat(60_000);
        for key in 0..100 {
            put(&store, (key, 0), &long);
            store.read_blocking(NOW, |r| decoded.get(r, &(key, 0))).unwrap().unwrap();
            let known = decoded.known.read().unwrap();
            let held: usize = known.records.iter().map(|(row, (stored, _))| row.len() + stored.len()).sum();
            assert_eq!(known.bytes, held);
            assert!(held <= ROOM);
        }
    }
}
