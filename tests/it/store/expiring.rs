//! Rows that end by themselves.

use crate::harness::clinic::START;
use crate::harness::rows;
use mypage::clock::Moment;
use mypage::store::{Expiring, Store, Sweeper, Table};

const VISITS: Expiring<String, u32> = Expiring::new("visit");
const PAIRS: Expiring<(u8, u8), u8> = Expiring::new("pair");
/// The visits, seen without their ends.
const RAW: Table<String, serde_json::Value> = Table::new("visit");

fn at(second: i64) -> Moment {
    Moment::from_millis(second * 1000)
}

fn put(store: &Store, name: &str, value: u32, ends: Moment) {
    let name = name.to_owned();
    store.write_blocking(START, move |tx| VISITS.put(tx, &name, value, ends)).unwrap();
}

fn get(store: &Store, now: Moment, name: &str) -> Option<u32> {
    store.read_blocking(now, |r| VISITS.get(r, &name.to_owned())).unwrap()
}

fn count(store: &Store) -> usize {
    store.read_blocking(START, |r| RAW.range(r, .., 100)).unwrap().len()
}

fn sweep_at(store: &Store, now: Moment) -> usize {
    let mut sweeper = Sweeper::default();
    let (deleted, finished) = step(store, &mut sweeper, now, 100);
    assert!(finished);
    deleted
}

/// How many rows a step has deleted, and whether it came to the end.
fn step(store: &Store, sweeper: &mut Sweeper, now: Moment, limit: usize) -> (usize, bool) {
    let ended = store.read_blocking(now, |r| sweeper.step(r, &["visit", "pair"], limit)).unwrap();
    let finished = ended.finished;
    (store.write_blocking(now, move |tx| ended.delete(tx)).unwrap(), finished)
}

#[test]
fn a_row_is_gone_from_the_moment_it_ends() {
    let store = Store::memory();
    put(&store, "a", 1, at(10));
    assert_eq!(get(&store, Moment::from_millis(9_999), "a"), Some(1));
    assert_eq!(get(&store, at(10), "a"), None);
    store.write_blocking(at(10), |tx| VISITS.amend(tx, &"a".to_owned(), |n| *n = 2)).unwrap();
    assert_eq!(get(&store, at(9), "a"), Some(1), "an ended row is not changed any more");
}

#[test]
fn the_sweeper_deletes_what_has_ended_and_nothing_else() {
    let store = Store::memory();
    put(&store, "early", 1, at(10));
    put(&store, "late", 2, at(20));
    put(&store, "prolonged", 3, at(10));
    put(&store, "prolonged", 4, at(30));
    assert_eq!(sweep_at(&store, at(9)), 0);
    assert_eq!(sweep_at(&store, at(10)), 1);
    assert_eq!((count(&store), get(&store, at(10), "late"), get(&store, at(10), "prolonged")), (2, Some(2), Some(4)));
    assert_eq!(sweep_at(&store, at(30)), 2);
    assert_eq!(count(&store), 0);
}

#[test]
fn a_changed_row_keeps_its_end_and_a_deleted_one_stays_deleted() {
    let store = Store::memory();
    put(&store, "a", 1, at(10));
    put(&store, "b", 1, at(10));
    store.write_blocking(at(5), |tx| VISITS.amend(tx, &"a".to_owned(), |n| *n += 1)).unwrap();
    store.write_blocking(START, |tx| VISITS.delete(tx, &"b".to_owned())).unwrap();
    assert_eq!((get(&store, at(9), "a"), get(&store, at(9), "b")), (Some(2), None));
    assert_eq!(sweep_at(&store, at(10)), 1);
    assert_eq!(count(&store), 0);
}

