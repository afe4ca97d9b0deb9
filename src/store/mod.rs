//! The only room that knows redb: everything the product remembers is a row here.
//!
//! Features see a [`Store`], typed [`Table`]s, a [`Reader`] and a [`Tx`]; the last two carry the moment that they were
//! begun with. A read is one snapshot, on the caller's thread. A write is a closure that runs on the one writer thread,
//! together with the others that wait, and is answered only when it is on the disk. A write's closure may run more
//! than once and must have no effect but its writes. The few rows that every page reads can be [`Pinned`].

mod backup;
mod batch;
mod check;
mod codec;
mod commit_number;
mod compact;
mod decoded;
mod disk;
mod engine;
mod error;
mod expiring;
mod folder;
mod handle;
mod health;
mod key;
mod overlay;
mod panic;
mod pin;
mod reader;
mod table;
mod tally;
mod tx;
mod watch;
mod writer;

pub use backup::Copied;
pub use check::{Finding, IndexCheck, Known, Report, check, check_file};
pub use codec::{KEY_LIMIT, VALUE_LIMIT};
pub use commit_number::CommitNumber;
pub use compact::compact;
pub use decoded::Decoded;
pub use disk::{FORMAT, Medium, RedbEngine};
pub use engine::{Attempt, Changes, Engine, Order, RowFn, Rows, Verdict, Verification};
pub use error::{Error, OpenError, Result};
pub use expiring::{EndedRows, Expiring, Sweeper};
pub use folder::DATA_FILE;
pub use handle::{Options, Store};
pub use health::{DAMAGED, Health};
pub use key::{Key, StartsWith};
pub use pin::Pinned;
pub use reader::{Reader, Snapshot};
pub use table::Table;
pub use tally::{IndexTally, Tally, hash_of};
pub use tx::Tx;
pub use watch::{CommitWatch, WatchedRows};
