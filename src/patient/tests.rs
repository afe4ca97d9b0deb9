//! By what a record is found, and that it is nobody else's.

use super::sought::beginnings;
use super::{Found, PatientRecord, Seen, check_indexes, correct, remember, search};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::person::{Address, Name, PatientDetails, Phone, Sex};
use crate::store::Store;
use proptest::prelude::*;
use time::Date;
use time::macros::date;

const NOW: Moment = Moment::from_millis(1_775_000_000_000);
const TODAY: Date = date!(2026 - 04 - 01);

fn sakura() -> ClinicId {
    ClinicId::parse("sakura-naika").unwrap()
}

fn name(family: &str, given: &str) -> Name {
    Name { family: family.to_owned(), given: given.to_owned() }
}

fn hanako() -> Seen {
    let details = PatientDetails {
        name: name("髙山", "花子"),
        kana: name("タカヤマ", "ハナコ"),
        birth_date: Some(date!(1988 - 02 - 03)),
        sex: Some(Sex::Female),
        postal_code: None,
        address: Address::default(),
        phone: Phone::parse("090-1234-5678").unwrap(),
    };
    Seen { details, chart_number: Some("00123".to_owned()), address: None, lang: Lang::Ja }
}

/// Somebody who called: only the kana and the phone are known.
fn caller(phone: &str) -> Seen {
    let details = PatientDetails {
        name: name("", ""),
        birth_date: None,
        sex: None,
        phone: Phone::parse(phone).unwrap(),
        ..hanako().details
    };
    Seen { details, chart_number: None, address: None, lang: Lang::Ja }
}

fn remembered(store: &Store, seen: Seen) -> super::PatientId {
    store.write_blocking(NOW, move |tx| remember(tx, &sakura(), seen.clone())).unwrap()
}

fn found(store: &Store, typed: &str) -> Vec<Found> {
    store.read_blocking(NOW, |r| search(r, &sakura(), typed, 8)).unwrap()
}

fn no_word_is_wrong(store: &Store) {
    assert_eq!(store.read_blocking(NOW, |r| check_indexes(r)).unwrap(), []);
}

#[test]
fn a_patient_is_found_by_number_phone_kana_name_or_birthday_however_they_are_typed() {
    let store = Store::memory();
    let id = remembered(&store, hanako());
    let exact = [
        "00123",
        "123",
        "１２３",
        "090-1234-5678",
        "+81 90 1234 5678",
        "+81 (0)90-1234-5678",
        "09012345678",
        "ﾀｶﾔﾏ ﾊﾅｺ",
        "たかやまはなこ",
    ];
    let exact =
        exact.into_iter().chain(["タカヤマ　ハナコ", "髙山花子", "1988/2/3", "19880203", "S63.2.3", "昭和63年2月3日"]);
    for typed in exact {
        let found = found(&store, typed);
        assert_eq!(found.iter().map(|one| (one.record.id, one.exact)).collect::<Vec<_>>(), [(id, true)], "{typed}");
    }
    for typed in ["5678", "たかや", "ﾀ", "髙山"] {
        let found = found(&store, typed);
        assert_eq!(found.iter().map(|one| (one.record.id, one.exact)).collect::<Vec<_>>(), [(id, false)], "{typed}");
    }
    for typed in ["", "  ", "-", "678", "タカハシ", "0124", "1988/2/4"] {
        assert_eq!(found(&store, typed), [], "{typed}");
    }
}

#[test]
fn another_clinic_finds_nobody() {
    let store = Store::memory();
    remembered(&store, hanako());
    let other = ClinicId::parse("sakura-naika2").unwrap();
    for typed in ["123", "タカヤマ", "5678"] {
        assert_eq!(store.read_blocking(NOW, |r| search(r, &other, typed, 8)).unwrap(), [], "{typed}");
    }
}

#[test]
fn who_is_booked_again_has_one_record_and_a_stranger_changes_nothing_of_it() {
    let store = Store::memory();
    let id = remembered(&store, hanako());
    let phone = Phone::parse("03-1111-2222").unwrap();
    let again = Seen { details: PatientDetails { phone, ..hanako().details }, chart_number: None, ..hanako() };
    assert_eq!(remembered(&store, again), id);
    assert_eq!(found(&store, "123")[0].record.details, hanako().details);
    let twin = PatientDetails { name: name("髙山", "華子"), ..hanako().details };
    assert_ne!(remembered(&store, Seen { details: twin, ..hanako() }), id);
    no_word_is_wrong(&store);
}

#[test]
fn callers_of_the_same_kana_are_told_apart_by_their_phones() {
    let store = Store::memory();
    let first = remembered(&store, caller("090-1111-1111"));
    assert_eq!(remembered(&store, caller("090-1111-1111")), first);
    assert_ne!(remembered(&store, caller("090-2222-2222")), first);
    assert_ne!(remembered(&store, hanako()), first, "of whom more is known is not taken to be the same");
}

#[test]
fn a_corrected_record_is_found_by_what_it_says_now() {
    let store = Store::memory();
    remembered(&store, caller("090-1234-5678"));
    let before = found(&store, "5678").remove(0).record;
    assert!(!before.details.is_complete());
    let after = store.write_blocking(NOW, move |tx| correct(tx, &before, hanako())).unwrap();
    assert_eq!(found(&store, "00123"), [Found { record: after.clone(), exact: true }]);
    let moved =
        Seen { details: PatientDetails { kana: name("ヤマダ", "ハナコ"), ..hanako().details }, ..hanako() };
    let moved: PatientRecord = store.write_blocking(NOW, move |tx| correct(tx, &after, moved.clone())).unwrap();
    assert_eq!(found(&store, "タカヤマ"), []);
    assert_eq!(found(&store, "ヤマダ")[0].record, moved);
    no_word_is_wrong(&store);
}

proptest! {
    #[test]
    fn nothing_typed_into_the_box_makes_it_panic(typed in "\\PC{0,60}") {
        for beginning in beginnings(&typed, TODAY) {
            prop_assert!(1 < beginning.chars().count(), "{:?} would find everybody", beginning);
        }
    }
}
