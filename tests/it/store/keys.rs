//! Properties of keys and tables that must hold for all values.

use super::{NOTES, Note, refusal};
use crate::harness::clinic::START;
use mypage::clock::Moment;
use mypage::store::{Key, Store};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Debug;
use time::Date;

fn bytes<K: Key>(key: &K) -> Vec<u8> {
    let mut out = Vec::new();
    key.encode(&mut out);
    out
}

fn keeps_order<K: Key + Ord + Debug>(a: &K, b: &K) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.cmp(b), bytes(a).cmp(&bytes(b)), "{:?} and {:?}", a, b);
    let encoded = bytes(a);
    let mut rest = encoded.as_slice();
    let decoded = K::decode(&mut rest);
    prop_assert_eq!(decoded.as_ref(), Some(a));
    prop_assert!(rest.is_empty());
    Ok(())
}

/// Text with many zero, one and highest bytes, where an encoding could go wrong.
fn text() -> impl Strategy<Value = String> {
    vec(prop_oneof![Just('\0'), Just('\u{1}'), Just('a'), Just('あ'), any::<char>()], 0..6)
        .prop_map(|chars| chars.into_iter().collect())
}

/// Any day of the calendar.
fn day() -> impl Strategy<Value = Date> {
    (Date::MIN.to_julian_day()..=Date::MAX.to_julian_day()).prop_map(|day| Date::from_julian_day(day).expect("a day"))
}

proptest! {
    #[test]
    fn numbers_sort_as_their_bytes(a: (u64, i64, u32), b: (u64, i64, u32), c: u8, d: u8) {
        keeps_order(&a, &b)?;
        keeps_order(&(c, a.1), &(d, b.1))?;
        keeps_order(&Moment::from_millis(a.1), &Moment::from_millis(b.1))?;
        keeps_order(&((), a.2), &((), b.2))?;
    }

    #[test]
    fn days_sort_as_their_bytes(a in day(), b in day(), c: u8, d: u8) {
        keeps_order(&a, &b)?;
        keeps_order(&(a, c), &(b, d))?;
    }

    #[test]
    fn texts_sort_as_their_bytes_also_within_tuples(a in text(), b in text(), c: u8, d: u8) {
        keeps_order(&a, &b)?;
        keeps_order(&(a.clone(), c), &(b.clone(), d))?;
        keeps_order(&(c, a.clone(), b.clone()), &(d, b, a))?;
    }

    #[test]
    fn arrays_sort_as_their_bytes(a: [u8; 5], b: [u8; 5], c in text()) {
        keeps_order(&(a, c.clone()), &(b, c))?;
    }

    #[test]
    fn any_bytes_decode_or_are_refused(input in vec(prop_oneof![Just(0), Just(1), any::<u8>()], 0..24)) {
        let _ = <(String, u64)>::decode(&mut input.as_slice());
        let _ = <(u32, i64, String)>::decode(&mut input.as_slice());
        let _ = <([u8; 16], u8)>::decode(&mut input.as_slice());
        let _ = <(Date, u8)>::decode(&mut input.as_slice());
    }

    /// Each write does several steps and reads in between; a map does the same.
    #[test]
    fn a_table_behaves_like_a_sorted_map(writes in vec((vec((0_u64..12, any::<Option<u64>>()), 0..8), any::<bool>()), 1..8)) {
        let store = Store::memory();
        let mut model = BTreeMap::new();
        for (steps, refused) in writes {
            let mut after = model.clone();
            let expected: Vec<_> = steps.iter().map(|(key, value)| {
                match value { Some(value) => after.insert(*key, *value), None => after.remove(key) };
                let list = |range: &mut dyn Iterator<Item = (&u64, &u64)>| range.take(3).map(|(k, v)| (*k, *v)).collect::<Vec<_>>();
                (list(&mut after.range(3..)), list(&mut after.range(..=8).rev()))
            }).collect();
            let seen = store.write_blocking(START, move |tx| {
                let mut seen = Vec::new();
                for (key, value) in &steps {
                    match value {
                        Some(number) => NOTES.put(tx, key, &Note { text: String::new(), number: *number })?,
                        None => drop(NOTES.delete(tx, key)?),
                    }
                    let list = |rows: Vec<(u64, Note)>| rows.into_iter().map(|(k, v)| (k, v.number)).collect::<Vec<_>>();
                    seen.push((list(NOTES.range(tx, 3.., 3)?), list(NOTES.range_back(tx, ..=8, 3)?)));
                }
                if refused { Err(refusal()) } else { Ok(seen) }
            });
            if refused {
                prop_assert!(seen.is_err());
            } else {
                prop_assert_eq!(seen.unwrap(), expected);
                model = after;
            }
        }
        let stored = store.read_blocking(START, |r| NOTES.range(r, .., 1000)).unwrap();
        prop_assert_eq!(stored.into_iter().map(|(k, v)| (k, v.number)).collect::<BTreeMap<_, _>>(), model);
    }
}
