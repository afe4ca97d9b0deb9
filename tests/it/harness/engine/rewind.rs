//! An engine whose rows can be put back as they were: a thousand tests of one state without making it a thousand times.

use super::plain;
use crate::harness::rows::{self, Rows};
use mypage::store::{Attempt, Engine, RedbEngine, Result, Store};
use std::sync::Arc;

#[derive(Clone)]
pub struct Rewind(Arc<RedbEngine>);

impl Rewind {
    pub fn new() -> Self {
        Self(Arc::new(plain::engine()))
    }

    pub fn store(&self) -> Store {
        Store::with_engine(self.clone()).expect("memory opens")
    }

    /// Makes all rows of the store what they were. Nobody may be writing.
    pub fn to(&self, store: &Store, then: &Rows) {
        let now = rows::all(store);
        let added = now.keys().filter(|key| !then.contains_key(*key)).map(|key| (key.clone(), None));
        let other = then.iter().filter(|(key, value)| now.get(*key) != Some(value));
        let changes = added.chain(other.map(|(key, value)| (key.clone(), Some(value.clone()))));
        self.0.begin().unwrap().commit(&changes.collect()).unwrap();
    }
}

impl Engine for Rewind {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        self.0.begin()
    }

    fn is_exclusive(&self) -> bool {
        true
    }

    fn recover(&self) -> Result<()> {
        self.0.recover()
    }

    fn close(&self) {
        self.0.close();
    }
}
