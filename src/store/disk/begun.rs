//! An attempt on the rows in redb: how they are read, and what becomes of a commit.

use super::border::guarded;
use super::open::Open;
use super::rows::{ROWS, commit};
use super::served::{Served, discard};
use crate::store::engine::{Attempt, Changes, Order, RowFn, Rows, Verdict};
use crate::store::{Error, Result};
use redb::{ReadOnlyTable, ReadableDatabase};
use std::ops::Range;
use std::sync::Arc;

/// All rows as they were after one commit, and the right to make the next.
pub(super) struct Begun {
    rows: ReadOnlyTable<&'static [u8], &'static [u8]>,
    served: Arc<Served>,
    /// How many commits there had been when it began.
    after: u64,
    /// Dropped last; keeps the database in use while it is read.
    open: Arc<Open>,
}

impl Begun {
    /// Begins on the last commit that was acknowledged.
    pub(super) fn on(served: &Arc<Served>) -> Result<Self> {
        let open = served.open()?;
        let begun = Self::on_one(Arc::clone(&open), Arc::clone(served));
        if open.condition.failure().is_none() {
            return begun;
        }
        // It may show a commit that has just failed.
        drop(begun);
        served.show_last_commit(&open)?;
        Self::on_one(served.open()?, Arc::clone(served))
    }

    fn on_one(open: Arc<Open>, served: Arc<Served>) -> Result<Self> {
        // Counted first: a commit in between makes this attempt a conflict, although its rows are the newest.
        let after = served.commits.count();
        let rows = guarded(|| Ok::<_, redb::Error>(open.database.begin_read()?.open_table(ROWS)?))?;
        Ok(Self { rows, served, after, open })
    }
}

impl Attempt for Begun {
    fn commit(self: Box<Self>, changes: &Changes) -> Result<Verdict> {
        let Self { rows, served, after, open } = *self;
        // Ends the read, so that redb may reuse its pages.
        drop(rows);
        let verdict = served.commits.one_after(after, || {
            let refused = || open.refusal().map_or(Ok(()), |why| Err(Error::Engine(why.to_owned())));
            let outcome = refused().and_then(|()| commit(&open.database, changes)).and_then(|()| refused());
            outcome.inspect_err(|error| served.has_failed(&open, error))
        });
        // This may be the last one to use a database whose disk has failed.
        discard(open);
        verdict
    }
}

impl Rows for Begun {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        guarded(|| Ok::<_, redb::Error>(self.rows.get_owned(key)?.map(|value| value.value().to_vec())))
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        if span.is_empty() {
            return Ok(());
        }
        let mut rows = guarded(|| self.rows.range_owned(span.start.as_slice()..span.end.as_slice()))?;
        let mut step = || {
            guarded(|| {
                let row = match order {
                    Order::Forward => rows.next(),
                    Order::Backward => rows.next_back(),
                };
                row.transpose()
            })
        };
        while let Some((key, value)) = step()? {
            // A damaged page can also show only when its bytes are looked at.
            let (key, value) = guarded(|| Ok::<_, redb::Error>((key.value(), value.value())))?;
            if visit(key, value)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}
