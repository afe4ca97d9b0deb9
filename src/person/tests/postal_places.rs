//! The built-in table of postal codes.

use crate::person::postal_places::{PostalPlace, in_common, place, places, text_of};
use crate::person::{Address, PREFECTURES, PostalCode};

fn of(code: &str) -> Vec<PostalPlace> {
    places(&PostalCode::parse(code).unwrap().unwrap())
}

fn texts(code: &str) -> Vec<String> {
    of(code).into_iter().map(|place| [place.prefecture, place.city, place.town].concat()).collect()
}

#[test]
fn a_code_is_a_place_or_several_or_none() {
    assert_eq!(texts("100-0001"), ["東京都千代田区千代田"]);
    assert_eq!(texts("060-0000"), ["北海道札幌市中央区"]);
    assert_eq!(texts("921-8046"), ["石川県金沢市三小牛町", "石川県金沢市大桑町"]);
    assert_eq!(texts("498-0000"), ["三重県桑名郡木曽岬町", "愛知県弥富市"]);
    assert!(of("000-0000").is_empty() && of("999-9999").is_empty());
}

#[test]
fn what_several_places_have_in_common_is_what_the_code_says() {
    let one = in_common(&of("100-0001"));
    assert_eq!((one.city.as_deref(), one.line.as_deref()), (Some("千代田区"), Some("千代田")));
    let two = in_common(&of("921-8046"));
    assert_eq!((two.prefecture.as_deref(), two.city.as_deref(), two.line), (Some("石川県"), Some("金沢市"), None));
    assert_eq!(in_common(&of("498-0000")), Address::default());
    assert_eq!(in_common(&[]), Address::default());
    assert_eq!(in_common(&of("060-0000")).line, None, "a whole city has no town");
}

#[test]
fn every_part_of_the_table_can_be_read_and_names_prefectures_of_the_form() {
    let prefectures: Vec<&str> = PREFECTURES.iter().map(|name| crate::lang::Lang::Ja.of(*name)).collect();
    let mut all = 0;
    for beginning in 0..1000 {
        for line in text_of(beginning).expect("a text").lines() {
            let place = place(&line[5..]).expect("a place");
            assert!(prefectures.contains(&place.prefecture.as_str()) && !place.city.is_empty(), "{line}");
            all += 1;
        }
    }
    assert!(all > 120_000, "{all}");
}
