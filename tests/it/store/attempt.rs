//! Attempts of an engine: what two of them may do to one row, and what a write keeps and takes back.

use super::{NOTES, note};
use crate::harness::clinic::START;
use crate::harness::engine::contested::Contested;
use crate::harness::engine::dice;
use crate::harness::engine::plain;
use mypage::store::{Attempt, Changes, Engine, Store, Verdict};

const KEY: &[u8] = b"counter\0row";

/// The counter's row, and the changes that raise it.
fn raised(attempt: &dyn Attempt) -> Changes {
    let found = attempt.get(KEY).unwrap().map_or(0, |value| value[0]);
    Changes::from([(KEY.to_vec(), Some(vec![found + 1]))])
}

fn counted(engine: &dyn Engine) -> u8 {
    engine.begin().unwrap().get(KEY).unwrap().map_or(0, |value| value[0])
}

#[test]
fn d15_of_two_attempts_that_read_one_row_and_both_write_it_one_commits() {
    let engine = plain::engine();
    let (first, second) = (engine.begin().unwrap(), engine.begin().unwrap());
    let (one, other) = (raised(&*first), raised(&*second));
    assert_eq!(first.commit(&one), Ok(Verdict::Durable));
    assert_eq!(second.commit(&other), Ok(Verdict::Conflict));
    assert_eq!(counted(&engine), 1);
    let third = engine.begin().unwrap();
    let again = raised(&*third);
    assert_eq!(third.commit(&again), Ok(Verdict::Durable), "a new attempt sees what the first one did");
    assert_eq!(counted(&engine), 2);
}

/// Any number of attempts, begun and committed in any order.
#[test]
fn d15_however_attempts_overlap_every_commit_counts_once() {
    dice::cases(200, |seed| {
        let (engine, mut dice) = (plain::engine(), dice::Dice::new(seed));
        let (mut open, mut commits) = (Vec::new(), 0);
        for _ in 0..30 {
            if dice.chance(50) || open.is_empty() {
                let attempt = engine.begin().unwrap();
                let changes = raised(&*attempt);
                open.push((attempt, changes));
            } else {
                let (attempt, changes) = open.swap_remove(dice.below(open.len() as u64) as usize);
                commits += u8::from(attempt.commit(&changes) == Ok(Verdict::Durable));
            }
        }
        assert_eq!(counted(&engine), commits);
    });
}

#[test]
fn a_write_takes_back_what_it_did_not_keep() {
    let store = Store::with_engine(Contested::new()).unwrap();
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    let written = store.write_blocking(START, |tx| {
        NOTES.put(tx, &2, &note(2))?;
        NOTES.put(tx, &3, &note(3))?;
        tx.keep();
        NOTES.delete(tx, &1)?;
        NOTES.put(tx, &2, &note(7))?;
        NOTES.put(tx, &2, &note(8))?;
        NOTES.put(tx, &4, &note(4))?;
        tx.roll_back();
        NOTES.put(tx, &5, &note(5))
    });
    written.unwrap();
    let rows = store.read_blocking(START, |r| NOTES.range(r, .., 9)).unwrap();
    assert_eq!(rows, [1, 2, 3, 5].map(|number| (number, note(number))));
}

#[test]
fn a_write_that_is_moved_out_carries_its_changes_and_leaves_none() {
    let store = Store::memory();
    let written = store.write_blocking(START, |tx| {
        NOTES.put(tx, &1, &note(1))?;
        let mut moved = tx.take();
        assert_eq!((NOTES.get(tx, &1)?, NOTES.get(&moved, &1)?), (None, Some(note(1))));
        NOTES.put(&mut moved, &2, &note(2))?;
        tx.put_back(moved);
        Ok(())
    });
    written.unwrap();
    assert_eq!(store.read_blocking(START, |r| NOTES.range(r, .., 9)).unwrap().len(), 2);
}
