//! Typed tables over the one ordered key space.
//!
//! A table is a name, a type of key and a type of record, declared as a constant by the feature that owns it. Every
//! list is bounded by its caller. Indexes are tables like any other, kept by their feature in the same write; nothing
//! here knows of them.

use super::engine::{Order, Rows};
use super::{Finding, Key, Reader, Result, StartsWith, Tx, codec};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use std::ops::{Bound, ControlFlow, Range, RangeBounds};

/// A table of `V` records under `K` keys.
pub struct Table<K, V> {
    name: &'static str,
    kinds: PhantomData<fn() -> (K, V)>,
}

impl<K, V> Table<K, V> {
    /// The table of that name: lower-case ASCII letters, digits, `_`, `-` and `.`, at most 64 of them. As a constant,
    /// a bad name does not compile.
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        assert!(!bytes.is_empty() && bytes.len() <= 64, "a table's name has 1 to 64 bytes");
        let mut at = 0;
        while at < bytes.len() {
            assert!(
                matches!(bytes[at], b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'.'),
                "a table's name is lower-case ASCII"
            );
            at += 1;
        }
        Self { name, kinds: PhantomData }
    }

    /// The table's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What a check has found wrong in it.
    pub fn finding(&self, what: &str) -> Finding {
        Finding { table: self.name.to_owned(), what: what.to_owned() }
    }
}

impl<K: Key, V: Serialize + DeserializeOwned> Table<K, V> {
    /// The record under `key`.
    pub fn get(&self, r: &dyn Reader, key: &K) -> Result<Option<V>> {
        let row = codec::row_key(self.name, key)?;
        match r.get(&row)? {
            Some(stored) => codec::open(&row, &stored).map(Some),
            None => Ok(None),
        }
    }

    /// The first `limit` rows whose keys lie in `range`, in the order of their keys.
    pub fn range(&self, r: &dyn Reader, range: impl RangeBounds<K>, limit: usize) -> Result<Vec<(K, V)>> {
        self.range_where(r, range, limit, |_| true)
    }

