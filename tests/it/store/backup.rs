//! Backups of a store at work, and compaction.

use super::{NOTES, Note, note};
use crate::harness::clinic::START;
use mypage::store::{DATA_FILE, Known, Options, Store, check_file, compact};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

const KNOWN: Known<'_> = Known { tables: &["note"], indexes: &[] };

fn open(folder: &Path) -> Store {
    Store::open(folder, Options::default()).unwrap()
}

fn count(store: &Store, key: u64) -> u64 {
    store.read_blocking(START, |r| NOTES.get(r, &key)).unwrap().map_or(0, |note| note.number)
}

#[test]
fn d11_a_backup_under_load_holds_exactly_one_commit() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path());
    let bulk = |n: u64| Note { text: "x".repeat(500), number: n };
    store.write_blocking(START, move |tx| (10..3000).try_for_each(|n| NOTES.put(tx, &n, &bulk(n)))).unwrap();
    let stop = AtomicBool::new(false);
    let copies: Vec<_> = (0..5).map(|n| folder.path().join(format!("copy-{n}"))).collect();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::SeqCst) {
                // Two rows far apart in the key space, always changed together.
                let together = store.write_blocking(START, |tx| {
                    let next =
                        Note { text: String::new(), number: NOTES.get(tx, &0)?.map_or(1, |held| held.number + 1) };
                    NOTES.put(tx, &0, &next)?;
                    NOTES.put(tx, &u64::MAX, &next)
                });
                together.unwrap();
            }
        });
        for copy in &copies {
            let before = count(&store, 0);
            let copied = store.backup(copy).unwrap();
            let after = count(&store, 0);
            let restored = TempDir::new().unwrap();
            fs::copy(copy, restored.path().join(DATA_FILE)).unwrap();
            let restored = open(restored.path());
            let held = count(&restored, 0);
            assert_eq!(held, count(&restored, u64::MAX));
            assert!((before..=after).contains(&held), "{before} <= {held} <= {after}");
            assert_eq!(restored.read_blocking(START, |r| NOTES.range(r, 10..3000, 9999)).unwrap().len(), 2990);
            let report = check_file(copy, &KNOWN, START).unwrap();
            assert!(report.is_sound(), "{:?}", report.findings);
            assert_eq!(report.rows, copied.rows);
        }
        stop.store(true, Ordering::SeqCst);
    });
}

#[test]
fn a_backup_overwrites_nothing_and_leaves_nothing_unfinished() {
    let folder = TempDir::new().unwrap();
    let store = Store::memory();
    let target = folder.path().join("taken");
    fs::write(&target, b"precious").unwrap();
    let error = store.backup(&target).unwrap_err();
    assert!(error.to_string().contains("taken: "), "{error}");
    assert_eq!(fs::read(&target).unwrap(), b"precious");
    store.backup(&folder.path().join("nowhere/copy")).unwrap_err();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_backup_writes_through_no_link_that_somebody_else_has_put_there() {
    let folder = TempDir::new().unwrap();
    let (precious, target) = (folder.path().join("precious"), folder.path().join("copy"));
    fs::write(&precious, b"precious").unwrap();
    std::os::unix::fs::symlink(&precious, folder.path().join("copy.partial")).unwrap();
    Store::memory().backup(&target).unwrap();
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
    assert!(fs::symlink_metadata(&target).unwrap().is_file());
}

#[test]
fn l12_what_was_deleted_is_gone_from_the_bytes_after_compaction() {
    const SECRET: &[u8] = b"Hanako Yamada, 03-1234-5678";
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(DATA_FILE);
    let holds_secret = || fs::read(&file).unwrap().windows(SECRET.len()).any(|bytes| bytes == SECRET);
    let secret = |n| Note { text: String::from_utf8(SECRET.to_vec()).unwrap(), number: n };
    let store = open(folder.path());
    store.write_blocking(START, move |tx| (0..200).try_for_each(|n| NOTES.put(tx, &n, &secret(n)))).unwrap();
    store
        .write_blocking(START, |tx| {
            for n in 0..200 {
                NOTES.delete(tx, &n)?;
            }
            (200..300).try_for_each(|n| NOTES.put(tx, &n, &note(n)))
        })
        .unwrap();
    store.close();
    assert!(holds_secret(), "a deletion alone leaves the bytes, or this test says nothing");
    let copied = compact(folder.path()).unwrap();
    assert_eq!(copied.rows, 100);
    assert!(!holds_secret());
    let rows = open(folder.path()).read_blocking(START, |r| NOTES.range(r, .., 1000)).unwrap();
    assert_eq!(rows, (200..300).map(|n| (n, note(n))).collect::<Vec<_>>());
}
