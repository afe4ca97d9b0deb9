use super::super::text;
use super::super::text::address_part;
use super::*;
use proptest::prelude::*;

/// A part of a name that has to be filled in.
fn name_part(raw: &str) -> Result<String, PersonProblem> {
    text::name_part(raw)?.ok_or(PersonProblem::Missing)
}

#[test]
fn names_survive_byte_for_byte() {
    let names = [
        "𠮷野",
        "髙橋",
        "﨑",
        "葛\u{E0100}城",
        "渡邉\u{E0101}",
        "辻\u{FE00}",
        "Müller",
        "Mu\u{0308}ller",
        "ﾔﾏﾀﾞ",
        "李 明",
        "O’Neil",
        "👨\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}",
        "塚\u{FA10}",
        "神\u{FA19}",
    ];
    for name in names {
        assert_eq!(name_part(name).as_deref(), Ok(name), "{name}");
    }
}

#[test]
fn surrounding_space_and_paste_residue_go() {
    assert_eq!(name_part("　\u{FEFF}山\u{200B}田\u{2060} \u{200F}").as_deref(), Ok("山田"));
}

#[test]
fn a_name_is_required_and_bounded() {
    for nothing in ["", "　 ", "\u{200B}\u{FEFF}", "\u{3164}", "\u{0301}", "\u{FE0F}"] {
        assert_eq!(name_part(nothing), Err(PersonProblem::Missing), "{nothing:?}");
    }
    assert!(name_part(&"𠮷".repeat(60)).is_ok());
    assert_eq!(name_part(&"𠮷".repeat(61)), Err(PersonProblem::TooLong { limit: 60 }));
}

#[test]
fn control_characters_and_direction_overrides_are_beside_the_field() {
    for bad in ["山\0田", "山\r\n田", "山\t田", "山\u{202E}田", "山\u{202D}田\u{202C}", "山\u{2067}田"] {
        assert_eq!(name_part(bad), Err(PersonProblem::Forbidden), "{bad:?}");
    }
    for around in ["\u{2067}山田", "\u{202D}山田\u{202C}", "\t\u{2068}山田\u{2069}\t"] {
        assert_eq!(name_part(around).as_deref(), Ok("山田"), "{around:?}");
    }
}

#[test]
fn parts_of_an_address_may_be_empty() {
    assert_eq!(address_part(" "), Ok(None));
    assert_eq!(address_part(" 芝公園４−２−８ "), Ok(Some("芝公園４−２−８".into())));
    assert_eq!(address_part(&"あ".repeat(101)), Err(PersonProblem::TooLong { limit: 100 }));
    assert_eq!(address_part("港\0区"), Err(PersonProblem::Forbidden));
}

proptest! {
    #[test]
    fn i8_names_never_panic_and_are_stable(raw in any::<String>()) {
        if let Ok(name) = name_part(&raw) {
            prop_assert_eq!(name_part(&name), Ok(name.clone()));
        }
        let _ = address_part(&raw);
    }
}
