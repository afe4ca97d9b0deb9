//! Tables whose rows end by themselves: sessions, links, drafts, counters.
//!
//! A row past its end is not there for anybody who asks, from that very moment. The sweeper deletes it later, found
//! by an index over the ends of all such tables, so that it never walks what is alive. Which rows end when is
//! decided by whoever puts them.

use super::engine::Order;
use super::{Error, Finding, IndexTally, Key, Reader, Result, StartsWith, Table, Tx, codec};
use crate::clock::Moment;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;
use std::ops::{ControlFlow, RangeBounds};

/// Which row ends when. The row's own key is part of this one, so that an entry is there or not, and never twice.
const ENDS: Table<(Moment, RowName), ()> = Table::new("end");

/// The names of this file's own tables.
pub const TABLES: [&str; 1] = [ENDS.name()];

/// The raw key of a row, table and all; the last part of a key, since nothing marks its end.
struct RowName(Vec<u8>);

impl Key for RowName {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.0);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some(Self(std::mem::take(input).to_vec()))
    }
}

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

    /// Looks at every record, ended or not: for checks and reports, never for a request.
    pub fn each(&self, r: &dyn Reader, mut look: impl FnMut(&K, &V) -> Result<()>) -> Result<()> {
        self.rows.each(r, |key, row| look(key, &row.record))
    }

    /// Stores `record` until `ends`, in place of what was there.
    pub fn put(&self, tx: &mut Tx<'_>, key: &K, record: V, ends: Moment) -> Result<()> {
        let row = codec::row_key(self.rows.name(), key)?;
        // One entry for each row, so that a row that is put again and again does not grow the index.
        unlist(tx, &row)?;
        self.rows.put(tx, key, &Row { ends, record })?;
        ENDS.put(tx, &(ends, RowName(row)), &())
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
        unlist(tx, &codec::row_key(self.rows.name(), key)?)?;
        self.rows.delete(tx, key).map(drop)
    }
}

fn records<K, V>(rows: Vec<(K, Row<V>)>) -> Vec<(K, V)> {
    rows.into_iter().map(|(key, row)| (key, row.record)).collect()
}

/// Deletes at most `limit` rows that have ended; says how many entries of the index it has dealt with.
pub fn sweep(tx: &mut Tx<'_>, limit: usize) -> Result<usize> {
    let now = tx.now();
    let later = (Moment::from_millis(now.millis().saturating_add(1)), RowName(Vec::new()));
    let due = ENDS.range(tx, ..later, limit)?;
    for (entry, ()) in &due {
        let RowName(row) = &entry.1;
        // An entry may be left over from a row that was damaged when it was put again or deleted.
        if end_of(tx, row)?.is_some_and(|ends| ends <= now) {
            tx.set(row.clone(), None);
        }
        ENDS.delete(tx, entry)?;
    }
    Ok(due.len())
}

/// Looks for rows of the given tables that the sweeper would never find.
///
/// # Errors
/// When the store cannot be read.
pub fn check_ends(r: &dyn Reader, tables: &[&str]) -> Result<Vec<Finding>> {
    let (mut tally, mut findings) = (IndexTally::of(&ENDS), Vec::new());
    each_end(r, tables, |_, entry| tally.require(&entry, &()))?;
    tally.find_all(r)?;
    // An entry that is left over from a row is no damage, so that the sums may disagree in sound data too.
    if !tally.agrees() {
        each_end(r, tables, |table, entry| {
            if tally.doubts(&entry, &())? && ENDS.get(r, &entry)?.is_none() {
                findings.push(Finding { table: table.to_owned(), what: "a row would never be deleted".to_owned() });
            }
            Ok(())
        })?;
    }
    Ok(findings)
}

/// Looks at the entry that each row of the given tables should have. A damaged row is reported by the walk over all rows.
fn each_end(
    r: &dyn Reader,
    tables: &[&str],
    mut look: impl FnMut(&str, (Moment, RowName)) -> Result<()>,
) -> Result<()> {
    for table in tables {
        r.scan(&codec::table_span(table), Order::Forward, &mut |row, stored| {
            if let Ok(found) = codec::open::<Row<IgnoredAny>>(row, stored) {
                look(table, (found.ends, RowName(row.to_vec())))?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
    }
    Ok(())
}

/// Takes the entry of a row off the index.
fn unlist(tx: &mut Tx<'_>, row: &[u8]) -> Result<()> {
    match end_of(tx, row)? {
        Some(ends) => ENDS.delete(tx, &(ends, RowName(row.to_vec()))).map(drop),
        None => Ok(()),
    }
}

/// When a row ends, if there is one.
fn end_of(r: &dyn Reader, row: &[u8]) -> Result<Option<Moment>> {
    let Some(stored) = r.get(row)? else { return Ok(None) };
    match codec::open::<Row<IgnoredAny>>(row, &stored) {
        Ok(found) => Ok(Some(found.ends)),
        // A damaged row is for `check` to report; it must stop neither the sweeper nor whoever puts a sound one there.
        Err(Error::Corrupt { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}
