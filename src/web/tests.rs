use super::FormData;
use super::health::trouble;
use super::next::safe_next;
use super::request::preferred;
use crate::lang::Lang;
use crate::store::Health;
use std::time::Duration;

#[test]
fn l9_only_a_plain_path_on_this_site_is_a_place_to_go_on() {
    for good in ["/", "/dashboard", "/person?again=1", "/a/b-c_d.e?x=%2F%2Fevil&y=1#z", "/%E3%81%82"] {
        assert_eq!(safe_next(good), good);
    }
    let hostile = [
        "",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
        "http://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "evil.example",
        "./evil",
        "../evil",
        "/./evil",
        "/..//evil.example",
        "/.//evil.example",
        "/a//evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/ /evil.example",
        "/\u{0}/evil",
        "/é",
        "/あ",
        "/\u{2028}",
        "?next=//evil",
        "#//evil",
        "@evil.example",
        "/\r\nSet-Cookie: a=b",
    ];
    for next in hostile {
        assert_eq!(safe_next(next), "/", "{next:?}");
    }
    assert_eq!(safe_next(&format!("/{}", "a".repeat(600))), "/");
}

#[test]
fn the_better_wanted_of_our_languages_is_spoken_and_japanese_otherwise() {
    let cases = [
        ("", Lang::Ja),
        ("ja", Lang::Ja),
        ("en", Lang::En),
        ("en-US,en;q=0.9,ja;q=0.8", Lang::En),
        ("ja-JP;q=0.5, en;q=0.9", Lang::En),
        ("fr,de;q=0.7", Lang::Ja),
        ("en;q=0, ja;q=0.1", Lang::Ja),
        ("en;q=x", Lang::Ja),
    ];
    for (header, lang) in cases {
        assert_eq!(preferred(header), lang, "{header}");
    }
}

#[test]
fn v2_a_form_of_megabytes_is_cut_and_one_of_countless_fields_is_none() {
    let form = FormData::parse(format!("name={}&next=1", "あ".repeat(500_000)).as_bytes()).unwrap();
    assert!((4_000..=4 * 1024).contains(&form.get("name").len()));
    assert!(form.get("name").chars().all(|c| c == 'あ'));
    assert_eq!(form.get("next"), "1");
    assert!(FormData::parse("a&".repeat(64).as_bytes()).is_some());
    assert_eq!(FormData::parse("a&".repeat(65).as_bytes()), None);
}

#[test]
fn a_supervisor_is_told_of_whatever_keeps_the_service_from_its_work() {
    let (millis, minute) = (Duration::from_millis(5), Duration::from_secs(60));
    let full = Health::ReadOnly { why: "the disk is full".to_owned() };
    assert_eq!(trouble(&Health::Writable, millis, false), None);
    assert_eq!(trouble(&Health::Writable, minute, true), Some("the store's writer stalls\n"));
    assert_eq!(trouble(&Health::Writable, millis, true), Some("the mail worker stalls\n"));
    assert_eq!(trouble(&full, millis, false), Some("read-only\n"));
}
