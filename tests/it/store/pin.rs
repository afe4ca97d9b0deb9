//! Pinned rows: a caller that was told of a commit reads what it stored.

use super::{NOTES, note, nothing, refusal};
use crate::harness::clinic::START;
use crate::harness::engine::contested::Contested;
use crate::harness::engine::counting::Counting;
use crate::harness::engine::failing::Failing;
use crate::harness::engine::held::{Held, Hold};
use futures_util::FutureExt;
use mypage::store::{Error, Pinned, Result, Store, Table};
use serde::{Deserialize, Deserializer, Serialize};
use std::sync::atomic::AtomicUsize;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// The same table with records of another kind.
const WORDS: Table<u64, String> = Table::new("note");
const ODD: Table<u64, Odd> = Table::new("odd");

/// A record whose decoding can be held up, and panics over one number.
#[derive(Serialize)]
struct Odd(u64);

const UNLUCKY: u64 = 13;
static DOOR: Mutex<Option<(Sender<()>, Receiver<()>)>> = Mutex::new(None);

impl<'de> Deserialize<'de> for Odd {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let number = u64::deserialize(from)?;
        assert_ne!(number, UNLUCKY, "on purpose");
        let door = if number == 0 { None } else { DOOR.lock().unwrap().take() };
        if let Some((reached, open)) = door {
            let _ = reached.send(());
            let _ = open.recv();
        }
        Ok(Self(number))
    }
}

fn put(store: &Store, number: u64) -> Result<()> {
    store.write_blocking(START, move |tx| NOTES.put(tx, &1, &note(number)))
}

fn number(pin: &Pinned<super::Note>) -> Option<u64> {
    pin.get(&nothing()).unwrap().map(|note| note.number)
}

#[test]
fn a_pinned_row_says_what_the_last_commit_said_and_nothing_of_refused_writes() {
    let store = Store::memory();
    let early = store.pin(&NOTES, &1).unwrap();
    assert_eq!(number(&early), None);
    put(&store, 5).unwrap();
    let late = store.pin(&NOTES, &1).unwrap();
    assert_eq!([number(&early), number(&late)], [Some(5); 2]);
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(6)).and(Err::<(), _>(refusal()))).unwrap_err();
    assert_eq!([number(&early), number(&late)], [Some(5); 2]);
    let before = early.get(&nothing()).unwrap().unwrap();
    store.write_blocking(START, |tx| NOTES.put(tx, &2, &note(6))).unwrap();
    assert!(Arc::ptr_eq(&before, &early.get(&nothing()).unwrap().unwrap()), "another row's change decodes nothing");
    store.write_blocking(START, |tx| NOTES.delete(tx, &1)).unwrap();
    assert_eq!([number(&early), number(&late)], [None; 2]);
}

#[test]
fn d15_where_others_write_too_a_pinned_row_is_read() {
    let store = Store::with_engine(Contested::new()).unwrap();
    let pin = store.pin(&NOTES, &1).unwrap();
    put(&store, 5).unwrap();
    let said = store.read_blocking(START, |r| pin.get(r)).unwrap();
    assert_eq!((said.as_deref(), number(&pin)), (Some(&note(5)), None), "from the reader's rows, not from memory");
}

#[tokio::test]
async fn nobody_is_answered_before_the_pins_have_followed() {
    let store = Store::memory();
    let pin = store.pin(&ODD, &0).unwrap();
    let ((reached, decoding), (open, door)) = (channel(), channel());
    *DOOR.lock().unwrap() = Some((reached, door));
    let mut write = Box::pin(store.write(START, |tx| ODD.put(tx, &0, &Odd(2))));
    assert!((&mut write).now_or_never().is_none());
    decoding.recv().unwrap();
    assert!((&mut write).now_or_never().is_none(), "answered while the pin still says what was before");
    drop(open);
    write.await.unwrap();
    assert_eq!(pin.get(&nothing()).unwrap().unwrap().0, 2);
}

#[test]
fn a_row_that_is_changed_while_it_is_being_pinned_is_followed() {
    for round in 0..20 {
        let hold = Hold::default();
        let store = Store::with_engine(Held::by(hold.clone())).unwrap();
        let (waits, go) = hold.next();
        let pinning = std::thread::spawn({
            let store = store.clone();
            move || store.pin(&NOTES, &1).unwrap()
        });
        waits.recv().unwrap();
        let writing = std::thread::spawn({
            let store = store.clone();
            move || put(&store, round)
        });
        while store.read_blocking(START, |r| NOTES.get(r, &1)).unwrap().is_none() {
            std::thread::yield_now();
        }
        drop(go);
        let pin = pinning.join().unwrap();
        writing.join().unwrap().unwrap();
        assert_eq!(number(&pin), Some(round));
    }
}

#[test]
fn d5_after_a_commit_that_failed_the_pins_say_what_the_disk_says_whether_it_came_through_or_not() {
    for (engine, expected) in [(Failing::at(1), 1), (Failing::late(1), 2)] {
        let store = Store::with_engine(engine).unwrap();
        let pin = store.pin(&NOTES, &1).unwrap();
        put(&store, 1).unwrap();
        put(&store, 2).unwrap_err();
        assert_eq!(number(&pin), Some(1), "nobody was told of the second");
        store.recover().unwrap();
        assert_eq!(number(&pin), Some(expected));
        assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &1)).unwrap(), Some(note(expected)));
        put(&store, 3).unwrap();
        assert_eq!(number(&pin), Some(3));
    }
}

#[test]
fn what_cannot_be_decoded_is_an_error_for_its_reader_and_for_nobody_else() {
    let store = Store::memory();
    put(&store, 1).unwrap();
    let (early, other) = (store.pin(&NOTES, &1).unwrap(), store.pin(&NOTES, &2).unwrap());
    store.write_blocking(START, |tx| WORDS.put(tx, &1, &"no note".to_owned())).unwrap();
    let late = store.pin(&NOTES, &1).unwrap();
    for pin in [&early, &late] {
        let error = pin.get(&nothing()).unwrap_err();
        assert!(matches!(&error, Error::Corrupt { table, .. } if table == "note"), "{error}");
    }
    assert_eq!(number(&other), None);
    put(&store, 3).unwrap();
    assert_eq!([number(&early), number(&late)], [Some(3); 2]);
    let odd = store.pin(&ODD, &0).unwrap();
    store.write_blocking(START, |tx| ODD.put(tx, &0, &Odd(UNLUCKY))).unwrap();
    assert!(matches!(odd.get(&nothing()).map(|_| ()), Err(Error::Panicked(_))));
    store.write_blocking(START, |tx| ODD.put(tx, &0, &Odd(0))).unwrap();
    assert_eq!(odd.get(&nothing()).unwrap().unwrap().0, 0);
}

#[test]
fn a_pin_keeps_no_store_open_and_the_store_keeps_no_pin() {
    let commits = Arc::new(AtomicUsize::new(0));
    let store = Store::with_engine(Counting::into(commits.clone())).unwrap();
    put(&store, 1).unwrap();
    let (dropped, pin) = (store.pin(&NOTES, &1).unwrap(), store.pin(&NOTES, &1).unwrap());
    let record = Arc::downgrade(&dropped.get(&nothing()).unwrap().unwrap());
    drop(dropped);
    assert!(record.upgrade().is_none());
    drop(store);
    assert_eq!(Arc::strong_count(&commits), 1, "the engine is gone");
    assert_eq!(number(&pin), Some(1), "and the pin says what it said last");
}