#[test]
fn a_step_of_the_sweeper_is_bounded_and_the_next_goes_on_from_it() {
    let store = Store::memory();
    for number in 0..35 {
        put(&store, &format!("{number:02}"), 1, at(if number % 10 == 5 { 10 } else { 20 }));
    }
    store.write_blocking(START, |tx| PAIRS.put(tx, &(0, 0), 1, at(10))).unwrap();
    let mut sweeper = Sweeper::default();
    let mut steps = |count: usize| (0..count).map(|_| step(&store, &mut sweeper, at(10), 15)).collect::<Vec<_>>();
    // Tables are walked in the order of their names: the pair and the visits up to 13, of which 05 has ended; 14 to 28, in
    // which 15 and 25 have; the rest.
    assert_eq!(steps(3), [(2, false), (2, false), (0, true)]);
    assert_eq!(count(&store), 32);
    assert_eq!(
        steps(3),
        [(0, false), (0, false), (0, true)],
        "it begins again, and deletes nothing that has not ended"
    );
    assert_eq!(count(&store), 32);
}

#[test]
fn what_is_put_anew_between_finding_and_deleting_stays() {
    let store = Store::memory();
    put(&store, "a", 1, at(10));
    put(&store, "b", 1, at(10));
    let ended = store.read_blocking(at(10), |r| Sweeper::default().step(r, &["visit"], 9)).unwrap();
    put(&store, "a", 2, at(20));
    assert_eq!(store.write_blocking(at(10), move |tx| ended.delete(tx)).unwrap(), 1);
    assert_eq!(get(&store, at(10), "a"), Some(2));
}

#[test]
fn what_has_ended_is_found_by_those_who_delete_it() {
    let store = Store::memory();
    put(&store, "a", 1, at(10));
    store.write_blocking(START, |tx| PAIRS.put(tx, &(1, 2), 3, at(10))).unwrap();
    let at_end =
        |r: &dyn mypage::store::Reader| Ok((VISITS.stored(r, &"a".to_owned())?, PAIRS.stored_prefix(r, &1, 9)?));
    assert_eq!(store.read_blocking(at(10), at_end).unwrap(), (Some(1), vec![((1, 2), 3)]));
}

#[test]
fn a_row_has_no_other_beside_it() {
    let store = Store::memory();
    for second in 0..9 {
        put(&store, "a", 1, at(1_000 + second));
    }
    assert_eq!(rows::all(&store).len(), 1);
    store.write_blocking(START, |tx| VISITS.delete(tx, &"a".to_owned())).unwrap();
    assert_eq!(rows::all(&store).len(), 0);
}

#[test]
fn a_damaged_row_is_put_anew_and_swept_at_its_new_end() {
    let store = Store::memory();
    put(&store, "a", 1, at(10));
    store.write_blocking(START, |tx| RAW.put(tx, &"a".to_owned(), &serde_json::json!("damaged"))).unwrap();
    put(&store, "a", 2, at(20));
    assert_eq!(get(&store, at(10), "a"), Some(2));
    assert_eq!((sweep_at(&store, at(10)), count(&store)), (0, 1));
    assert_eq!((sweep_at(&store, at(20)), count(&store)), (1, 0));
}

#[test]
fn a_list_skips_what_has_ended_and_still_fills_up() {
    let store = Store::memory();
    let filled = store.write_blocking(START, |tx| {
        for n in 0..6 {
            // Every second one ends early.
            PAIRS.put(tx, &(n / 4, n), n, at(if n % 2 == 0 { 10 } else { 20 }))?;
        }
        Ok(())
    });
    filled.unwrap();
    let records = |rows: Vec<((u8, u8), u8)>| rows.into_iter().map(|(_, record)| record).collect::<Vec<_>>();
    let range = |now, limit| records(store.read_blocking(now, |r| PAIRS.range(r, (0, 1)..=(1, 4), limit)).unwrap());
    assert_eq!((range(at(9), 9), range(at(10), 9)), (vec![1, 2, 3, 4], vec![1, 3]));
    assert_eq!((range(at(9), 2), range(at(10), 2)), (vec![1, 2], vec![1, 3]));
    assert_eq!(range(at(20), 9), [0; 0]);
    let prefix = |now, limit| records(store.read_blocking(now, |r| PAIRS.prefix(r, &0_u8, limit)).unwrap());
    assert_eq!((prefix(at(9), 9), prefix(at(10), 9), prefix(at(10), 1)), (vec![0, 1, 2, 3], vec![1, 3], vec![1]));
    let ends = |now| store.read_blocking(now, |r| PAIRS.ends(r, &(0, 1))).unwrap();
    assert_eq!((ends(at(19)), ends(at(20))), (Some(at(20)), None));
}
