use super::*;
use crate::clock::Moment;
use crate::store::Store;

const NAMES: Table<(u64, u64), String> = Table::new("names");
const NOW: Moment = Moment::from_millis(0);

fn put(store: &Store, key: (u64, u64), name: &str) {
    let name = name.to_owned();
    store.write_blocking(NOW, move |tx| NAMES.put(tx, &key, &name)).unwrap();
}

#[test]
fn a_record_is_decoded_once_as_long_as_its_row_stays_the_same() {
    let (decoded, store) = (Decoded::of(NAMES), Store::memory());
    let get = |store: &Store, key| store.read_blocking(NOW, |r| decoded.get(r, &key)).unwrap();
    put(&store, (1, 1), "hanako");
    let first = get(&store, (1, 1)).unwrap();
    assert!(Arc::ptr_eq(&first, &get(&store, (1, 1)).unwrap()));
    let before = store.snapshot_blocking(NOW).unwrap();
    put(&store, (1, 1), "taro");
    assert_eq!(*get(&store, (1, 1)).unwrap(), "taro");
    assert_eq!(*decoded.get(&before, &(1, 1)).unwrap().unwrap(), "hanako", "as the snapshot has it");
    put(&store, (1, 2), "jiro");
    put(&store, (2, 1), "saburo");
    let all = store.read_blocking(NOW, |r| decoded.prefix(r, &1, 9)).unwrap();
    assert_eq!(all.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["taro", "jiro"]);
    assert_eq!(store.read_blocking(NOW, |r| decoded.first(r, 9)).unwrap().len(), 3);
    let some = store.read_blocking(NOW, |r| decoded.range(r, (1, 2)..=(2, 1), 9)).unwrap();
    assert_eq!(some.iter().map(|(key, _)| *key).collect::<Vec<_>>(), [(1, 2), (2, 1)]);
    let other = Store::memory();
    assert_eq!(get(&other, (1, 1)), None, "another store has its own rows");
    put(&other, (1, 1), "shiro");
    assert_eq!(*get(&other, (1, 1)).unwrap(), "shiro");
    store.write_blocking(NOW, |tx| NAMES.delete(tx, &(1, 1))).unwrap();
    assert_eq!(get(&store, (1, 1)), None);
}

#[test]
fn what_is_remembered_has_a_bound() {
    let (decoded, store) = (Decoded::of(NAMES), Store::memory());
    let long = "x".repeat(60_000);
    let get = |key| store.read_blocking(NOW, |r| decoded.get(r, &(key, 0))).unwrap().unwrap();
    let mut first = Vec::new();
    for key in 0..100 {
        put(&store, (key, 0), &long);
        first.push(get(key));
        let known = decoded.known.read().unwrap();
        let held =
            |of: &Generation<String>| of.iter().map(|(row, (stored, _))| row.len() + stored.len()).sum::<usize>();
        assert_eq!(known.bytes, held(&known.present));
        assert!(known.bytes <= ROOM && held(&known.former) <= ROOM);
    }
    assert!(Arc::ptr_eq(&first[95], &get(95)) && Arc::ptr_eq(&first[92], &get(92)), "the latest are known");
    assert!(!Arc::ptr_eq(&first[0], &get(0)), "the first is not");
}
