//! All rows of a store as bytes: what must be the same before and after something that changes nothing.

use crate::harness::clinic::START;
use mypage::store::{Order, Store};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

pub type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

pub fn all(store: &Store) -> Rows {
    let mut rows = Rows::new();
    let every = Vec::new()..vec![u8::MAX; 64];
    let read = store.read_blocking(START, |r| {
        r.scan(&every, Order::Forward, &mut |key, value| {
            rows.insert(key.to_vec(), value.to_vec());
            Ok(ControlFlow::Continue(()))
        })
    });
    read.unwrap();
    rows
}

/// Whether a text stands anywhere in the values.
pub fn hold(rows: &Rows, text: &str) -> bool {
    rows.values().any(|value| value.windows(text.len()).any(|part| part == text.as_bytes()))
}

/// The rows that are not the same in both, by the readable part of their keys.
pub fn differences(before: &Rows, after: &Rows) -> Vec<String> {
    let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let changed = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    changed.map(|key| String::from_utf8_lossy(key).into_owned()).collect()
}
