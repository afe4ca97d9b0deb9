//! Groups of writes: one commit for all of them, and none feels the others' failures.

use super::gate::Gate;
use super::{NOTES, note, refusal};
use crate::harness::clinic::START;
use crate::harness::engine::contested::Contested;
use crate::harness::engine::counting::Counting;
use crate::harness::engine::plain;
use mypage::store::{Error, Health, Options, Reader, Result, Store};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn numbers(r: &dyn Reader) -> Result<Vec<u64>> {
    Ok(NOTES.range(r, .., 1000)?.into_iter().map(|(key, _)| key).collect())
}

fn put(store: &Store, number: u64) -> tokio::task::JoinHandle<Result<()>> {
    let store = store.clone();
    tokio::spawn(async move { store.write(START, move |tx| NOTES.put(tx, &number, &note(number))).await })
}

#[tokio::test]
async fn writes_that_wait_together_share_one_commit_and_nobody_elses_failure() {
    let commits = Arc::new(AtomicUsize::new(0));
    let store = Store::with_engine(Counting::into(commits.clone())).unwrap();
    let gate = Gate::close(&store).await.unwrap();
    let first = put(&store, 1);
    let refused = tokio::spawn({
        let store = store.clone();
        async move { store.write(START, |tx| NOTES.put(tx, &2, &note(2)).and(Err::<(), _>(refusal()))).await }
    });
    let panicked = tokio::spawn({
        let store = store.clone();
        async move {
            store
                .write(START, |tx| -> Result<()> {
                    NOTES.delete(tx, &1)?;
                    panic!("on purpose")
                })
                .await
        }
    });
    let seen = tokio::spawn({
        let store = store.clone();
        async move { store.write(START, |tx| numbers(tx)).await }
    });
    let last = put(&store, 5);
    tokio::task::yield_now().await;
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [0_u64; 0], "nothing shows before the commit");
    gate.open().await;
    assert_eq!(first.await.unwrap(), Ok(()));
    assert_eq!(refused.await.unwrap(), Err(refusal()));
    assert_eq!(panicked.await.unwrap(), Err(Error::Panicked("on purpose".to_owned())));
    assert_eq!(seen.await.unwrap(), Ok(vec![1]));
    assert_eq!(last.await.unwrap(), Ok(()));
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [1, 5]);
    assert_eq!(commits.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_full_queue_refuses_at_once_and_what_waits_is_still_done() {
    let store = Store::start(plain::engine(), Options { queue: 2, ..Options::default() }).unwrap();
    let gate = Gate::close(&store).await.unwrap();
    let waiting = [put(&store, 1), put(&store, 2)];
    tokio::task::yield_now().await;
    assert_eq!(put(&store, 3).await.unwrap(), Err(Error::Busy));
    assert_eq!(store.health(), Health::Writable);
    gate.open().await;
    for write in waiting {
        assert_eq!(write.await.unwrap(), Ok(()));
    }
    assert_eq!(put(&store, 4).await.unwrap(), Ok(()));
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [1, 2, 4]);
}

#[tokio::test]
async fn a_caller_who_leaves_disturbs_neither_the_write_nor_its_neighbours() {
    let store = Store::memory();
    let gate = Gate::close(&store).await.unwrap();
    let leaving = put(&store, 1);
    let staying = put(&store, 2);
    tokio::task::yield_now().await;
    leaving.abort();
    assert!(leaving.await.unwrap_err().is_cancelled());
    gate.open().await;
    assert_eq!(staying.await.unwrap(), Ok(()));
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [1, 2]);
}

#[test]
fn a_closure_that_runs_again_has_the_effect_of_one_run() {
    let runs = Arc::new(AtomicUsize::new(0));
    let store = Store::with_engine(Contested::new()).unwrap();
    for round in 1..=3 {
        let counted = runs.clone();
        let total = store
            .write_blocking(START, move |tx| {
                counted.fetch_add(1, Ordering::SeqCst);
                let next = NOTES.get(tx, &0)?.map_or(1, |held| held.number + 1);
                NOTES.put(tx, &0, &note(next))?;
                Ok(next)
            })
            .unwrap();
        assert_eq!(total, round);
    }
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &0)).unwrap(), Some(note(3)));
    // Every commit meets one conflict at least and four at most.
    let runs = runs.load(Ordering::SeqCst);
    assert!((6..=15).contains(&runs), "{runs}");
}

#[tokio::test]
async fn closing_finishes_what_waits() {
    let store = Store::memory();
    let gate = Gate::close(&store).await.unwrap();
    let waiting = [put(&store, 1), put(&store, 2)];
    tokio::task::yield_now().await;
    let closing = tokio::task::spawn_blocking({
        let store = store.clone();
        move || store.close()
    });
    gate.open().await;
    for write in waiting {
        assert_eq!(write.await.unwrap(), Ok(()));
    }
    closing.await.unwrap();
    assert_eq!(put(&store, 3).await.unwrap(), Err(Error::Closed));
}

#[tokio::test]
async fn the_last_clone_may_be_dropped_by_the_writer_itself() {
    let engine = Arc::new(AtomicUsize::new(0));
    let store = Store::with_engine(Counting::into(engine.clone())).unwrap();
    let (running, mut runs) = tokio::sync::mpsc::unbounded_channel();
    let (release, released) = std::sync::mpsc::channel::<()>();
    let held = store.clone();
    let caller = tokio::spawn(async move {
        let write = store.write(START, move |tx| {
            let _last_clone = &held;
            let _ = running.send(());
            let _ = released.recv();
            NOTES.put(tx, &1, &note(1))
        });
        write.await
    });
    runs.recv().await.unwrap();
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    drop(release);
    // The writer ends and drops the engine; one that waited for itself would make this test hang.
    while Arc::strong_count(&engine) > 1 {
        std::thread::yield_now();
    }
    assert_eq!(engine.load(Ordering::SeqCst), 1);
}
