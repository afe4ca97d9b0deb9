//! Uncommitted changes laid over the rows below them, seen as one.
//!
//! This is how the closures of one group are kept apart: each sees the snapshot, over it what the closures before it
//! have changed, and over that its own changes.

use super::Result;
use super::engine::{Changes, Order, RowFn, Rows};
use std::collections::btree_map;
use std::iter::Peekable;
use std::ops::{ControlFlow, Range};

/// `changes` over `below`.
pub(super) struct Layer<'a> {
    pub(super) below: &'a dyn Rows,
    pub(super) changes: &'a Changes,
}

impl Rows for Layer<'_> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        match self.changes.get(key) {
            Some(change) => Ok(change.clone()),
            None => self.below.get(key),
        }
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        if span.is_empty() {
            return Ok(());
        }
        let mut own = Own { rows: self.changes.range(span.clone()), order }.peekable();
        let mut flow = ControlFlow::Continue(());
        self.below.scan(span, order, &mut |key, value| {
            flow = before(&mut own, key, order, visit)?;
            if flow.is_continue() {
                flow = match own.next_if(|(own_key, _)| own_key.as_slice() == key) {
                    Some((_, change)) => show(key, change, visit)?,
                    None => visit(key, value)?,
                };
            }
            Ok(flow)
        })?;
        while flow.is_continue()
            && let Some((key, change)) = own.next()
        {
            flow = show(key, change, visit)?;
        }
        Ok(())
    }
}

/// The layer's own changes within a span, in the order of the scan.
struct Own<'a> {
    rows: btree_map::Range<'a, Vec<u8>, Option<Vec<u8>>>,
    order: Order,
}

impl<'a> Iterator for Own<'a> {
    type Item = (&'a Vec<u8>, &'a Option<Vec<u8>>);

    fn next(&mut self) -> Option<Self::Item> {
        match self.order {
            Order::Forward => self.rows.next(),
            Order::Backward => self.rows.next_back(),
        }
    }
}

/// Shows the layer's own rows that come before `key`.
fn before(own: &mut Peekable<Own<'_>>, key: &[u8], order: Order, visit: &mut RowFn<'_>) -> Result<ControlFlow<()>> {
    let earlier = |own_key: &[u8]| match order {
        Order::Forward => own_key < key,
        Order::Backward => own_key > key,
    };
    while let Some((own_key, change)) = own.next_if(|(own_key, _)| earlier(own_key)) {
        if show(own_key, change, visit)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Shows one changed row, unless the change is its deletion.
fn show(key: &[u8], change: &Option<Vec<u8>>, visit: &mut RowFn<'_>) -> Result<ControlFlow<()>> {
    match change {
        Some(value) => visit(key, value),
        None => Ok(ControlFlow::Continue(())),
    }
}
