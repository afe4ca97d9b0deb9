use super::*;
use crate::credential::words;
use crate::lang::Lang;
use proptest::prelude::*;

const GOOD: &str = "correct horse battery";

fn choose(typed: &str) -> Result<Password, Vec<PasswordProblem>> {
    Password::choose(typed, PATIENT_LEAST, Owner::default())
}

fn problems(typed: &str, owner: Owner<'_>) -> Vec<PasswordProblem> {
    Password::choose(typed, PATIENT_LEAST, owner).err().unwrap_or_default()
}

#[test]
fn p1_twelve_characters_for_patients_and_thirteen_for_staff() {
    assert!(choose("vq8xkz2mwptj").is_ok());
    assert_eq!(choose("vq8xkz2mwpt").unwrap_err(), [PasswordProblem::TooShort { least: 12, got: 11 }]);
    let staff = |typed| Password::choose(typed, STAFF_LEAST, Owner::default());
    assert!(staff("vq8xkz2mwptj7").is_ok());
    assert_eq!(staff("vq8xkz2mwptj").unwrap_err(), [PasswordProblem::TooShort { least: 13, got: 12 }]);
    assert_eq!(choose("").unwrap_err(), [PasswordProblem::Missing]);
}

#[test]
fn p1_up_to_128_characters() {
    assert!(choose(&"野菜".repeat(64)).is_ok());
    for long in ["野".repeat(129), "x".repeat(1_000_000), "\u{FDFA}".repeat(128)] {
        assert_eq!(choose(&long).unwrap_err(), [PasswordProblem::TooLong]);
        assert!(Password::given(&long).is_none());
    }
}

#[test]
fn p1_any_unicode_without_composition_rules_or_trimming() {
    for typed in [
        "いろはにほへとちりぬるを",
        "🐈🐕🐎🐄🐖🐑🐐🐓🦆🦉🐸🐢",
        "aaaa bbbb cccc",
        "  leading and trailing  ",
        "tab\tand\0nul\nin here",
    ] {
        assert_eq!(choose(typed).unwrap().as_bytes(), typed.as_bytes(), "{typed:?}");
    }
    assert_ne!(choose(GOOD).unwrap().as_bytes(), choose(&format!("{GOOD} ")).unwrap().as_bytes());
}

#[test]
fn p1_the_length_counts_characters_as_typed_and_as_kept() {
    assert_eq!(choose(&"\u{FDFA}".repeat(2)).unwrap_err(), [PasswordProblem::TooShort { least: 12, got: 2 }]);
    assert_eq!(choose(&"ｶﾞ".repeat(6)).unwrap_err(), [PasswordProblem::TooShort { least: 12, got: 6 }]);
}

#[test]
fn p1_the_same_password_from_another_keyboard_is_the_same() {
    for (phone, computer) in [
        ("さくらがさくころ2026", "さくらか\u{3099}さくころ２０２６"),
        ("ガギグゲゴザジズゼゾダヂ", "ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞﾀﾞﾁﾞ"),
        ("café au lait noir", "cafe\u{301} au lait noir"),
    ] {
        assert_eq!(choose(phone).unwrap().as_bytes(), Password::given(computer).unwrap().as_bytes());
    }
    assert_ne!(Password::given("Correct").unwrap().as_bytes(), Password::given("correct").unwrap().as_bytes());
}

#[test]
fn p1_the_most_common_passwords_are_refused_in_any_case_and_width() {
    for typed in [
        "password1234",
        "PassWord1234",
        "ｐａｓｓｗｏｒｄ１２３４",
        "passwordpassword",
        "123456789012",
        "111111111111",
        "1qaz2wsx3edc",
        "qwertyuiopasdf",
    ] {
        assert_eq!(choose(typed).unwrap_err(), [PasswordProblem::Common], "{typed}");
    }
    assert!(choose(GOOD).is_ok());
}

#[test]
fn the_list_is_sorted_long_enough_and_found_whole() {
    let lines: Vec<&str> = frequent::LIST.lines().collect();
    assert!(lines.len() >= 3000, "{}", lines.len());
    assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "sorted by bytes, without doubles");
    for line in &lines {
        assert!(line.chars().count() >= PATIENT_LEAST, "{line}");
        assert_eq!(folded(&line.nfkc().collect::<String>()), *line);
        assert!(frequent::contains(line), "{line}");
    }
    assert!(!frequent::contains("") && !frequent::contains("\n") && !frequent::contains("zzzzzzzzzzzzzzzzzzzzzzzz"));
}

