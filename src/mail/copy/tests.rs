use super::*;
use crate::store::Store;
use proptest::prelude::*;

const DAY: i64 = 24 * 60 * 60 * 1000;

fn at(day: i64) -> CopyId {
    CopyId::at(Moment::from_millis(day * DAY))
}

#[test]
fn a_copy_is_kept_for_more_than_a_year_and_less_than_fourteen_months() {
    for day in [0, 1, 29, 30, 20_000, 20_015] {
        let kept = at(day).ends().seconds_since(at(day).moment()) / 86_400;
        assert!((390..=420).contains(&kept), "{kept}");
    }
}

#[test]
fn counted_copies_drop_out_of_the_number_when_they_end() {
    let mut counts = Counts::default();
    let (old, new) = (at(20_000), at(20_100));
    counts.add(old);
    counts.add(old);
    counts.add(new);
    let mut read = Counts::default();
    read.add(old);
    let just_before = Moment::from_millis(old.ends().millis() - 1);
    assert_eq!(counts.without(&read, just_before), 2);
    assert_eq!(counts.without(&read, old.ends()), 1);
    assert_eq!(counts.without(&read, new.ends()), 0);
    assert_eq!(read.without(&counts, just_before), 0, "never below nothing");
}

#[test]
fn a_text_that_is_no_id_is_none() {
    for text in [
        "",
        "0",
        &"g".repeat(32),
        &"A".repeat(32),
        &"0".repeat(31),
        &"0".repeat(33),
        &"あ".repeat(11),
        &format!("+{}", "0".repeat(31)),
    ] {
        assert!(text.parse::<CopyId>().is_err(), "{text}");
    }
}

#[test]
fn check_finds_a_copy_that_no_row_counts() {
    let (store, now) = (Store::memory(), Moment::from_millis(20_000 * DAY));
    let to = EmailAddress::parse("hanako@example.jp").unwrap();
    let letter = Letter::new(Lang::Ja, to.clone(), "件名");
    for later in [0, 1, 60] {
        let (letter, at) = (letter.clone(), now.plus_days(later));
        store.write_blocking(move |tx| keep(tx, at, &letter)).unwrap();
    }
    assert_eq!(store.read(check_counts).unwrap(), []);
    let uncounted = Pile { id: [0; 8], newest: CopyId::at(now), counts: Counts::default() };
    store.write_blocking(move |tx| PILES.put(tx, &owner(&to), uncounted.clone(), now.plus_days(1))).unwrap();
    assert_eq!(store.read(check_counts).unwrap().len(), 2, "one finding for each stretch of time");
}

proptest! {
    #[test]
    fn i8_an_id_reads_what_it_wrote_and_any_text_is_no_panic(millis in any::<i64>(), text in "\\PC{0,40}") {
        let id = CopyId::at(Moment::from_millis(millis));
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        let _ = text.parse::<CopyId>();
    }
}
