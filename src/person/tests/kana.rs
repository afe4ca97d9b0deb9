use super::super::kana;
use super::*;
use proptest::prelude::*;

/// The kana of a field that has to be filled in.
fn kana_part(raw: &str) -> Result<String, PersonProblem> {
    kana::kana_part(raw)?.ok_or(PersonProblem::Missing)
}

#[test]
fn hiragana_and_half_width_kana_become_full_width_katakana() {
    let cases = [
        ("やまだ", "ヤマダ"),
        ("ヤマダ", "ヤマダ"),
        ("ﾔﾏﾀﾞ", "ヤマダ"),
        ("ﾊﾟﾄﾘｼｱ", "パトリシア"),
        ("ゔぁいおれっと", "ヴァイオレット"),
        ("か\u{3099}", "ガ"),
        ("は゜か゛", "パガ"),
        ("ｱﾝ･ﾏﾘｰ", "アン・マリー"),
        (" マリア　　テレサ ", "マリア テレサ"),
        ("ヤ\u{200B}マダ", "ヤマダ"),
        ("ぁァヮヱヰヲン", "ァァヮヱヰヲン"),
        ("みすゞ", "ミスズ"),
        ("サヽキ", "ササキ"),
        ("さゝき", "ササキ"),
        ("おゝの", "オオノ"),
        ("いすゞ", "イスズ"),
        ("じゞ", "ジジ"),
        ("づゝ", "ヅツ"),
        ("ハヾ", "ハバ"),
        ("スヽ゛", "スズ"),
        ("ミスヾ", "ミスズ"),
        ("サヽヽキ", "サササキ"),
        ("ヒャッヶイ", "ヒャッケイ"),
        ("ヵ", "カ"),
        ("ゕゖ", "カケ"),
        ("ヷヸヹヺ", "ヴァヴィヴェヴォ"),
        ("ジャン＝ポール", "ジャン・ポール"),
        ("ジャン゠ポール", "ジャン・ポール"),
        ("アン·マリー", "アン・マリー"),
        ("ㇰㇿ", "クロ"),
        ("ヿゟ", "コトヨリ"),
    ];
    for (typed, stored) in cases {
        assert_eq!(kana_part(typed).as_deref(), Ok(stored), "{typed}");
    }
}

#[test]
fn any_hyphen_stands_for_the_long_vowel_mark() {
    for hyphen in ['-', '－', '−', '‐', '–', '—', '―', 'ｰ', '─', 'ー'] {
        assert_eq!(kana_part(&format!("ロ{hyphen}ラ")).as_deref(), Ok("ローラ"), "{hyphen:?}");
    }
}

#[test]
fn everything_else_is_not_kana() {
    for typed in [
        "山田",
        "Yamada",
        "ヤマダ1",
        "・",
        "ー",
        "ﾞ",
        "\u{3099}ア",
        "ヽ",
        "ゞ",
        "アーヽ",
        "ナヾ",
        "ア ヽ",
        "👍",
        "ヤマダ!",
        "ア\u{0301}",
        "ヤマダ。",
    ] {
        assert_eq!(kana_part(typed), Err(PersonProblem::NotKana), "{typed}");
    }
    for nothing in ["", "　", "\u{200B}", "\u{3099}"] {
        assert_eq!(kana_part(nothing), Err(PersonProblem::Missing), "{nothing:?}");
    }
    assert_eq!(kana_part("ヤ\0マダ"), Err(PersonProblem::Forbidden));
}

#[test]
fn sixty_characters_fit_however_they_were_typed() {
    assert_eq!(kana_part(&"ｶﾞ".repeat(60)), Ok("ガ".repeat(60)));
    for long in ["ｶﾞ".repeat(61), "ア".repeat(61), "ア".repeat(300_000)] {
        assert_eq!(kana_part(&long), Err(PersonProblem::TooLong { limit: 60 }));
    }
}

proptest! {
    #[test]
    fn i8_kana_never_panic_and_are_stable(raw in any::<String>(), near in "[ぁ-ゟァ-ヿｦ-ﾟㇰ-ㇿー・＝ \u{3099}゛-]{0,30}") {
        for text in [raw, near] {
            if let Ok(stored) = kana_part(&text) {
                prop_assert!(stored.chars().all(|c| matches!(c, 'ァ'..='ヴ' | 'ー' | '・' | ' ')));
                prop_assert_eq!(kana_part(&stored), Ok(stored.clone()));
            }
        }
    }
}
