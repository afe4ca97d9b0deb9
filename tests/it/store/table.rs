//! Typed tables: what is put is found, in order, and nothing else.

use super::{NOTES, Note, note};
use crate::harness::clinic::START;
use mypage::store::{Error, KEY_LIMIT, Store, Table, VALUE_LIMIT};
use serde::{Deserialize, Serialize};

const PLACES: Table<(u32, String), u8> = Table::new("place");

#[test]
fn what_is_put_is_found_and_what_is_deleted_is_not() {
    let store = Store::memory();
    store.write_blocking(START, |tx| NOTES.put(tx, &7, &note(7))).unwrap();
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &7)).unwrap(), Some(note(7)));
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &8)).unwrap(), None);
    assert!(store.write_blocking(START, |tx| NOTES.delete(tx, &7)).unwrap());
    assert!(!store.write_blocking(START, |tx| NOTES.delete(tx, &7)).unwrap());
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &7)).unwrap(), None);
}

#[test]
fn ranges_are_ordered_bounded_and_go_both_ways() {
    let store = Store::memory();
    store.write_blocking(START, |tx| (0..10).try_for_each(|n| NOTES.put(tx, &n, &note(n)))).unwrap();
    let keys = |rows: Vec<(u64, Note)>| rows.into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    store
        .read_blocking(START, |r| {
            assert_eq!(keys(NOTES.range(r, .., 3)?), [0, 1, 2]);
            assert_eq!(keys(NOTES.range_back(r, .., 3)?), [9, 8, 7]);
            assert_eq!(keys(NOTES.range(r, 3..5, 9)?), [3, 4]);
            assert_eq!(keys(NOTES.range(r, 3..=5, 9)?), [3, 4, 5]);
            assert_eq!(keys(NOTES.range_back(r, 3..=5, 2)?), [5, 4]);
            assert_eq!(keys(NOTES.range(r, .., 0)?), [0_u64; 0]);
            #[expect(clippy::reversed_empty_ranges, reason = "an inverted range must be empty, not a panic")]
            let inverted = NOTES.range(r, 5..3, 9)?;
            assert_eq!(keys(inverted), [0_u64; 0]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_prefix_finds_its_own_rows_only() {
    let store = Store::memory();
    let rows = [(1, "a"), (1, "b"), (2, "a"), (u32::MAX, "z")];
    store
        .write_blocking(START, move |tx| {
            for (number, (floor, name)) in (0..).zip(rows) {
                PLACES.put(tx, &(floor, name.to_owned()), &number)?;
            }
            // The next table's rows begin right behind.
            NOTES.put(tx, &0, &note(0))
        })
        .unwrap();
    store
        .read_blocking(START, |r| {
            assert_eq!(PLACES.prefix(r, &1_u32, 9)?, [((1, "a".to_owned()), 0), ((1, "b".to_owned()), 1)]);
            assert_eq!(PLACES.prefix_back(r, &1_u32, 1)?, [((1, "b".to_owned()), 1)]);
            assert_eq!(PLACES.prefix(r, &u32::MAX, 9)?, [((u32::MAX, "z".to_owned()), 3)]);
            assert_eq!(PLACES.range(r, .., 9)?.len(), 4);
            Ok(())
        })
        .unwrap();
}

#[test]
fn keys_and_values_over_the_limit_are_refused() {
    const TEXTS: Table<String, String> = Table::new("text");
    let store = Store::memory();
    let error = store.write_blocking(START, |tx| TEXTS.put(tx, &"k".repeat(KEY_LIMIT), &String::new())).unwrap_err();
    assert!(matches!(&error, Error::TooLarge { table, limit: KEY_LIMIT, .. } if table == "text"), "{error}");
    let error = store.write_blocking(START, |tx| TEXTS.put(tx, &"k".to_owned(), &"v".repeat(VALUE_LIMIT))).unwrap_err();
    assert!(matches!(&error, Error::TooLarge { table, limit: VALUE_LIMIT, .. } if table == "text"), "{error}");
    assert_eq!(store.read_blocking(START, |r| TEXTS.range(r, .., 9)).unwrap(), []);
}

#[test]
fn a_record_survives_an_added_optional_field_and_a_removed_one() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Later {
        text: String,
        number: u64,
        colour: Option<String>,
    }
    const LATER: Table<u64, Later> = Table::new("note");
    let store = Store::memory();
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    let later = Later { text: "note 1".to_owned(), number: 1, colour: None };
    assert_eq!(store.read_blocking(START, |r| LATER.get(r, &1)).unwrap(), Some(later));
    store
        .write_blocking(START, |tx| {
            LATER.put(tx, &2, &Later { text: "note 2".to_owned(), number: 2, colour: Some("red".to_owned()) })
        })
        .unwrap();
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &2)).unwrap(), Some(note(2)));
}

#[test]
fn a_record_of_another_shape_is_an_error_that_names_table_and_key() {
    const NUMBERS: Table<u64, u64> = Table::new("note");
    let store = Store::memory();
    store.write_blocking(START, |tx| NOTES.put(tx, &258, &note(1))).unwrap();
    let error = store.read_blocking(START, |r| NUMBERS.get(r, &258)).unwrap_err();
    assert!(error.to_string().starts_with("table note, key 0000000000000102: "), "{error}");
}
