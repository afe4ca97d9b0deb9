//! An engine of which the rows of one table cannot be read, as when the page of the data file is damaged on which they lie.

use super::plain;
use mypage::store::{Attempt, Changes, Engine, Error, Order, RedbEngine, Result, RowFn, Rows, Verdict};
use std::ops::Range;

pub struct Unreadable {
    inner: RedbEngine,
    table: &'static str,
}

impl Unreadable {
    pub fn table(table: &'static str) -> Self {
        Self { inner: plain::engine(), table }
    }
}

struct Reading {
    inner: Box<dyn Attempt>,
    table: &'static str,
}

impl Rows for Reading {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        if key.split(|byte| *byte == 0).next() == Some(self.table.as_bytes()) {
            return Err(Error::Engine("the page is damaged".to_owned()));
        }
        self.inner.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        self.inner.scan(span, order, visit)
    }
}

impl Attempt for Reading {
    fn commit(self: Box<Self>, changes: &Changes) -> Result<Verdict> {
        self.inner.commit(changes)
    }
}

impl Engine for Unreadable {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        Ok(Box::new(Reading { inner: self.inner.begin()?, table: self.table }))
    }

    fn is_exclusive(&self) -> bool {
        true
    }

    fn recover(&self) -> Result<()> {
        self.inner.recover()
    }

    fn close(&self) {
        self.inner.close();
    }
}
