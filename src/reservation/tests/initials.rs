//! By which letters a patient is named where a stranger may read it.

use super::visitor;
use crate::lang::Lang;
use crate::person::{Name, PatientDetails};
use crate::reservation::initials::{LettersTold, initials};
use time::Date;
use time::macros::date;

const VISIT: Date = date!(2026 - 04 - 02);

fn name(family: &str, given: &str) -> Name {
    Name { family: family.to_owned(), given: given.to_owned() }
}

fn named(family: &str, given: &str) -> PatientDetails {
    PatientDetails { name: name(family, given), kana: name("ワトソン", "エマ"), ..visitor("x").person }
}

fn read(lang: Lang, person: &PatientDetails) -> (Lang, String) {
    initials(lang, person, VISIT, LettersTold::Few)
}

#[test]
fn a_name_in_latin_letters_gives_latin_initials_to_english_readers_alone() {
    let kana = (Lang::Ja, "ワ・エ".to_owned());
    assert_eq!(read(Lang::En, &named("watson", "Émilie")), (Lang::En, "W・É…e".to_owned()));
    assert_eq!(read(Lang::Ja, &named("Watson", "Emma")), kana);
    for (family, given) in [("渡村", "恵麻"), ("Watson", "恵麻"), ("1", "2")] {
        assert_eq!(read(Lang::En, &named(family, given)), kana, "{family} {given}");
    }
}

#[test]
fn a_part_that_is_not_there_has_no_letter_and_a_part_without_kana_has_that_of_its_name() {
    let nobody = || name("", "");
    let one = PatientDetails { kana: nobody(), ..named("Suharto", "") };
    assert_eq!(read(Lang::En, &one), (Lang::En, "S".to_owned()));
    assert_eq!(read(Lang::Ja, &one).1, "S");
    let two = PatientDetails { kana: nobody(), ..named("Dela Cruz", "Maria") };
    assert_eq!(read(Lang::Ja, &two).1, "D・M…a");
    let mixed = PatientDetails { kana: name("スズキ", ""), ..named("鈴木", "Emma") };
    assert_eq!(read(Lang::Ja, &mixed).1, "ス・E…a");
    assert_eq!(
        read(Lang::En, &PatientDetails { kana: nobody(), ..named("", "Suharto") }),
        (Lang::En, "S…o".to_owned())
    );
    let kana = PatientDetails { kana: name("ヤマダ", ""), ..named("山田", "") };
    assert_eq!(read(Lang::Ja, &kana), (Lang::Ja, "ヤ".to_owned()));
}

#[test]
fn a_family_tells_its_members_apart() {
    let of = |given: &str, birth_date: Date| {
        let kana = name("スズキ", given);
        read(Lang::Ja, &PatientDetails { kana, birth_date: Some(birth_date), ..named("鈴木", "陽") }).1
    };
    let twins = date!(2019 - 06 - 01);
    assert_eq!([of("ハルト", twins), of("ハルカ", twins)], ["ス・ハ…ト (6歳)", "ス・ハ…カ (6歳)"]);
    let sisters = [of("ユイ", date!(2021 - 04 - 02)), of("ユウ", date!(2023 - 04 - 03))];
    assert_eq!(sisters, ["ス・ユ (5歳)", "ス・ユ (2歳)"]);
    assert_eq!(of("ハナコ", date!(1960 - 01 - 01)), "ス・ハ…コ", "of an adult no age is told");
}

#[test]
fn more_is_the_second_letter_or_the_last_of_two_and_a_number_says_nothing_of_the_name() {
    use LettersTold::{Few, More, Numbered};
    let of = |given: &str, told| {
        let kana = name("タナカ", given);
        initials(Lang::Ja, &PatientDetails { kana, ..named("田中", "陽") }, VISIT, told).1
    };
    for (given, few, more) in [
        ("ハルト", "タ・ハ…ト", "タ・ハル…ト"),
        ("ハヤト", "タ・ハ…ト", "タ・ハヤ…ト"),
        ("サクラコ", "タ・サ…コ", "タ・サク…コ"),
        ("ショウ", "タ・シ…ウ", "タ・ショ…ウ"),
        ("ハナ", "タ・ハ", "タ・…ナ"),
        ("ハル", "タ・ハ", "タ・…ル"),
        ("イ", "タ・イ", "タ・イ"),
    ] {
        assert_eq!([of(given, Few), of(given, More)], [few, more].map(str::to_owned), "{given}");
        assert_eq!(of(given, Numbered(2)), format!("{few}②"));
    }
    let child =
        PatientDetails { kana: name("スズキ", "ユイ"), birth_date: Some(date!(2019 - 06 - 01)), ..named("", "") };
    assert_eq!(initials(Lang::Ja, &child, VISIT, Numbered(1)).1, "ス・ユ① (6歳)");
    let english = |given: &str| initials(Lang::En, &named("Watson", given), VISIT, More).1;
    assert_eq!([english("Emma"), english("Erika")], ["W・Em…a", "W・Er…a"]);
}
