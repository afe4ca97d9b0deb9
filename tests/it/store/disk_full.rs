//! A disk that is full or fails: nothing is acknowledged that is not stored, reads go on, and it heals.

use super::{NOTES, Note, note, nothing};
use crate::harness::clinic::START;
use crate::harness::engine::failing::Failing;
use crate::harness::engine::faulty::Faulty;
use mypage::store::{Error, Health, Options, Pinned, RedbEngine, Result, Store};
use std::io;
use std::time::Duration;

/// EIO, which has no kind of its own.
const EIO: i32 = 5;
type Fault = fn() -> io::Error;
/// Each fault, and what an operator is told of it.
const FAULTS: [(Fault, &str); 3] = [
    (|| io::ErrorKind::StorageFull.into(), "the disk is full"),
    (|| io::Error::from_raw_os_error(EIO), "the disk fails: Input/output error (os error 5)"),
    (|| io::ErrorKind::ReadOnlyFilesystem.into(), "the file system is read-only"),
];
const WRITES: u64 = 4;

fn start(disk: &Faulty, retry: Duration) -> Store {
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).unwrap();
    Store::start(engine, Options { retry, ..Options::default() }).unwrap()
}

/// A store that tries to recover only when it is told to.
fn patient(disk: &Faulty) -> Store {
    start(disk, Duration::from_secs(3600))
}

fn write(store: &Store, number: u64) -> Result<()> {
    store.write_blocking(START, move |tx| NOTES.put(tx, &number, &note(number)))
}

fn stored(store: &Store) -> Vec<Note> {
    store
        .read_blocking(START, |r| NOTES.range(r, .., 1000))
        .expect("reads go on")
        .into_iter()
        .map(|(_, note)| note)
        .collect()
}

/// All rows, pinned.
fn pins(store: &Store) -> Vec<Pinned<Note>> {
    (0..=WRITES).map(|number| store.pin(&NOTES, &number).expect("reads go on")).collect()
}

/// What the pins say.
fn pinned(pins: &[Pinned<Note>]) -> Vec<Note> {
    pins.iter().filter_map(|pin| pin.get(&nothing()).unwrap().as_deref().cloned()).collect()
}

/// Breaks the disk after `after` operations of a small workload and heals it. Says whether it broke in the workload.
fn breaks_and_heals(after: u64, fault: Fault, why: &str) -> bool {
    let disk = Faulty::new(fault);
    let store = patient(&disk);
    write(&store, 0).unwrap();
    let pins = pins(&store);
    disk.break_after(after);
    let outcomes: Vec<_> = (1..=WRITES).map(|number| write(&store, number)).collect();
    let acknowledged = 1 + outcomes.iter().take_while(|outcome| outcome.is_ok()).count() as u64;
    let told: Vec<_> = (0..acknowledged).map(note).collect();
    if acknowledged > WRITES {
        assert_eq!(store.health(), Health::Writable);
        return false;
    }
    let refused = Error::ReadOnly(why.to_owned());
    for outcome in outcomes.iter().skip(told.len() - 1) {
        assert_eq!(outcome, &Err(refused.clone()), "after {after}");
    }
    assert_eq!(store.health(), Health::ReadOnly { why: why.to_owned() });
    assert_eq!((stored(&store), pinned(&pins)), (told.clone(), told.clone()), "after {after}");

    assert!(store.recover().is_err(), "after {after}");
    assert_eq!((stored(&store), pinned(&pins)), (told.clone(), told.clone()), "after {after}");
    // A disk that looks well and still refuses: the view that replaces the failed database must serve reads too.
    disk.let_the_probe_lie(true);
    assert!(store.recover().is_err(), "after {after}");
    assert!(stored(&store).starts_with(&told), "after {after}");
    assert_eq!(pinned(&pins), stored(&store), "after {after}: a pin says what every read says");
    assert_eq!(write(&store, 99).unwrap_err(), refused);

    disk.heal();
    store.recover().unwrap_or_else(|error| panic!("after {after}: {error}"));
    assert_eq!(store.health(), Health::Writable);
    assert!(stored(&store).starts_with(&told), "after {after}");
    assert_eq!(pinned(&pins), stored(&store), "after {after}");
    write(&store, 50).unwrap();
    store.close();
    let reopened = patient(&disk);
    let rows = stored(&reopened);
    assert!(
        rows.starts_with(&told) && rows.contains(&note(50)) && !rows.contains(&note(99)),
        "after {after}: {rows:?}"
    );
    true
}

#[test]
fn d5_at_every_operation_a_failing_disk_is_an_error_reads_go_on_and_it_recovers() {
    for (fault, why) in FAULTS {
        let broken = (0..).take_while(|after| breaks_and_heals(*after, fault, why)).count();
        assert!(broken >= 10, "only {broken} operations were made to fail");
    }
}

#[test]
fn d5_every_commit_can_fail_once_and_is_then_not_acknowledged() {
    for at in 0..WRITES {
        let store = Store::with_engine(Failing::at(at as usize)).unwrap();
        for number in 0..WRITES {
            let outcome = write(&store, number);
            if number == at {
                assert_eq!(outcome, Err(Error::ReadOnly("the disk is full".to_owned())));
                store.recover().unwrap();
            } else {
                outcome.unwrap();
            }
        }
        let expected: Vec<_> = (0..WRITES).filter(|number| *number != at).map(note).collect();
        assert_eq!(stored(&store), expected);
    }
}

#[test]
fn d5_the_store_recovers_by_itself_when_there_is_room_again() {
    let disk = Faulty::new(FAULTS[0].0);
    let store = start(&disk, Duration::from_millis(1));
    disk.break_after(0);
    write(&store, 1).unwrap_err();
    disk.heal();
    // There is nobody to announce it; a store that stays read-only makes this test hang rather than flicker.
    while store.health() != Health::Writable {
        std::thread::yield_now();
    }
    write(&store, 2).unwrap();
    assert!(stored(&store).contains(&note(2)));
}

#[test]
fn d5_a_recovery_waits_for_a_long_read_rather_than_cutting_it_off() {
    let disk = Faulty::new(FAULTS[0].0);
    let store = patient(&disk);
    write(&store, 1).unwrap();
    disk.break_after(0);
    write(&store, 2).unwrap_err();
    disk.heal();
    store
        .read_blocking(START, |r| {
            assert_eq!(store.recover(), Err(Error::Busy));
            assert_eq!(NOTES.get(r, &1)?, Some(note(1)));
            Ok(())
        })
        .unwrap();
    store.recover().unwrap();
    write(&store, 2).unwrap();
}
