//! Damaged files: noticed, named, and never a panic.

use super::{NOTES, Note, note};
use crate::harness::clinic::START;
use crate::harness::engine::dice::{Dice, cases};
use mypage::store::{DATA_FILE, Error, Finding, Known, Options, Reader, Result, Store, check, check_file};
use redb::{ReadableTable, TableDefinition};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ROWS: TableDefinition<'_, &[u8], &[u8]> = TableDefinition::new("rows");
const KNOWN: Known<'_> = Known { tables: &["note"], indexes: &[] };

/// A folder with some hundred rows in a closed file.
fn filled() -> TempDir {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path());
    for part in 0..4 {
        store
            .write_blocking(START, move |tx| {
                (part * 100..part * 100 + 100).try_for_each(|n| NOTES.put(tx, &n, &note(n)))
            })
            .unwrap();
    }
    store.close();
    folder
}

fn open(folder: &Path) -> Store {
    Store::open(folder, Options::default()).unwrap()
}

/// Changes the stored rows behind the store's back.
fn tamper(folder: &Path, change: impl FnOnce(&mut redb::Table<'_, &[u8], &[u8]>)) {
    let database = redb::Database::open(folder.join(DATA_FILE)).unwrap();
    let transaction = database.begin_write().unwrap();
    change(&mut transaction.open_table(ROWS).unwrap());
    transaction.commit().unwrap();
}

fn row(number: u64) -> Vec<u8> {
    [b"note\0".as_slice(), &number.to_be_bytes()].concat()
}

#[test]
fn d7_a_changed_value_is_an_error_that_names_table_and_key() {
    let folder = filled();
    tamper(folder.path(), |rows| {
        let mut value = rows.get(row(7).as_slice()).unwrap().unwrap().value().to_vec();
        *value.last_mut().unwrap() ^= 1;
        rows.insert(row(7).as_slice(), value.as_slice()).unwrap();
        rows.insert(row(8).as_slice(), [1, 2].as_slice()).unwrap();
    });
    let store = open(folder.path());
    let damaged = |number: u64, what: &str| Error::Corrupt {
        table: "note".to_owned(),
        key: format!("{number:016x}"),
        what: what.to_owned(),
    };
    let wrong_sum = damaged(7, "the checksum does not match");
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &7)), Err(wrong_sum.clone()));
    assert_eq!(store.read_blocking(START, |r| NOTES.range(r, .., 50)), Err(wrong_sum.clone()));
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &8)), Err(damaged(8, "the value is cut off")));
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &9)), Ok(Some(note(9))));
    store.close();
    let findings = check(folder.path(), &KNOWN, START).unwrap().findings;
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert_eq!(findings[0], Finding { table: "note".to_owned(), what: wrong_sum.to_string() });
}

#[test]
fn d7_a_sound_value_under_another_key_is_noticed() {
    let folder = filled();
    tamper(folder.path(), |rows| {
        let value = rows.get(row(1).as_slice()).unwrap().unwrap().value().to_vec();
        rows.insert(row(2).as_slice(), value.as_slice()).unwrap();
    });
    let error = open(folder.path()).read_blocking(START, |r| NOTES.get(r, &2)).unwrap_err();
    assert!(matches!(error, Error::Corrupt { .. }), "{error}");
}

#[test]
fn d7_check_counts_rows_names_unknown_tables_and_runs_the_features_checks() {
    fn sees_a_gap(r: &dyn Reader) -> Result<Vec<Finding>> {
        let rows = NOTES.range(r, .., 1000)?.len();
        Ok(vec![Finding { table: "note".to_owned(), what: format!("{rows} rows and no index") }])
    }
    fn panics(_: &dyn Reader) -> Result<Vec<Finding>> {
        panic!("a feature's check may be wrong")
    }
    let folder = filled();
    let report = check(folder.path(), &KNOWN, START).unwrap();
    assert!(report.is_sound(), "{:?}", report.findings);
    assert_eq!(report.rows, 400);
    let report = check(folder.path(), &Known { tables: &[], indexes: &[sees_a_gap, panics] }, START).unwrap();
    let said: Vec<_> = report.findings.iter().map(Finding::to_string).collect();
    assert_eq!(
        said,
        [
            "note: this release knows no such table",
            "note: 400 rows and no index",
            "the data file: a panic was caught: a feature's check may be wrong"
        ]
    );
}

