//! Tables whose rows end by themselves: sessions, links, drafts, counters.
//!
//! A row past its end is not there for anybody who asks, from that very moment: its end stands in it. The sweeper deletes
//! it later. It walks all such tables over and over, a bounded number of rows at a time, so that no row needs an index
//! entry for its end, which would double what a write costs.

use super::engine::{Order, Rows};
use super::{Finding, Key, Reader, Result, StartsWith, Table, Tx, codec};
use crate::clock::Moment;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;
use std::ops::{ControlFlow, Range, RangeBounds};

/// A table of `V` records under `K` keys, each with an end.
pub struct Expiring<K, V> {
    rows: Table<K, Row<V>>,
    kinds: PhantomData<fn() -> V>,
}

#[derive(Serialize, Deserialize)]
struct Row<V> {
    ends: Moment,
    record: V,
}

impl<K, V> Expiring<K, V> {
    /// The table's name.
    pub const fn name(&self) -> &'static str {
        self.rows.name()
    }

    /// The table of that name; see [`Table::new`].
    pub const fn new(name: &'static str) -> Self {
        Self { rows: Table::new(name), kinds: PhantomData }
    }

    /// What a check has found wrong in it.
    pub fn finding(&self, what: &str) -> Finding {
        self.rows.finding(what)
    }
}

impl<K: Key, V: Serialize + DeserializeOwned> Expiring<K, V> {
    /// The record under `key`, unless it has ended.
    pub fn get(&self, r: &dyn Reader, key: &K) -> Result<Option<V>> {
        Ok(self.rows.get(r, key)?.filter(|row| r.now() < row.ends).map(|row| row.record))
    }

    /// The record under `key`, ended or not: for those who delete it. To everybody else an ended record is not there.
    pub fn stored(&self, r: &dyn Reader, key: &K) -> Result<Option<V>> {
        Ok(self.rows.get(r, key)?.map(|row| row.record))
    }

    /// The first `limit` records whose keys start with `prefix`, ended or not: for those who delete them.
    pub fn stored_prefix<P: Key>(&self, r: &dyn Reader, prefix: &P, limit: usize) -> Result<Vec<(K, V)>>
    where
        K: StartsWith<P>,
    {
        Ok(records(self.rows.prefix(r, prefix, limit)?))
    }

    /// The record with the largest key that starts with `prefix`, unless it has ended. One row is read.
    pub fn last<P: Key>(&self, r: &dyn Reader, prefix: &P) -> Result<Option<(K, V)>>
    where
        K: StartsWith<P>,
    {
        let last = self.rows.prefix_back(r, prefix, 1)?.pop();
        Ok(last.filter(|(_, row)| r.now() < row.ends).map(|(key, row)| (key, row.record)))
    }

    /// The row's key under `key`, as a range.
    pub(super) fn span_of(&self, key: &K) -> Result<Range<Vec<u8>>> {
        self.rows.span(&(key..=key))
    }

    /// When the record under `key` ends, unless it has ended.
    pub fn ends(&self, r: &dyn Reader, key: &K) -> Result<Option<Moment>> {
        Ok(self.rows.get(r, key)?.map(|row| row.ends).filter(|ends| r.now() < *ends))
    }

    /// The first `limit` live records whose keys lie in `range`, in the order of their keys.
    pub fn range(&self, r: &dyn Reader, range: impl RangeBounds<K>, limit: usize) -> Result<Vec<(K, V)>> {
        Ok(records(self.rows.range_where(r, range, limit, |row| r.now() < row.ends)?))
    }

    /// The last `limit` live records whose keys lie in `range`, the largest key first.
    pub fn range_back(&self, r: &dyn Reader, range: impl RangeBounds<K>, limit: usize) -> Result<Vec<(K, V)>> {
        Ok(records(self.rows.range_back_where(r, range, limit, |row| r.now() < row.ends)?))
    }

    /// The first `limit` live records whose keys start with `prefix`, in the order of their keys.
    pub fn prefix<P: Key>(&self, r: &dyn Reader, prefix: &P, limit: usize) -> Result<Vec<(K, V)>>
    where
        K: StartsWith<P>,
    {
        Ok(records(self.rows.prefix_where(r, prefix, limit, |row| r.now() < row.ends)?))
    }

    /// As [`Expiring::prefix`], each record with the moment at which it ends.
    pub fn prefix_with_ends<P: Key>(&self, r: &dyn Reader, prefix: &P, limit: usize) -> Result<Vec<(K, V, Moment)>>
    where
        K: StartsWith<P>,
    {
        let rows = self.rows.prefix_where(r, prefix, limit, |row| r.now() < row.ends)?;
        Ok(rows.into_iter().map(|(key, row)| (key, row.record, row.ends)).collect())
    }

