//! A look at a medium that leaves it as it is: what is written goes to memory and hides what lies below.
//!
//! redb repairs and verifies a file by writing to it. Through a shadow it can do so on a file that must stay
//! untouched: one from a newer release, a damaged one under examination, or one on a disk that takes no writes.

use redb::StorageBackend;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

#[cfg(test)]
mod tests;

const BLOCK: usize = 4096;

/// The medium's bytes with changes in memory over them.
#[derive(Debug)]
pub(super) struct Shadow {
    below: Arc<dyn StorageBackend>,
    changed: RwLock<Changed>,
}

#[derive(Debug)]
struct Changed {
    len: u64,
    /// How much of what lies below still counts; a file that was cut and grown again has zeros after the cut.
    below_len: u64,
    blocks: HashMap<u64, Box<[u8]>>,
}

impl Shadow {
    pub(super) fn of(below: Arc<dyn StorageBackend>) -> io::Result<Self> {
        let len = below.len()?;
        Ok(Self::of_length(below, len))
    }

    /// As [`Shadow::of`], over a medium that is known to be so long.
    pub(super) fn of_length(below: Arc<dyn StorageBackend>, len: u64) -> Self {
        Self { below, changed: RwLock::new(Changed { len, below_len: len, blocks: HashMap::new() }) }
    }

    /// One block as it lies below, with zeros where nothing lies.
    fn block_below(&self, block: u64, below_len: u64) -> io::Result<Box<[u8]>> {
        let mut bytes = vec![0; BLOCK].into_boxed_slice();
        let start = block * BLOCK as u64;
        let held = usize::try_from(below_len.saturating_sub(start)).unwrap_or(BLOCK).min(BLOCK);
        if let Some(held) = bytes.get_mut(..held).filter(|held| !held.is_empty()) {
            self.below.read(start, held)?;
        }
        Ok(bytes)
    }
}

impl StorageBackend for Shadow {
    fn len(&self) -> io::Result<u64> {
        Ok(self.changed.read().unwrap_or_else(PoisonError::into_inner).len)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let changed = self.changed.read().unwrap_or_else(PoisonError::into_inner);
        if offset.saturating_add(out.len() as u64) > changed.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let untouched = |(block, _)| !changed.blocks.contains_key(&block);
        if offset + out.len() as u64 <= changed.below_len && pieces(offset, out.len()).all(untouched) {
            return self.below.read(offset, out);
        }
        let mut rest = out;
        for (block, within) in pieces(offset, rest.len()) {
            let (piece, after) = rest.split_at_mut(within.len());
            match changed.blocks.get(&block) {
                Some(bytes) => copy(piece, bytes, within),
                None => copy(piece, &self.block_below(block, changed.below_len)?, within),
            }
            rest = after;
        }
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut changed = self.changed.write().unwrap_or_else(PoisonError::into_inner);
        if len < changed.len {
            changed.below_len = changed.below_len.min(len);
            changed.blocks.retain(|block, _| *block * (BLOCK as u64) < len);
            let cut = len % BLOCK as u64;
            if let Some(bytes) = changed.blocks.get_mut(&(len / BLOCK as u64)) {
                bytes.iter_mut().skip(usize::try_from(cut).unwrap_or(BLOCK)).for_each(|byte| *byte = 0);
            }
        }
        changed.len = len;
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut changed = self.changed.write().unwrap_or_else(PoisonError::into_inner);
        let below_len = changed.below_len;
        let mut rest = data;
        for (block, within) in pieces(offset, data.len()) {
            let (piece, after) = rest.split_at(within.len());
            let bytes = match changed.blocks.entry(block) {
                Entry::Occupied(held) => held.into_mut(),
                Entry::Vacant(free) => free.insert(self.block_below(block, below_len)?),
            };
            if let Some(target) = bytes.get_mut(within) {
                target.copy_from_slice(piece);
            }
            rest = after;
        }
        changed.len = changed.len.max(offset + data.len() as u64);
        Ok(())
    }
}

/// The blocks that `len` bytes from `offset` touch, and which part of each.
fn pieces(offset: u64, len: usize) -> impl Iterator<Item = (u64, Range<usize>)> {
    let mut at = offset;
    let end = offset + len as u64;
    std::iter::from_fn(move || {
        if at >= end {
            return None;
        }
        let block = at / BLOCK as u64;
        let start = usize::try_from(at % BLOCK as u64).ok()?;
        let taken = usize::try_from(end - at).ok()?.min(BLOCK - start);
        at += taken as u64;
        Some((block, start..start + taken))
    })
}

fn copy(piece: &mut [u8], block: &[u8], within: Range<usize>) {
    if let Some(source) = block.get(within) {
        piece.copy_from_slice(source);
    }
}