/// Flips bytes in copies of `sound`, which holds 400 rows, and says how often check has noticed.
fn flip(sound: &[u8]) -> u64 {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("copy");
    let mut noticed = 0;
    cases(300, |seed| {
        let mut dice = Dice::new(seed);
        let mut bytes = sound.to_vec();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len() as u64) as usize;
            bytes[at] ^= 1 << dice.below(8);
        }
        fs::write(&copy, &bytes).unwrap();
        let report = check_file(&copy, &KNOWN, START).unwrap();
        assert!(bytes == fs::read(&copy).unwrap(), "check has touched the file");
        if report.is_sound() {
            assert_eq!(report.rows, 400, "rows are gone and check says nothing");
        } else {
            noticed += 1;
        }
    });
    noticed
}

#[test]
fn d7_flipped_bytes_never_make_check_panic_or_miss_a_row() {
    let folder = filled();
    assert!(flip(&fs::read(folder.path().join(DATA_FILE)).unwrap()) > 0);
}

#[test]
fn d7_flipped_bytes_in_a_file_that_was_not_closed_never_make_check_panic_or_miss_a_row() {
    let folder = filled();
    let store = open(folder.path());
    store.write_blocking(START, |tx| (0..100).try_for_each(|n| NOTES.delete(tx, &n).map(drop))).unwrap();
    store.write_blocking(START, |tx| (0..100).try_for_each(|n| NOTES.put(tx, &n, &note(n)))).unwrap();
    assert!(flip(&fs::read(folder.path().join(DATA_FILE)).unwrap()) > 0);
}

/// A row that was true once carries a sound checksum of its own; only its page can tell.
#[test]
fn d7_an_earlier_value_put_back_is_noticed() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(DATA_FILE);
    let mut sealed = Vec::new();
    for text in ["the first text", "another text.."] {
        let store = open(folder.path());
        let note = Note { text: text.to_owned(), number: 7 };
        store.write_blocking(START, move |tx| NOTES.put(tx, &7, &note)).unwrap();
        sealed.push(store.read_blocking(START, |r| r.get(&row(7))).unwrap().unwrap());
        store.close();
    }
    let mut bytes = fs::read(&file).unwrap();
    let places: Vec<_> = (0..bytes.len() - sealed[1].len()).filter(|at| bytes[*at..].starts_with(&sealed[1])).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + sealed[0].len()].copy_from_slice(&sealed[0]);
    }
    assert!(check(folder.path(), &KNOWN, START).unwrap().is_sound());
    fs::write(&file, bytes).unwrap();
    assert!(!check(folder.path(), &KNOWN, START).unwrap().is_sound());
}

#[test]
fn d7_files_cut_short_never_make_check_panic() {
    let folder = filled();
    let sound = fs::read(folder.path().join(DATA_FILE)).unwrap();
    let copy = folder.path().join("copy");
    for length in (0..sound.len()).step_by(1499) {
        fs::write(&copy, &sound[..length]).unwrap();
        let report = check_file(&copy, &KNOWN, START).unwrap();
        assert!(!report.is_sound() || report.rows == 400, "cut at {length}");
    }
}

#[test]
fn reading_a_damaged_file_gives_errors_and_no_panics() {
    let folder = filled();
    let file = folder.path().join(DATA_FILE);
    let sound = fs::read(&file).unwrap();
    cases(100, |seed| {
        let mut dice = Dice::new(seed);
        let mut bytes = sound.clone();
        let at = dice.below(bytes.len() as u64) as usize;
        bytes[at] ^= 1 << dice.below(8);
        fs::write(&file, &bytes).unwrap();
        if let Ok(store) = Store::open(folder.path(), Options::default()) {
            for number in 0..400 {
                if let Ok(Some(found)) = store.read_blocking(START, |r| NOTES.get(r, &number)) {
                    assert_eq!(found, note(number), "a wrong value was given out");
                }
            }
            let _ = store.read_blocking(START, |r| NOTES.range_back(r, .., 1000));
            let _ = store.write_blocking(START, |tx| NOTES.put(tx, &5, &note(5)));
        }
    });
}
