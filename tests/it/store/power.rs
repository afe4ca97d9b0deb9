//! Power cuts: whatever was acknowledged is there, nothing is there in part, and nothing that was never written.

use super::gate::Gate;
use super::refusal;
use crate::harness::clinic::START;
use crate::harness::engine::dice::{Dice, cases};
use crate::harness::engine::power::Power;
use mypage::store::{Options, Reader, RedbEngine, Result, Store, Table, Tx, Verification};
use std::sync::OnceLock;
use tokio::task::JoinSet;

/// Each writer's row numbers, and beside them how many it has.
const ROWS: Table<(u64, u64), String> = Table::new("row");
const COUNTS: Table<u64, u64> = Table::new("count");
/// What closures that fail have written; it must never be seen.
const GHOSTS: Table<u64, u64> = Table::new("ghost");

const WRITERS: u64 = 6;
const ROUNDS: u64 = 3;

/// A database that has just been made and closed.
fn fresh() -> Vec<u8> {
    static IMAGE: OnceLock<Vec<u8>> = OnceLock::new();
    let make = || {
        let disk = Power::with(Vec::new(), false);
        start(&disk).close();
        disk.visible()
    };
    IMAGE.get_or_init(make).clone()
}

fn start(disk: &Power) -> Store {
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).expect("the disk opens");
    Store::start(engine, Options::default()).expect("the store starts")
}

/// One step of a writer: its next row and its count change together.
fn step(tx: &mut Tx<'_>, writer: u64) -> Result<u64> {
    let next = COUNTS.get(tx, &writer)?.unwrap_or(0) + 1;
    ROWS.put(tx, &(writer, next), &"x".repeat(usize::try_from(next * 97 % 900).unwrap_or(0)))?;
    COUNTS.put(tx, &writer, &next)?;
    Ok(next)
}

/// Several rounds of concurrent writes on `disk`; gives what each writer was told is stored. All writes of a round are
/// one group, so the same seed makes the same operations.
async fn storm(store: &Store) -> Vec<u64> {
    let mut acknowledged = vec![0; WRITERS as usize];
    for _ in 0..ROUNDS {
        let Some(gate) = Gate::close(store).await else {
            // The power is gone.
            break;
        };
        let mut round = JoinSet::new();
        for writer in 0..WRITERS {
            let store = store.clone();
            round.spawn(async move { (writer, store.write(START, move |tx| step(tx, writer)).await) });
        }
        let ghost = store.clone();
        round.spawn(async move {
            let failed = ghost.write(START, |tx| GHOSTS.put(tx, &0, &0).and(Err(refusal())));
            (WRITERS, failed.await)
        });
        tokio::task::yield_now().await;
        gate.open().await;
        while let Some(done) = round.join_next().await {
            if let (writer, Ok(count)) = done.expect("no writer panics") {
                acknowledged[writer as usize] = count;
            }
        }
    }
    acknowledged
}

/// What is wrong with `r`, where each writer must have at least what was acknowledged.
fn faults(r: &dyn Reader, acknowledged: &[u64]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (writer, told) in (0..).zip(acknowledged) {
        let count = COUNTS.get(r, &writer)?.unwrap_or(0);
        let rows = ROWS.prefix(r, &writer, 1000)?;
        if count < *told {
            faults.push(format!("writer {writer} was told {told} and has {count}"));
        }
        if count > ROUNDS {
            faults.push(format!("writer {writer} has {count}, more than it wrote"));
        }
        if !rows.iter().map(|((_, number), _)| *number).eq(1..=count) {
            faults.push(format!("writer {writer} counts {count} and has {} rows", rows.len()));
        }
    }
    if !GHOSTS.range(r, .., 1)?.is_empty() {
        faults.push("a failed write is there".to_owned());
    }
    Ok(faults)
}

/// Runs one storm, cuts the power in it, and looks at `images` of the disks that may be left.
fn cut(seed: u64, images: u64, lies: bool) -> std::result::Result<(), String> {
    let mut dice = Dice::new(seed);
    let disk = Power::with(fresh(), lies);
    let store = start(&disk);
    disk.cut_after(dice.below(80));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let acknowledged = runtime.block_on(storm(&store));
    store.close();
    for image in 0..images {
        let left = Power::with(disk.after_the_cut(&mut dice), false);
        let engine = RedbEngine::with_backend(left, 1 << 20).map_err(|error| format!("image {image}: {error}"))?;
        let store = Store::with_engine(engine).map_err(|error| format!("image {image}: {error}"))?;
        let found = store.verify().map_err(|error| format!("image {image}: {error}"))?;
        if let Verification::Damaged(what) = found {
            return Err(format!("image {image}: {what}"));
        }
        let faults = store
            .read_blocking(START, |r| faults(r, &acknowledged))
            .map_err(|error| format!("image {image}: {error}"))?;
        if !faults.is_empty() {
            return Err(format!("image {image}: {}", faults.join("; ")));
        }
        // The store that came back must work.
        store.write_blocking(START, |tx| step(tx, 0)).map_err(|error| format!("image {image}: {error}"))?;
    }
    Ok(())
}

#[test]
fn d2_no_acknowledged_write_is_lost_and_none_is_there_in_part_after_a_power_cut() {
    cases(500, |seed| {
        if let Err(fault) = cut(seed, 4, false) {
            panic!("{fault}");
        }
    });
}

#[test]
fn d4_the_power_cut_test_notices_a_disk_that_does_not_sync() {
    let noticed = (0..40).filter(|seed| cut(*seed, 4, true).is_err()).count();
    assert!(noticed >= 20, "the losses were noticed in {noticed} of 40 storms only");
}

#[test]
fn the_same_seed_leaves_the_same_disk() {
    let left = |seed| {
        let mut dice = Dice::new(seed);
        let disk = Power::with(fresh(), false);
        let store = start(&disk);
        disk.cut_after(dice.below(80));
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(storm(&store));
        store.close();
        disk.after_the_cut(&mut dice)
    };
    for seed in 0..20 {
        assert!(left(seed) == left(seed), "seed {seed} cannot be replayed");
    }
}