    /// The keys of the first `limit` rows in `range`, in their order. The records are not read, so that a damaged one is
    /// no error.
    pub fn keys(&self, r: &dyn Reader, range: impl RangeBounds<K>, limit: usize) -> Result<Vec<K>> {
        let mut keys = Vec::new();
        if limit == 0 {
            return Ok(keys);
        }
        self.each_key(r, range, |key| {
            keys.push(key);
            if keys.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(keys)
    }

    /// Shows the keys in `range` to `look`, in their order, until it breaks off. As with [`Table::keys`], no record is read.
    pub fn each_key(
        &self,
        r: &dyn Reader,
        range: impl RangeBounds<K>,
        mut look: impl FnMut(K) -> ControlFlow<()>,
    ) -> Result<()> {
        r.scan(&self.span(&range)?, Order::Forward, &mut |row, _| Ok(look(codec::open_key(row)?)))
    }

    /// The first `limit` rows whose keys lie in `range` and whose records are wanted, in the order of their keys.
    pub(super) fn range_where(
        &self,
        r: &dyn Reader,
        range: impl RangeBounds<K>,
        limit: usize,
        wanted: impl Fn(&V) -> bool,
    ) -> Result<Vec<(K, V)>> {
        self.collect(r, &self.span(&range)?, Order::Forward, limit, wanted)
    }

    /// The last `limit` rows whose keys lie in `range`, the largest key first.
    pub fn range_back(&self, r: &dyn Reader, range: impl RangeBounds<K>, limit: usize) -> Result<Vec<(K, V)>> {
        self.range_back_where(r, range, limit, |_| true)
    }

    /// As [`Table::range_back`], of the rows whose records are wanted.
    pub(super) fn range_back_where(
        &self,
        r: &dyn Reader,
        range: impl RangeBounds<K>,
        limit: usize,
        wanted: impl Fn(&V) -> bool,
    ) -> Result<Vec<(K, V)>> {
        self.collect(r, &self.span(&range)?, Order::Backward, limit, wanted)
    }

    /// The first `limit` rows whose keys start with `prefix`, in the order of their keys.
    pub fn prefix<P: Key>(&self, r: &dyn Reader, prefix: &P, limit: usize) -> Result<Vec<(K, V)>>
    where
        K: StartsWith<P>,
    {
        self.prefix_where(r, prefix, limit, |_| true)
    }

    /// The first `limit` rows whose keys start with `prefix` and whose records are wanted, in the order of their keys.
    pub(super) fn prefix_where<P: Key>(
        &self,
        r: &dyn Reader,
        prefix: &P,
        limit: usize,
        wanted: impl Fn(&V) -> bool,
    ) -> Result<Vec<(K, V)>>
    where
        K: StartsWith<P>,
    {
        self.collect(r, &self.prefix_span(prefix)?, Order::Forward, limit, wanted)
    }

    /// The last `limit` rows whose keys start with `prefix`, the largest key first.
    pub fn prefix_back<P: Key>(&self, r: &dyn Reader, prefix: &P, limit: usize) -> Result<Vec<(K, V)>>
    where
        K: StartsWith<P>,
    {
        self.collect(r, &self.prefix_span(prefix)?, Order::Backward, limit, |_| true)
    }

    /// Looks at every row, in the order of the keys: for checks and reports, never for a request.
    pub fn each(&self, r: &dyn Reader, mut look: impl FnMut(&K, &V) -> Result<()>) -> Result<()> {
        r.scan(&codec::table_span(self.name), Order::Forward, &mut |row, stored| {
            look(&codec::open_key(row)?, &codec::open(row, stored)?)?;
            Ok(ControlFlow::Continue(()))
        })
    }

    /// Stores `value` under `key`, in place of what was there.
    ///
    /// Fails with `TooLarge` when the key is over [`KEY_LIMIT`](super::KEY_LIMIT) or the record over [`VALUE_LIMIT`](super::VALUE_LIMIT).
    pub fn put(&self, tx: &mut Tx<'_>, key: &K, value: &V) -> Result<()> {
        let row = codec::row_key(self.name, key)?;
        let stored = codec::seal(&row, value)?;
        tx.set(row, Some(stored));
        Ok(())
    }

    /// Deletes the row under `key`; says whether there was one.
    pub fn delete(&self, tx: &mut Tx<'_>, key: &K) -> Result<bool> {
        let row = codec::row_key(self.name, key)?;
        let was_there = tx.get(&row)?.is_some();
        if was_there {
            tx.set(row, None);
        }
        Ok(was_there)
    }

    fn collect(
        &self,
        r: &dyn Reader,
        span: &Range<Vec<u8>>,
        order: Order,
        limit: usize,
        wanted: impl Fn(&V) -> bool,
    ) -> Result<Vec<(K, V)>> {
        let mut rows = Vec::new();
        if limit == 0 {
            return Ok(rows);
        }
        r.scan(span, order, &mut |row, stored| {
            let record = codec::open(row, stored)?;
            if wanted(&record) {
                rows.push((codec::open_key(row)?, record));
            }
            Ok(if rows.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        Ok(rows)
    }

    /// The rows' keys of a range of typed keys: start included, end excluded.
    pub(super) fn span(&self, range: &impl RangeBounds<K>) -> Result<Range<Vec<u8>>> {
        let at = |key: &K| codec::row_key(self.name, key);
        let start = match range.start_bound() {
            Bound::Included(key) => at(key)?,
            Bound::Excluded(key) => just_after(at(key)?),
            Bound::Unbounded => codec::table_start(self.name),
        };
        let end = match range.end_bound() {
            Bound::Included(key) => just_after(at(key)?),
            Bound::Excluded(key) => at(key)?,
            Bound::Unbounded => past_prefix(codec::table_start(self.name)),
        };
        Ok(start..end)
    }

    /// The rows' keys that start with `prefix`.
    pub(super) fn prefix_span<P: Key>(&self, prefix: &P) -> Result<Range<Vec<u8>>> {
        let start = codec::row_key(self.name, prefix)?;
        Ok(start.clone()..past_prefix(start))
    }
}

/// The smallest byte string after `key`.
fn just_after(mut key: Vec<u8>) -> Vec<u8> {
    key.push(0);
    key
}

/// The smallest byte string after all that start with `prefix`. A row's key starts with a name in ASCII, so some byte
/// can always be raised.
fn past_prefix(mut prefix: Vec<u8>) -> Vec<u8> {
    while prefix.last() == Some(&u8::MAX) {
        prefix.pop();
    }
    if let Some(last) = prefix.last_mut() {
        *last += 1;
    }
    prefix
}
