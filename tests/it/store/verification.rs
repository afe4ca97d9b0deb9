//! Looking for damage after an unclean stop: behind the reads and writes that go on, and never in their way.

use super::{NOTES, Note, note};
use crate::harness::clinic::START;
use crate::harness::engine::dice::{Dice, cases};
use crate::harness::engine::faulty::Faulty;
use crate::harness::engine::slow::Slow;
use mypage::store::{Error, Options, RedbEngine, Store, Verification};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const ROWS: u64 = 3000;
/// The byte of redb's header that says which of two sound commits is the latest. It has no checksum: with its lowest bit
/// flipped, the file is what it was one commit before.
const LATEST_COMMIT: usize = 9;

fn long_note(number: u64) -> Note {
    Note { text: "x".repeat(300), number }
}

fn start(medium: &Slow) -> Result<Store, mypage::store::OpenError> {
    Store::with_engine(RedbEngine::with_backend(medium.clone(), 1 << 20)?)
}

/// The bytes of a database that was not closed, with rows written in several transactions.
fn unclean() -> Vec<u8> {
    let medium = Slow::default();
    let store = start(&medium).unwrap();
    for part in 0..3 {
        let rows = part * ROWS / 3..(part + 1) * ROWS / 3;
        store
            .write_blocking(START, move |tx| {
                rows.clone().try_for_each(|number| NOTES.put(tx, &number, &long_note(number)))
            })
            .unwrap();
    }
    medium.bytes()
}

#[test]
fn what_was_closed_in_order_is_not_verified() {
    let medium = Slow::default();
    let store = start(&medium).unwrap();
    assert_eq!(store.verify(), Ok(Verification::NotDue), "it is new");
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    store.close();
    assert_eq!(start(&medium).unwrap().verify(), Ok(Verification::NotDue));
}

#[test]
fn after_an_unclean_stop_it_is_verified_once() {
    let store = start(&Slow::with(&unclean())).unwrap();
    assert_eq!(
        store.read_blocking(START, |r| NOTES.get(r, &7)),
        Ok(Some(long_note(7))),
        "it is served before it is verified"
    );
    assert_eq!(store.verify(), Ok(Verification::Sound));
    assert_eq!(store.verify(), Ok(Verification::NotDue));
}

#[test]
fn it_goes_on_while_rows_are_written_and_mistakes_no_write_for_damage() {
    let medium = Slow::with(&unclean());
    let store = start(&medium).unwrap();
    medium.slow_down(Duration::from_micros(300));
    let (verified, writes) = (AtomicBool::new(false), AtomicBool::new(false));
    std::thread::scope(|threads| {
        threads.spawn(|| {
            let mut number = 0;
            while !verified.load(Ordering::SeqCst) {
                number = (number + 7) % ROWS;
                store.write_blocking(START, move |tx| NOTES.put(tx, &number, &note(number))).unwrap();
                writes.store(true, Ordering::SeqCst);
            }
        });
        while !writes.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        let found = store.verify();
        verified.store(true, Ordering::SeqCst);
        assert_eq!(found, Ok(Verification::Sound));
    });
}

#[test]
fn d7_a_damaged_page_is_found_while_the_others_are_served() {
    let mut bytes = unclean();
    let text = "x".repeat(300);
    let at = bytes.windows(300).position(|window| window == text.as_bytes()).unwrap();
    bytes[at + 100] ^= 1;
    let store = start(&Slow::with(&bytes)).unwrap();
    let found = store.verify().unwrap();
    assert!(matches!(&found, Verification::Damaged(what) if !what.contains('\n')), "{found:?}");
    let there = (0..ROWS).filter(|number| store.read_blocking(START, |r| NOTES.get(r, number)).is_ok()).count() as u64;
    assert_eq!(there, ROWS - 1, "every other row is served");
    assert_eq!(store.verify(), Ok(Verification::NotDue), "it is told once");
}

