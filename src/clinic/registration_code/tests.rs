//! What a registration code looks like and what is taken for one.

use super::{RegistrationCode, check_index, give, renew, rows};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::store::Store;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_code_reads_back_as_itself_in_any_case_and_with_letters_for_digits(bytes in any::<[u8; 16]>()) {
        let code = RegistrationCode(bytes);
        let text = code.to_string();
        prop_assert_eq!(text.len(), 26);
        prop_assert!(text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{}", text);
        let typed = text.to_uppercase().replace('0', "O").replacen('1', "I", 1).replace('1', "l");
        prop_assert_eq!(RegistrationCode::parse(&typed), Some(code));
        prop_assert_eq!(RegistrationCode::parse(&text), Some(code));
    }

    #[test]
    fn nothing_typed_makes_it_panic_and_what_is_read_is_written_again(text in "[0-9a-z]{25,27}|\\PC{0,40}") {
        if let Some(code) = RegistrationCode::parse(&text) {
            prop_assert_eq!(RegistrationCode::parse(&code.to_string()), Some(code));
        }
    }
}

#[test]
fn what_is_longer_than_128_bits_shorter_or_of_other_letters_is_no_code() {
    let largest = "7zzzzzzzzzzzzzzzzzzzzzzzzz";
    assert_eq!(RegistrationCode::parse(largest), Some(RegistrationCode([u8::MAX; 16])));
    for text in
        ["", "0", &largest[1..], &format!("{largest}0"), &format!("8{}", &largest[1..]), "7uuuuuuuuuuuuuuuuuuuuuuuuu"]
    {
        assert_eq!(RegistrationCode::parse(text), None, "{text:?}");
    }
}

#[test]
fn no_two_codes_are_the_same() {
    let codes: std::collections::BTreeSet<RegistrationCode> = (0..1_000).map(|_| RegistrationCode::mint()).collect();
    assert_eq!(codes.len(), 1_000);
}

#[test]
fn a_clinic_keeps_its_code_until_it_asks_for_another_and_damage_is_found() {
    let (store, id) = (Store::memory(), ClinicId::parse("sakura").unwrap());
    let (clinic, other) = (id.clone(), id.clone());
    let [first, same, second] = store
        .write_blocking(Moment::from_millis(0), move |tx| {
            Ok([give(tx, &clinic)?, give(tx, &clinic)?, renew(tx, &clinic)?])
        })
        .unwrap();
    assert_eq!(first, same);
    assert_ne!(first, second);
    assert_eq!(store.write_blocking(Moment::from_millis(0), move |tx| give(tx, &other)).unwrap(), second);
    assert_eq!(store.read_blocking(Moment::from_millis(0), check_index).unwrap(), []);
    store.write_blocking(Moment::from_millis(0), move |tx| rows::CODES.delete(tx, &second)).unwrap();
    let findings = store.read_blocking(Moment::from_millis(0), check_index).unwrap();
    assert_eq!(findings.len(), 1);
    assert!(findings[0].to_string().contains("lacks the code of sakura"), "{findings:?}");
}
