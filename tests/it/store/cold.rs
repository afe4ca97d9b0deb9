//! D5 where the cache holds next to nothing: while the disk is full or failing, every row can be read, also by a request that
//! had begun before.

use super::{NOTES, Note};
use crate::harness::clinic::START;
use crate::harness::engine::faulty::Faulty;
use mypage::store::{Error, Options, RedbEngine, Store, Tx};
use std::io;
use std::time::Duration;

const ROWS: u64 = 5_000;
/// Far less than the rows take.
const CACHE: usize = 1 << 16;

fn long_note(number: u64) -> Note {
    Note { text: "x".repeat(400), number }
}

fn start(disk: &Faulty) -> Store {
    let engine = RedbEngine::with_backend(disk.clone(), CACHE).unwrap();
    Store::start(engine, Options { retry: Duration::from_secs(3600), ..Options::default() }).unwrap()
}

/// A store with all rows, opened anew, so that none of them is in the cache.
fn cold(disk: &Faulty) -> Store {
    let store = start(disk);
    for part in 0..10 {
        let rows = part * ROWS / 10..(part + 1) * ROWS / 10;
        let put = move |tx: &mut Tx<'_>| rows.clone().try_for_each(|number| NOTES.put(tx, &number, &long_note(number)));
        store.write_blocking(START, put).unwrap();
    }
    store.close();
    start(disk)
}

/// How many rows are read as they were written, each on its own.
fn answered(store: &Store) -> u64 {
    (0..ROWS).map(|at| u64::from(is_right(store, at * 7919 % ROWS))).sum()
}

fn is_right(store: &Store, number: u64) -> bool {
    store.read_blocking(START, |r| NOTES.get(r, &number)) == Ok(Some(long_note(number)))
}

fn add(store: &Store) -> Result<(), Error> {
    store.write_blocking(START, |tx| NOTES.put(tx, &ROWS, &long_note(ROWS)))
}

#[test]
fn d5_every_read_answers_from_the_failed_write_on() {
    for fault in [|| io::ErrorKind::StorageFull.into(), || io::Error::from_raw_os_error(5)] as [fn() -> io::Error; 2] {
        let disk = Faulty::new(fault);
        let store = cold(&disk);
        disk.break_after(0);
        add(&store).unwrap_err();
        assert_eq!(answered(&store), ROWS, "before anybody has tried to recover");
        store.recover().unwrap_err();
        assert_eq!(answered(&store), ROWS, "after an attempt that came to nothing");
        disk.heal();
        store.recover().unwrap();
        assert_eq!(answered(&store), ROWS);
        add(&store).unwrap();
    }
}

#[test]
fn d5_a_request_that_had_begun_before_reads_on() {
    let disk = Faulty::new(|| io::ErrorKind::StorageFull.into());
    let store = cold(&disk);
    let begun = store.snapshot_blocking(START).unwrap();
    disk.break_after(0);
    add(&store).unwrap_err();
    store.recover().unwrap_err();
    for number in 0..ROWS {
        assert_eq!(NOTES.get(&begun, &number), Ok(Some(long_note(number))));
    }
    disk.heal();
    assert_eq!(store.recover(), Err(Error::Busy), "its pages are not written over as long as it is read");
    drop(begun);
    store.recover().unwrap();
    add(&store).unwrap();
}

#[test]
fn d5_one_place_that_cannot_be_read_costs_no_other_read() {
    let disk = Faulty::new(|| io::Error::from_raw_os_error(5));
    let store = cold(&disk);
    disk.fail_reads(1);
    assert!(answered(&store) >= ROWS - 1, "but the one that met it");
    assert_eq!(answered(&store), ROWS);
    assert!(matches!(add(&store), Err(Error::ReadOnly(why)) if why.contains("Input/output error")));
    disk.fail_reads(1);
    assert!(answered(&store) >= ROWS - 1, "and the same while it is read-only");
    assert_eq!(answered(&store), ROWS);
    store.recover().unwrap();
    add(&store).unwrap();
}