    /// Looks at every record, ended or not: for checks and reports, never for a request.
    pub fn each(&self, r: &dyn Reader, mut look: impl FnMut(&K, &V) -> Result<()>) -> Result<()> {
        self.rows.each(r, |key, row| look(key, &row.record))
    }

    /// Looks at every live record with the moment at which it ends: for checks and reports, never for a request.
    pub fn each_live(&self, r: &dyn Reader, mut look: impl FnMut(&K, &V, Moment) -> Result<()>) -> Result<()> {
        let now = r.now();
        self.rows.each(r, |key, row| if now < row.ends { look(key, &row.record, row.ends) } else { Ok(()) })
    }

    /// Stores `record` until `ends`, in place of what was there.
    pub fn put(&self, tx: &mut Tx<'_>, key: &K, record: V, ends: Moment) -> Result<()> {
        self.rows.put(tx, key, &Row { ends, record })
    }

    /// Changes the record under `key`, unless it has ended or is not there; its end stays.
    pub fn amend(&self, tx: &mut Tx<'_>, key: &K, change: impl FnOnce(&mut V)) -> Result<()> {
        let Some(mut row) = self.rows.get(tx, key)?.filter(|row| tx.now() < row.ends) else {
            return Ok(());
        };
        change(&mut row.record);
        self.rows.put(tx, key, &row)
    }

    /// Deletes at most `limit` records whose keys start with `prefix`, ended or not, and says how many it has deleted.
    pub fn delete_prefix<P: Key>(&self, tx: &mut Tx<'_>, prefix: &P, limit: usize) -> Result<usize>
    where
        K: StartsWith<P>,
    {
        let rows = self.rows.prefix(tx, prefix, limit)?;
        for (key, _) in &rows {
            self.delete(tx, key)?;
        }
        Ok(rows.len())
    }

    /// Deletes the record under `key`.
    pub fn delete(&self, tx: &mut Tx<'_>, key: &K) -> Result<()> {
        self.rows.delete(tx, key).map(drop)
    }
}

fn records<K, V>(rows: Vec<(K, Row<V>)>) -> Vec<(K, V)> {
    rows.into_iter().map(|(key, row)| (key, row.record)).collect()
}

/// Walks the tables whose rows end, a bounded number of rows at a time, and finds those that have ended. It begins anew at
/// each start of the product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sweeper {
    /// The raw key of the row with which the next step begins.
    next: Vec<u8>,
}

/// What one step of the sweeper has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedRows {
    rows: Vec<Vec<u8>>,
    /// Whether it came to the end of the last table; the next step begins with the first.
    pub finished: bool,
}

impl Sweeper {
    /// One step: it looks at no more than `limit` rows of the given tables. It only reads, so that no write waits for it.
    pub fn step(&mut self, r: &dyn Reader, tables: &[&str], limit: usize) -> Result<EndedRows> {
        let mut spans: Vec<_> = tables.iter().map(|table| codec::table_span(table)).collect();
        spans.sort_by(|a, b| a.start.cmp(&b.start));
        let (mut looked_at, mut rows, mut next) = (0, Vec::new(), None);
        for span in spans {
            r.scan(&(span.start.max(self.next.clone())..span.end), Order::Forward, &mut |row, stored| {
                if looked_at == limit {
                    next = Some(row.to_vec());
                    return Ok(ControlFlow::Break(()));
                }
                looked_at += 1;
                if has_ended(r.now(), row, stored) {
                    rows.push(row.to_vec());
                }
                Ok(ControlFlow::Continue(()))
            })?;
            if next.is_some() {
                break;
            }
        }
        let finished = next.is_none();
        self.next = next.unwrap_or_default();
        Ok(EndedRows { rows, finished })
    }
}

impl EndedRows {
    /// Whether nothing had ended.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Deletes these rows, as far as they have still ended; says how many.
    pub fn delete(&self, tx: &mut Tx<'_>) -> Result<usize> {
        let mut deleted = 0;
        for row in &self.rows {
            // A row may have been put anew since it was found.
            if tx.get(row)?.is_some_and(|stored| has_ended(tx.now(), row, &stored)) {
                tx.set(row.clone(), None);
                deleted += 1;
            }
        }
        Ok(deleted)
    }
}

/// Whether a row has ended. A damaged one has not: it is for `check` to report, and must not stop the sweeper.
fn has_ended(now: Moment, row: &[u8], stored: &[u8]) -> bool {
    codec::open::<Row<IgnoredAny>>(row, stored).is_ok_and(|found| found.ends <= now)
}
