//! An engine that counts what is read and written: rows asked for by their key, rows that a scan has visited, and rows
//! that commits have changed.

use super::plain;
use mypage::store::{Attempt, Changes, Engine, Order, RedbEngine, Result, RowFn, Rows, Verdict};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What was read and written since the last look.
#[derive(Default)]
pub struct Reads {
    gets: Mutex<Vec<String>>,
    visits: AtomicUsize,
    commits: Mutex<Vec<BTreeMap<String, usize>>>,
}

impl Reads {
    /// The table of each row that was asked for by key, and how many rows a scan has visited, since the last look.
    pub fn since(&self) -> (Vec<String>, usize) {
        (std::mem::take(&mut *self.gets.lock().unwrap()), self.visits.swap(0, Ordering::SeqCst))
    }

    /// Each commit since the last look: how many rows of which table it has changed.
    pub fn commits(&self) -> Vec<BTreeMap<String, usize>> {
        std::mem::take(&mut *self.commits.lock().unwrap())
    }
}

pub struct Watched {
    inner: RedbEngine,
    reads: Arc<Reads>,
}

impl Watched {
    pub fn into(reads: Arc<Reads>) -> Self {
        Self { inner: plain::engine(), reads }
    }
}

struct Watching {
    inner: Box<dyn Attempt>,
    reads: Arc<Reads>,
}

impl Rows for Watching {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
        self.reads.gets.lock().unwrap().push(table_of(key));
        self.inner.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> Result<()> {
        self.inner.scan(span, order, &mut |key, value| {
            self.reads.visits.fetch_add(1, Ordering::SeqCst);
            visit(key, value)
        })
    }
}

impl Attempt for Watching {
    fn commit(self: Box<Self>, changes: &Changes) -> Result<Verdict> {
        let mut commit = BTreeMap::new();
        for key in changes.keys() {
            *commit.entry(table_of(key)).or_default() += 1;
        }
        self.reads.commits.lock().unwrap().push(commit);
        self.inner.commit(changes)
    }
}

fn table_of(key: &[u8]) -> String {
    String::from_utf8_lossy(key.split(|byte| *byte == 0).next().unwrap_or_default()).into_owned()
}

impl Engine for Watched {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        Ok(Box::new(Watching { inner: self.inner.begin()?, reads: Arc::clone(&self.reads) }))
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
