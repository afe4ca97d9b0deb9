use super::super::prefecture::prefecture;
use super::*;
use crate::lang::Lang;
use proptest::prelude::*;

fn digits(raw: &str) -> Option<String> {
    PostalCode::parse(raw).unwrap().map(|code| code.digits().to_owned())
}

#[test]
fn a_postal_code_is_seven_digits_in_any_width_or_hyphen() {
    for form in [
        "1050011",
        "105-0011",
        "〒105-0011",
        "〶１０５−００１１",
        "１０５ー００１１",
        " 105 0011 ",
        "105‐0011",
        "105\u{2014}0011",
        "\u{202D}105-0011\u{202C}",
        "\t〒105\t0011",
    ] {
        assert_eq!(digits(form).as_deref(), Some("1050011"), "{form}");
    }
    assert_eq!(digits("０６００００１").as_deref(), Some("0600001"));
    assert_eq!(PostalCode::parse("1050011").unwrap().unwrap().hyphenated(), "105-0011");
}

#[test]
fn a_postal_code_is_optional() {
    assert_eq!(digits(" \u{200B}"), None);
}

#[test]
fn a_faulty_postal_code_is_told_its_digits() {
    assert_eq!(PostalCode::parse("105-001"), Err(PersonProblem::PostalCodeLength { got: 6 }));
    assert_eq!(PostalCode::parse("105-00111"), Err(PersonProblem::PostalCodeLength { got: 8 }));
    for text in ["東京", "105-001a", "〒", "-", "105〒0011"] {
        assert_eq!(PostalCode::parse(text), Err(PersonProblem::NotPostalCode), "{text}");
    }
    assert_eq!(PostalCode::parse("105\n0011"), Err(PersonProblem::Forbidden));
    assert_eq!(PostalCode::parse(&"1".repeat(1_000_000)), Err(PersonProblem::NotPostalCode));
}

#[test]
fn a_prefecture_is_known_by_any_of_its_names() {
    for (typed, stored) in [
        ("東京都", "東京都"),
        (" 東京 ", "東京都"),
        ("京都", "京都府"),
        ("北海道", "北海道"),
        ("tokyo", "東京都"),
        ("Ｋｙｏｔｏ", "京都府"),
    ] {
        assert_eq!(prefecture(typed), Ok(Some(stored.to_owned())), "{typed}");
    }
    assert_eq!(prefecture(""), Ok(None));
    for text in ["江戸", "東", "東京府", "都", "California"] {
        assert_eq!(prefecture(text), Err(PersonProblem::NotPrefecture), "{text}");
    }
}

#[test]
fn there_are_47_prefectures_each_read_back() {
    for words in PREFECTURES {
        let stored = Ok(Some(Lang::Ja.of(words).to_owned()));
        assert_eq!(prefecture(Lang::Ja.of(words)), stored);
        assert_eq!(prefecture(Lang::En.of(words)), stored);
    }
    let mut names: Vec<_> = PREFECTURES.iter().map(|words| Lang::Ja.of(*words)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 47);
}

proptest! {
    #[test]
    fn i8_places_never_panic(raw in any::<String>(), near in "[〒0-9０-９ー -]{0,12}") {
        let _ = (PostalCode::parse(&raw), PostalCode::parse(&near), prefecture(&raw));
    }

    #[test]
    fn every_postal_code_is_read_back_from_its_hyphenated_form(code in "[0-9]{7}") {
        let parsed = PostalCode::parse(&code).unwrap().unwrap();
        prop_assert_eq!(PostalCode::parse(&parsed.hyphenated()), Ok(Some(parsed)));
    }
}
