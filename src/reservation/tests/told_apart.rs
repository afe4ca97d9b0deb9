use super::*;
use crate::person::PatientDetails;
use crate::reservation::ReservationId;
use crate::reservation::initials::LettersTold::{Few, More, Numbered};
use crate::reservation::told_apart::{Beside, mark};

/// A visit for each of these names, given to [`mark`] as booked together.
fn together(names: &[&str], born: Date) -> Vec<Reservation> {
    let store = Store::memory();
    let one = booked(&store, &Paper::with(vec![menu("a")]), early(), request("花子", TUESDAY, "9:00")).unwrap();
    let of = |kana: &&str| {
        // A family name of its own, so that each is another person, whatever the kana.
        let attendee = visitor(kana);
        let id = ReservationId::mint(early());
        let name = Name { family: id.text(), given: (*kana).to_owned() };
        let person = PatientDetails { name, birth_date: Some(born), ..attendee.person };
        Reservation { id, attendee: Attendee { person, ..attendee }, ..one.clone() }
    };
    let mut made: Vec<Reservation> = names.iter().map(of).collect();
    store.read_blocking(early(), |r| mark(r, &mut made, Beside::Everywhere)).unwrap();
    made
}

fn told(names: &[&str], born: Date) -> Vec<String> {
    together(names, born).iter().map(|of| of.initials(Lang::Ja).1).collect()
}

const ADULT: Date = date!(1988 - 02 - 03);

#[test]
fn names_that_begin_and_end_alike_are_told_apart_by_the_least_more() {
    for (names, expected) in [
        (["ハルト", "ハヤト"], ["ヤ・ハル…ト", "ヤ・ハヤ…ト"]),
        (["ユウト", "ユイト"], ["ヤ・ユウ…ト", "ヤ・ユイ…ト"]),
        (["アカリ", "アイリ"], ["ヤ・アカ…リ", "ヤ・アイ…リ"]),
        (["ハナ", "ハル"], ["ヤ・…ナ", "ヤ・…ル"]),
        (["ユイ", "ユウ"], ["ヤ・…イ", "ヤ・…ウ"]),
        // Nothing more where that is enough.
        (["ハルト", "ハルカ"], ["ヤ・ハ…ト", "ヤ・ハ…カ"]),
        (["ハナ", "ハナコ"], ["ヤ・ハ", "ヤ・ハ…コ"]),
        (["サクラ", "ユウマ"], ["ヤ・サ…ラ", "ヤ・ユ…マ"]),
        // No letter tells these apart.
        (["ハルト", "ハルト"], ["ヤ・ハ…ト①", "ヤ・ハ…ト②"]),
        (["サクラコ", "サクヤコ"], ["ヤ・サ…コ①", "ヤ・サ…コ②"]),
    ] {
        assert_eq!(told(&names, ADULT), expected, "{names:?}");
    }
}

#[test]
fn of_several_only_those_give_away_more_who_have_to() {
    let four = told(&["ハルト", "サクラ", "ハヤト", "ハルト"], ADULT);
    assert_eq!(four, ["ヤ・ハ…ト①", "ヤ・サ…ラ", "ヤ・ハヤ…ト", "ヤ・ハ…ト②"]);
    let different = told(&["ハナ", "ハル", "ハナ", "カル"], ADULT);
    assert_eq!(different.iter().collect::<std::collections::BTreeSet<_>>().len(), 4, "{different:?}");
}

#[test]
fn twins_are_told_apart_though_they_have_the_same_age() {
    let twins = together(&["ユイ", "ユウ"], date!(2019 - 06 - 01));
    assert_eq!(twins.iter().map(|of| of.letters).collect::<Vec<_>>(), [More, More]);
    assert_eq!(together(&["ユイ"], ADULT)[0].letters, Few);
    assert_eq!(together(&["ユイ", "ユイ"], ADULT).last().unwrap().letters, Numbered(2));
}