/// The bytes of a file with one bit flipped, in a third of all cases in the first page and in redb's own small trees, which hold
/// few of all bytes; the others among the bytes in use. `None` where that makes another commit the latest, which is no damage.
fn with_a_flipped_bit(sound: &[u8], used: &[usize], seed: u64) -> Option<Vec<u8>> {
    let mut dice = Dice::new(seed);
    let at = if dice.chance(30) { dice.below(320) as usize } else { used[dice.below(used.len() as u64) as usize] };
    let mut bytes = sound.to_vec();
    bytes[at] ^= 1 << dice.below(8);
    (at != LATEST_COMMIT).then_some(bytes)
}

#[test]
fn d7_whatever_is_damaged_is_refused_untouched_or_found_or_matters_to_no_row() {
    let sound = unclean();
    let used: Vec<usize> = (0..sound.len()).filter(|at| sound[*at] != 0).collect();
    let (mut refused, mut damaged) = (0, 0);
    cases(200, |seed| {
        let Some(bytes) = with_a_flipped_bit(&sound, &used, seed) else { return };
        let medium = Slow::with(&bytes);
        match start(&medium) {
            Err(_) => {
                refused += 1;
                assert!(medium.bytes() == bytes, "what is refused has been touched");
            }
            Ok(store) => match store.verify().unwrap() {
                Verification::Damaged(_) => damaged += 1,
                Verification::Sound | Verification::NotDue => {
                    for number in 0..ROWS {
                        assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &number)), Ok(Some(long_note(number))));
                    }
                }
                Verification::Stopped => panic!("nobody stopped it"),
            },
        }
    });
    assert!(refused > 0 && damaged > 0, "{refused} refused, {damaged} found");
}

#[test]
fn d7_a_file_that_was_closed_in_order_is_looked_at_when_it_is_opened() {
    let medium = Slow::with(&unclean());
    start(&medium).unwrap().close();
    let sound = medium.bytes();
    assert_eq!(start(&Slow::with(&sound)).unwrap().verify(), Ok(Verification::NotDue));
    let used: Vec<usize> = (0..sound.len()).filter(|at| sound[*at] != 0).collect();
    let (mut refused, mut damaged) = (0, 0);
    cases(100, |seed| {
        let Some(bytes) = with_a_flipped_bit(&sound, &used, seed) else { return };
        let Ok(store) = start(&Slow::with(&bytes)) else {
            refused += 1;
            return;
        };
        if let Verification::Damaged(what) = store.verify().unwrap() {
            damaged += 1;
            assert_eq!((store.damage(), store.verify()), (Some(what), Ok(Verification::NotDue)), "told once, and kept");
            return;
        }
        for number in 0..ROWS {
            assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &number)), Ok(Some(long_note(number))));
        }
    });
    assert!(damaged > 10, "{refused} refused, {damaged} found");
}

#[test]
fn v3_closing_cuts_it_short() {
    let medium = Slow::with(&unclean());
    let store = start(&medium).unwrap();
    medium.slow_down(Duration::from_millis(20));
    let (verifying, begun) = (store.clone(), Instant::now());
    let verification = std::thread::spawn(move || verifying.verify());
    std::thread::sleep(Duration::from_millis(100));
    store.close();
    assert!(begun.elapsed() < Duration::from_secs(2), "closing waited {:?}", begun.elapsed());
    let found = verification.join().unwrap();
    assert!(matches!(found, Ok(Verification::Stopped) | Err(Error::Closed)), "{found:?}");
    assert!(begun.elapsed() < Duration::from_secs(2), "it went on for {:?}", begun.elapsed());
}

#[test]
fn d5_a_recovery_does_not_wait_for_it_and_is_verified_afterwards() {
    let disk = Faulty::new(|| io::ErrorKind::StorageFull.into());
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).unwrap();
    let retry = Duration::from_secs(3600);
    let store = Store::start(engine, Options { retry, ..Options::default() }).unwrap();
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    disk.break_after(0);
    store.write_blocking(START, |tx| NOTES.put(tx, &2, &note(2))).unwrap_err();
    disk.heal();
    store.recover().unwrap();
    assert_eq!(store.verify(), Ok(Verification::Sound));
    assert_eq!(store.verify(), Ok(Verification::NotDue));
}
