//! An engine in which one read of a row by its key can be held up, with the row already in hand.

use super::plain;
use mypage::store::{Attempt, Changes, Engine, Order, RedbEngine, Result, RowFn, Rows, Verdict};
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// Where the next read waits.
type Next = Arc<Mutex<Option<(Sender<()>, Receiver<()>)>>>;

/// Holds up the next read by key; clones are the same.
#[derive(Clone, Default)]
pub struct Hold(Next);

impl Hold {
    /// Holds up the next read. The first end says that it waits; it goes on when the second is dropped.
    pub fn next(&self) -> (Receiver<()>, Sender<()>) {
        let ((reached, waits), (go, gone)) = (channel(), channel());
        *self.0.lock().unwrap() = Some((reached, gone));
        (waits, go)
    }
}

pub struct Held {
    inner: RedbEngine,
    hold: Hold,
}

impl Held {
    pub fn by(hold: Hold) -> Self {
        Self { inner: plain::engine(), hold }
    }
}

struct Holding {
    inner: Box<dyn Attempt>,
    hold: Hold,
}

impl Rows for Holding {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let row = self.inner.get(key);
        let next = self.hold.0.lock().unwrap().take();
        if let Some((reached, go)) = next {
            let _ = reached.send(());
            let _ = go.recv();
        }
        row
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        self.inner.scan(span, order, visit)
    }
}

impl Attempt for Holding {
    fn commit(self: Box<Self>, changes: &Changes) -> Result<Verdict> {
        self.inner.commit(changes)
    }
}

impl Engine for Held {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        Ok(Box::new(Holding { inner: self.inner.begin()?, hold: self.hold.clone() }))
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
