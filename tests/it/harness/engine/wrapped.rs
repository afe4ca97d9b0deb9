//! An attempt of another engine whose commit is somebody else's to carry out.

use mypage::store::{Attempt, Changes, Engine, Order, Result, RowFn, Rows, Verdict};
use std::ops::Range;

pub struct Wrapped<F> {
    inner: Box<dyn Attempt>,
    commit: F,
}

impl<F> Wrapped<F>
where
    F: FnOnce(Box<dyn Attempt>, &Changes) -> Result<Verdict> + Send + Sync + 'static,
{
    /// Begins an attempt that reads as one of `engine` does, and commits by calling `commit` with it.
    pub fn begin(engine: &dyn Engine, commit: F) -> Result<Box<dyn Attempt>> {
        Ok(Box::new(Self { inner: engine.begin()?, commit }))
    }
}

impl<F: Send + Sync> Rows for Wrapped<F> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        self.inner.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        self.inner.scan(span, order, visit)
    }
}

impl<F> Attempt for Wrapped<F>
where
    F: FnOnce(Box<dyn Attempt>, &Changes) -> Result<Verdict> + Send + Sync,
{
    fn commit(self: Box<Self>, changes: &Changes) -> Result<Verdict> {
        let Self { inner, commit } = *self;
        commit(inner, changes)
    }
}
