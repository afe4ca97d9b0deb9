//! Writes: all or nothing, apart from each other, answered once.

use super::gate::Gate;
use super::{NOTES, note, refusal};
use crate::harness::clinic::START;
use mypage::store::{Error, Reader, Store, Tx};

fn numbers(r: &dyn Reader) -> mypage::store::Result<Vec<u64>> {
    Ok(NOTES.range(r, .., 1000)?.into_iter().map(|(key, _)| key).collect())
}

#[test]
fn a_refused_write_leaves_nothing() {
    let store = Store::memory();
    let outcome: Result<(), Error> = store.write_blocking(START, |tx| {
        NOTES.put(tx, &1, &note(1))?;
        Err(refusal())
    });
    assert_eq!(outcome, Err(refusal()));
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [0_u64; 0]);
}

#[test]
fn a_panic_fails_only_its_own_write() {
    let store = Store::memory();
    let outcome: Result<(), Error> = store.write_blocking(START, |tx| {
        NOTES.put(tx, &1, &note(1))?;
        panic!("on purpose")
    });
    assert_eq!(outcome, Err(Error::Panicked("on purpose".to_owned())));
    store.write_blocking(START, |tx| NOTES.put(tx, &2, &note(2))).unwrap();
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [2]);
}

#[test]
fn a_write_sees_its_own_changes_over_the_stored_rows() {
    let store = Store::memory();
    store.write_blocking(START, |tx| [1, 3, 5].iter().try_for_each(|n| NOTES.put(tx, n, &note(*n)))).unwrap();
    store
        .write_blocking(START, |tx: &mut Tx<'_>| {
            NOTES.put(tx, &0, &note(0))?;
            NOTES.put(tx, &4, &note(4))?;
            NOTES.put(tx, &6, &note(6))?;
            NOTES.delete(tx, &3)?;
            assert_eq!(numbers(tx)?, [0, 1, 4, 5, 6]);
            assert_eq!(NOTES.range_back(tx, 1..6, 2)?, [(5, note(5)), (4, note(4))]);
            assert_eq!(NOTES.range(tx, 2.., 1)?, [(4, note(4))]);
            Ok(())
        })
        .unwrap();
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [0, 1, 4, 5, 6]);
}

#[tokio::test]
async fn writes_work_from_the_runtime() {
    let store = Store::memory();
    let answer = store
        .write(START, |tx| {
            NOTES.put(tx, &1, &note(1))?;
            Ok("done")
        })
        .await;
    assert_eq!(answer, Ok("done"));
    assert_eq!(store.read_blocking(START, numbers).unwrap(), [1]);
}

#[test]
fn a_closed_store_refuses() {
    let store = Store::memory();
    let clone = store.clone();
    store.close();
    assert_eq!(clone.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))), Err(Error::Closed));
    assert_eq!(clone.read_blocking(START, numbers), Err(Error::Closed));
}

#[tokio::test]
async fn how_long_the_writer_has_been_at_a_write_can_be_told() {
    let store = Store::memory();
    let least = std::time::Duration::from_millis(20);
    let gate = Gate::close(&store).await.unwrap();
    while store.writer_busy_for() < least {
        tokio::task::yield_now().await;
    }
    gate.open().await;
    store.write(START, |_| Ok(())).await.unwrap();
    assert!(store.writer_busy_for() < least, "it waits for writes, or is at the last one");
}
