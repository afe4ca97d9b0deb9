//! The header of a redb file, as far as a verification has to change it: which trees it names.
//!
//! redb verifies the rows and its own bookkeeping (free pages, allocator state) in one go. While others write, only the
//! rows of a snapshot stand still; the pages of the bookkeeping are overwritten by the commits that follow. So each is
//! verified under a header that leaves out the other. The layout is that of redb's file format 3, in its `design.md`.

use std::ops::Range;
use xxhash_rust::xxh3::xxh3_128;

/// How many bytes of the file are the header.
pub(super) const LENGTH: usize = 320;

/// Which slot holds the latest commit is the lowest bit of this byte.
const GOD_BYTE: usize = 9;
const SLOTS: [Range<usize>; 2] = [64..192, 192..320];
/// Within a slot: the format version, whether there are rows, whether there is bookkeeping, and the checksum of all
/// that stands before it.
const VERSION: usize = 0;
const HAS_ROWS: usize = 1;
const HAS_BOOKKEEPING: usize = 2;
const CHECKSUM: usize = 112;

/// The trees of a redb file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// All rows of all tables.
    Rows,
    /// What redb notes for itself: which pages are free.
    Bookkeeping,
}

/// Makes the header name no tree but `tree`. `None` when the header is not one of the known format, or damaged.
pub(super) fn narrowed(mut header: [u8; LENGTH], tree: Tree) -> Option<[u8; LENGTH]> {
    let latest = SLOTS[usize::from(header[GOD_BYTE] & 1)].clone();
    let slot = header.get_mut(latest)?;
    let (named, checksum) = slot.split_at_mut_checked(CHECKSUM)?;
    if named[VERSION] != 3 || checksum != xxh3_128(named).to_le_bytes() {
        return None;
    }
    named[match tree {
        Tree::Rows => HAS_BOOKKEEPING,
        Tree::Bookkeeping => HAS_ROWS,
    }] = 0;
    checksum.copy_from_slice(&xxh3_128(named).to_le_bytes());
    Some(header)
}
