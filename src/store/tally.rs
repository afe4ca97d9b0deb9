//! Whether two sides hold the same entries, told from sums: one pass over each side, in bounded memory.
//!
//! Every entry that should be there is hashed and added to one of a few thousand sums, every entry that is there is
//! subtracted. A sum that is not zero in the end says that among its entries something is missing or too many. Only then
//! a second pass looks at the entries of such sums one by one, so that checking an index takes as long as reading it.

use super::engine::Order;
use super::{Expiring, Key, Reader, Result, Table, codec};
use crate::clock::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::ops::ControlFlow;

#[cfg(test)]
mod tests;

/// How many sums there are: of a million entries, one that is wrong puts 250 in doubt.
const SUMS: usize = 4096;

/// What should be there against what is, in groups: where a group is wrong, it is in doubt as a whole.
pub struct Tally(Vec<u64>);

impl Default for Tally {
    fn default() -> Self {
        Self(vec![0; SUMS])
    }
}

impl Tally {
    /// Counts an entry that a group should have.
    pub fn require(&mut self, group: &impl Hash, entry: &impl Hash) {
        self.add(hash_of(group), hash_of(&(group, entry)));
    }

    /// Counts an entry that a group has, so many times.
    pub fn find(&mut self, group: &impl Hash, entry: &impl Hash, times: u32) {
        let hash = hash_of(&(group, entry)).wrapping_mul(u64::from(times));
        self.add(hash_of(group), hash.wrapping_neg());
    }

    /// Whether a group may not have what it should.
    pub fn doubts(&self, group: &impl Hash) -> bool {
        self.doubts_hash(hash_of(group))
    }

    /// Whether all groups have what they should and nothing else.
    pub fn agrees(&self) -> bool {
        self.0.iter().all(|sum| *sum == 0)
    }

    fn add(&mut self, group: u64, hash: u64) {
        if let Some(sum) = self.0.get_mut(place(group)) {
            *sum = sum.wrapping_add(hash);
        }
    }

    fn doubts_hash(&self, group: u64) -> bool {
        self.0.get(place(group)) != Some(&0)
    }
}

/// The entries that an index should hold against those that it holds.
///
/// Both are counted once. Where they disagree, [`IndexTally::look_closer`] is called and both are counted again; then it
/// is known how many entries are missing, and how many do not belong there.
pub struct IndexTally<K, V> {
    index: &'static str,
    tally: Tally,
    /// In the second pass, by the hashes of entries in doubt: how many more of an entry are expected than found.
    closer: Option<HashMap<u64, i64>>,
    kinds: PhantomData<fn() -> (K, V)>,
}

impl<K: Key, V: Serialize> IndexTally<K, V> {
    /// A tally of this index, with nothing counted yet.
    pub fn of(index: &Table<K, V>) -> Self {
        Self { index: index.name(), tally: Tally::default(), closer: None, kinds: PhantomData }
    }

    /// A tally of an index whose entries end, as do the records that it lists.
    pub fn of_live(index: &Expiring<K, V>) -> Self {
        Self { index: index.name(), tally: Tally::default(), closer: None, kinds: PhantomData }
    }

    /// Counts an entry that the index should hold until `ends`, because what it lists is live.
    pub fn require_until(&mut self, key: &K, value: &V, ends: Moment) -> Result<()> {
        self.count(hash_of(&(self.hash(key, value)?, ends)), 1);
        Ok(())
    }

    /// Counts the live entries of such an index. Those that have ended are swept apart from what they list, so that they
    /// count on neither side.
    pub fn find_live(&mut self, r: &dyn Reader, index: &Expiring<K, V>) -> Result<()>
    where
        V: DeserializeOwned,
    {
        index.each_live(r, |key, value, ends| {
            self.count(hash_of(&(self.hash(key, value)?, ends)), -1);
            Ok(())
        })
    }

    /// Counts an entry that the index should hold.
    pub fn require(&mut self, key: &K, value: &V) -> Result<()> {
        self.count(self.hash(key, value)?, 1);
        Ok(())
    }

    /// Counts all that the index holds, as it is stored. What cannot be decoded is an entry that does not belong there.
    pub fn find_all(&mut self, r: &dyn Reader) -> Result<()> {
        r.scan(&codec::table_span(self.index), Order::Forward, &mut |row, stored| {
            self.count(hash_of(&(row, codec::record_of(stored))), -1);
            Ok(ControlFlow::Continue(()))
        })
    }

    fn count(&mut self, hash: u64, by: i64) {
        match &mut self.closer {
            None => self.tally.add(hash, hash.wrapping_mul(by.cast_unsigned())),
            Some(closer) if self.tally.doubts_hash(hash) => *closer.entry(hash).or_default() += by,
            Some(_) => {}
        }
    }

    /// Whether an entry may be missing, or is expected by mistake.
    pub fn doubts(&self, key: &K, value: &V) -> Result<bool> {
        Ok(self.tally.doubts_hash(self.hash(key, value)?))
    }

    fn hash(&self, key: &K, value: &V) -> Result<u64> {
        Ok(hash_of(&(codec::row_key(self.index, key)?, codec::encode(self.index, value)?)))
    }

    /// Whether the index holds what it should and nothing else.
    pub fn agrees(&self) -> bool {
        self.tally.agrees()
    }

    /// From here on, entries in doubt are counted one by one.
    pub fn look_closer(&mut self) {
        self.closer = Some(HashMap::new());
    }

    /// How many entries the index lacks, after the second pass.
    pub fn missing(&self) -> usize {
        self.closer.iter().flat_map(HashMap::values).filter(|more| **more > 0).count()
    }

    /// How many entries do not belong in the index, after the second pass.
    pub fn strangers(&self) -> usize {
        self.closer.iter().flat_map(HashMap::values).filter(|more| **more < 0).count()
    }
}

/// The 64-bit hash of an entry.
pub fn hash_of(entry: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    entry.hash(&mut hasher);
    hasher.finish()
}

/// The number of the sum that a group belongs to.
fn place(group: u64) -> usize {
    usize::try_from(group >> (u64::BITS - SUMS.ilog2())).unwrap_or_default()
}