#[test]
fn p1_it_must_not_hold_the_address() {
    let address = EmailAddress::parse("Yamada@example.jp").unwrap();
    let owner = Owner { address: Some(&address), names: &[] };
    for typed in ["my-yamada-secret", "YAMADA horse battery", "ｙａｍａｄａ horse battery", "yamada@example.jp"] {
        assert_eq!(problems(typed, owner), [PasswordProblem::HoldsAddress], "{typed}");
    }
    assert_eq!(problems(GOOD, owner), []);
    let short = EmailAddress::parse("rse@example.jp").unwrap();
    let owner = Owner { address: Some(&short), names: &[] };
    assert_eq!(problems(GOOD, owner), [], "three characters are in too many words");
    assert_eq!(problems("x rse@example.jp x", owner), [PasswordProblem::HoldsAddress]);
}

#[test]
fn p1_it_must_not_hold_a_name() {
    let owner = Owner { address: None, names: &["山田", "花子", "ヤマダ", "ハナコ", "Smith"] };
    for typed in [
        "私の山田のひみつの言葉です",
        "やまだのひみつのことばです",
        "ﾔﾏﾀﾞのひみつのことばです",
        "the smith horse battery",
    ] {
        assert_eq!(problems(typed, owner), [PasswordProblem::HoldsName], "{typed}");
    }
    assert_eq!(problems("山と田のあるところの景色", owner), []);
    let short = Owner { address: None, names: &["林", "アイ", "Ann", "", " "] };
    assert_eq!(problems("林のアイスクリームとannual", short), [], "short names are in too many words");
}

#[test]
fn p1_a_name_in_kana_is_found_in_latin_letters() {
    let spellings = [
        ("ヤマダ", "yamada"),
        ("サトウ", "sato satoh satou"),
        ("オオタニ", "otani ootani ohtani"),
        ("コウヘイ", "kohei kouhei"),
        ("フェリス", "ferisu"),
        ("サンペイ", "sampei sanpei"),
        ("シュンイチ", "shunichi syuniti shun'ichi"),
        ("ジュンコ", "junko zyunko"),
        ("フジワラ", "fujiwara huziwara"),
        ("ツチヤ", "tsuchiya tutiya"),
        ("ホッタ", "hotta"),
        ("ホンマ", "honma"),
        ("ナンバ", "namba nanba"),
        ("チヅル", "chizuru"),
        ("キョウコ", "kyoko kyouko"),
        ("ショーン", "shon"),
        ("エッチュウ", "etchu ettyu"),
        ("さくら", "sakura"),
    ];
    for (kana, latin) in spellings {
        let owner = Owner { address: None, names: &[kana] };
        for spelling in latin.split_whitespace() {
            assert_eq!(problems(&format!("XK-{spelling}-2468-XK"), owner), [PasswordProblem::HoldsName], "{spelling}");
        }
        assert_eq!(problems(GOOD, owner), [], "{kana}");
    }
}

#[test]
fn everything_wrong_is_reported_at_once() {
    let address = EmailAddress::parse("taro@example.jp").unwrap();
    let owner = Owner { address: Some(&address), names: &["Taro"] };
    assert_eq!(
        problems("taro", owner),
        [PasswordProblem::TooShort { least: 12, got: 4 }, PasswordProblem::HoldsAddress, PasswordProblem::HoldsName]
    );
}

#[test]
fn i6_a_password_is_never_printed() {
    assert_eq!(format!("{:?}", choose(GOOD)), "Ok(Password(…))");
}

#[test]
fn every_problem_has_a_sentence() {
    let short = PasswordProblem::TooShort { least: 12, got: 11 };
    let sentence = |lang, problem| (words::of(lang).broken)(problem);
    assert!(sentence(Lang::Ja, short).starts_with("パスワードは12文字以上です。入力されたのは11文字でした"));
    for problem in [
        PasswordProblem::Missing,
        short,
        PasswordProblem::TooLong,
        PasswordProblem::Common,
        PasswordProblem::HoldsAddress,
        PasswordProblem::HoldsName,
    ] {
        assert!(!sentence(Lang::Ja, problem).is_ascii() && sentence(Lang::En, problem).is_ascii());
    }
}

proptest! {
    #[test]
    fn i8_no_text_makes_the_rule_panic(typed in any::<String>(), name in any::<String>()) {
        if let Ok(password) = Password::choose(&typed, PATIENT_LEAST, Owner { address: None, names: &[&name] }) {
            let again = Password::given(&typed).unwrap();
            prop_assert_eq!(password.as_bytes(), again.as_bytes());
            prop_assert!((PATIENT_LEAST..=MOST).contains(&std::str::from_utf8(again.as_bytes()).unwrap().chars().count()));
        }
    }

    #[test]
    fn the_search_in_the_list_agrees_with_a_plain_one(key in "[a-z0-9]{1,14}|[12]{12}|(password|qwerty|123456){2}") {
        prop_assert_eq!(frequent::contains(&key), frequent::LIST.lines().any(|line| line == key));
    }
}
