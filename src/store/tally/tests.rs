use super::*;
use crate::clock::Moment;
use crate::store::Store;
use proptest::prelude::*;

const NOW: Moment = Moment::from_millis(0);
const INDEX: Table<u64, u64> = Table::new("index");

/// What an index says that holds the second of these lists, where it should hold the first: whether it agrees, what it
/// lacks and what does not belong there.
fn compared(expected: &[(u64, u64)], held: &[(u64, u64)]) -> (bool, usize, usize) {
    let (store, held) = (Store::memory(), held.to_vec());
    store.write_blocking(NOW, move |tx| held.iter().try_for_each(|(key, value)| INDEX.put(tx, key, value))).unwrap();
    let mut tally = IndexTally::of(&INDEX);
    let count = |tally: &mut IndexTally<_, _>| {
        expected.iter().try_for_each(|(key, value)| tally.require(key, value)).unwrap();
        store.read_blocking(NOW, |r| tally.find_all(r)).unwrap();
    };
    count(&mut tally);
    let agrees = tally.agrees();
    tally.look_closer();
    count(&mut tally);
    (agrees, tally.missing(), tally.strangers())
}

#[test]
fn an_index_is_wrong_by_what_it_lacks_and_by_what_it_should_not_hold() {
    assert_eq!(compared(&[(1, 1), (2, 2)], &[(2, 2), (1, 1)]), (true, 0, 0));
    assert_eq!(compared(&[(1, 1), (2, 2)], &[(2, 2)]), (false, 1, 0));
    assert_eq!(compared(&[(1, 1)], &[(1, 1), (2, 2)]), (false, 0, 1));
    assert_eq!(compared(&[(1, 1), (2, 2)], &[(1, 2), (2, 2)]), (false, 1, 1));
}

#[test]
fn one_group_that_is_wrong_puts_few_in_doubt() {
    let mut tally = Tally::default();
    for group in 0..100_000_u64 {
        tally.require(&group, &"visit");
        tally.find(&group, &"visit", u32::from(group != 7));
    }
    assert!(tally.doubts(&7_u64) && !tally.agrees());
    let doubted = (0..100_000_u64).filter(|group| tally.doubts(group)).count();
    assert!(doubted < 100, "{doubted}");
}

#[test]
fn an_entry_found_several_times_at_once_is_expected_as_often() {
    let mut tally = Tally::default();
    (0..3).for_each(|_| tally.require(&"day", &"visit"));
    tally.find(&"day", &"visit", 2);
    assert!(tally.doubts(&"day"));
    tally.find(&"day", &"visit", 1);
    assert!(tally.agrees());
}

proptest! {
    #[test]
    fn it_finds_exactly_the_differences(
        expected in prop::collection::btree_map(0..50_u64, 0..3_u64, 0..40),
        held in prop::collection::btree_map(0..50_u64, 0..3_u64, 0..40),
    ) {
        let (expected, held): (Vec<_>, Vec<_>) = (expected.into_iter().collect(), held.into_iter().collect());
        let missing = expected.iter().filter(|entry| !held.contains(entry)).count();
        let strangers = held.iter().filter(|entry| !expected.contains(entry)).count();
        prop_assert_eq!(compared(&expected, &held), (expected == held, missing, strangers));
    }
}
