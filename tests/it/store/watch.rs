//! Watched rows: who waits for a change is woken by a commit that changes them, and by no other.

use crate::harness::engine::contested::Contested;
use mypage::clock::Moment;
use mypage::store::{CommitNumber, Store, Table, WatchedRows};
use std::time::Duration;
use tokio::time::timeout;

const DAYS: Table<(u32, u32), u32> = Table::new("day");
const OTHERS: Table<u32, u32> = Table::new("other");
const NOW: Moment = Moment::from_millis(0);

/// The rows from 10 until 20 of a clinic.
fn tens_of(clinic: u32) -> WatchedRows {
    WatchedRows::default().and(&DAYS, (clinic, 10)..(clinic, 20)).unwrap()
}

async fn put(store: &Store, key: (u32, u32), value: u32) {
    store.write(NOW, move |tx| DAYS.put(tx, &key, &value)).await.unwrap();
}

#[tokio::test]
async fn a_commit_that_changes_the_rows_wakes_and_no_other_does() {
    let store = Store::memory();
    let mut watch = store.watch(tens_of(1)).expect("an engine of one process");
    let began = watch.latest();
    for key in [(1, 9), (1, 20), (2, 10)] {
        put(&store, key, 1).await;
    }
    store.write(NOW, |tx| OTHERS.put(tx, &10, &1)).await.unwrap();
    assert_eq!(watch.latest(), began);
    assert!(timeout(Duration::from_millis(20), watch.changed()).await.is_err());
    put(&store, (1, 10), 1).await;
    let first = timeout(Duration::from_secs(5), watch.changed()).await.expect("woken");
    assert!(first.has_seen(began) && !began.has_seen(first));
    store.write(NOW, |tx| DAYS.delete(tx, &(1, 10))).await.unwrap();
    let deleted = timeout(Duration::from_secs(5), watch.changed()).await.expect("a deletion is a change");
    assert!(!first.has_seen(deleted));
}

#[tokio::test]
async fn who_has_read_a_snapshot_knows_which_commits_it_shows() {
    let store = Store::memory();
    put(&store, (1, 10), 1).await;
    let seen = store.snapshot(NOW).await.unwrap().latest();
    let watch = store.watch(tens_of(1)).unwrap();
    assert!(seen.has_seen(watch.latest()), "nothing has come since");
    put(&store, (1, 11), 1).await;
    assert!(!seen.has_seen(watch.latest()));
    assert!(store.snapshot(NOW).await.unwrap().latest().has_seen(watch.latest()));
    assert_eq!(CommitNumber::parse(&seen.to_string()), Some(seen));
    for nonsense in ["", "1", "-", "x-1", "1-x", "1-1-1"] {
        assert_eq!(CommitNumber::parse(nonsense), None, "{nonsense}");
    }
    let other_run = Store::memory().snapshot(NOW).await.unwrap().latest();
    assert!(!other_run.has_seen(seen) && !seen.has_seen(other_run), "numbers of another run say nothing");
}

#[tokio::test]
async fn a_write_that_fails_wakes_nobody() {
    let store = Store::memory();
    let watch = store.watch(tens_of(1)).unwrap();
    let began = watch.latest();
    let failed = store.write(NOW, |tx| {
        DAYS.put(tx, &(1, 10), &1)?;
        Err::<(), _>(mypage::store::Error::Busy)
    });
    assert!(failed.await.is_err());
    assert_eq!(watch.latest(), began);
}

#[test]
fn where_others_write_nothing_can_be_watched() {
    let store = Store::with_engine(Contested::new()).unwrap();
    assert!(store.watch(tens_of(1)).is_none());
}
