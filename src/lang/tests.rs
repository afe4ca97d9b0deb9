use super::search::SearchFold;
use super::typed::{Fault, clean, folded, is_visible};
use super::*;
use crate::clock::Moment;
use proptest::prelude::*;
use time::Date;
use time::macros::{date as day, datetime};

#[test]
fn days_carry_their_weekday() {
    assert_eq!(date(Lang::Ja, day!(2026 - 11 - 24)), "2026年11月24日(火)");
    assert_eq!(date(Lang::En, day!(2026 - 11 - 24)), "Tue 24 November 2026");
    let week: String =
        (22..29).map(|d| date(Lang::Ja, Date::from_calendar_date(2026, time::Month::November, d).unwrap())).collect();
    for name in ["(日)", "(月)", "(火)", "(水)", "(木)", "(金)", "(土)"] {
        assert!(week.contains(name), "{name} in {week}");
    }
}

#[test]
fn a_visit_is_written_with_weekday_and_era() {
    assert_eq!(day_and_month(Lang::Ja, day!(2026 - 11 - 24)), "11月24日(火)");
    assert_eq!(day_and_month(Lang::En, day!(2026 - 11 - 24)), "Tue 24 November");
    assert_eq!(date_in_full(Lang::Ja, day!(2026 - 11 - 24)), "2026年(令和8年)11月24日(火)");
    assert_eq!(date_in_full(Lang::En, day!(2026 - 11 - 24)), "Tue 24 November 2026 (Reiwa 8)");
}

#[test]
fn b5_moments_are_written_on_the_clock_of_japan() {
    let at = |t: time::OffsetDateTime| Moment::from_millis(t.unix_timestamp() * 1000);
    assert_eq!(moment(Lang::Ja, at(datetime!(2026-11-24 0:30 UTC))), "2026年11月24日(火)9:30");
    assert_eq!(moment(Lang::En, at(datetime!(2026-11-24 0:30 UTC))), "Tue 24 November 2026, 9:30");
    assert_eq!(moment(Lang::Ja, at(datetime!(2026-12-31 15:00 UTC))), "2027年1月1日(金)0:00");
    assert_eq!(time_of(Lang::Ja, at(datetime!(2026-12-31 14:59 UTC))), "23:59");
}

#[test]
fn a_coming_day_is_said_as_people_say_it() {
    let today = day!(2026 - 12 - 30);
    let said = |lang, day| days_ahead(lang, today, day).map(|said| said.into_owned());
    for (day, ja, en) in [
        (day!(2026 - 12 - 30), "本日", "Today"),
        (day!(2026 - 12 - 31), "あす", "Tomorrow"),
        (day!(2027 - 01 - 01), "あさって", "In 2 days"),
        (day!(2027 - 01 - 02), "あと3日", "In 3 days"),
        (day!(2027 - 01 - 29), "あと30日", "In 30 days"),
    ] {
        assert_eq!((said(Lang::Ja, day).as_deref(), said(Lang::En, day).as_deref()), (Some(ja), Some(en)));
    }
    assert_eq!((said(Lang::Ja, day!(2026 - 12 - 29)), said(Lang::Ja, day!(2027 - 01 - 30))), (None, None));
}

#[test]
fn dates_of_birth_show_both_calendars() {
    assert_eq!(date_with_era(Lang::Ja, day!(1988 - 02 - 03)), "1988年2月3日(昭和63年)");
    assert_eq!(date_with_era(Lang::En, day!(1988 - 02 - 03)), "3 February 1988 (Showa 63)");
    assert_eq!(date_with_era(Lang::Ja, day!(1989 - 01 - 08)), "1989年1月8日(平成元年)");
    assert_eq!(date_with_era(Lang::En, day!(2019 - 05 - 01)), "1 May 2019 (Reiwa 1)");
    assert_eq!(date_with_era(Lang::Ja, day!(1867 - 01 - 01)), "1867年1月1日");
    assert_eq!(era_date(Lang::Ja, day!(2020 - 02 - 29)), "令和2年2月29日");
    assert_eq!(era_date(Lang::En, day!(1989 - 01 - 08)), "8 January Heisei 1");
}

#[test]
fn eras_change_on_the_exact_day() {
    let borders = [
        (day!(1912 - 07 - 29), (Era::Meiji, 45), (Era::Taisho, 1)),
        (day!(1926 - 12 - 24), (Era::Taisho, 15), (Era::Showa, 1)),
        (day!(1989 - 01 - 07), (Era::Showa, 64), (Era::Heisei, 1)),
        (day!(2019 - 04 - 30), (Era::Heisei, 31), (Era::Reiwa, 1)),
    ];
    for (last, before, after) in borders {
        let of = |d| EraYear::of(d).map(|y| (y.era, y.year));
        assert_eq!(of(last), Some(before));
        assert_eq!(of(last.next_day().unwrap()), Some(after));
        assert_eq!(before.0.last_day(), Some(last));
        assert!(before.0.holds(last) && !after.0.holds(last));
    }
    assert_eq!(EraYear::of(day!(1868 - 01 - 24)), None);
    assert_eq!(EraYear::of(day!(1868 - 01 - 25)).map(|y| y.year), Some(1));
    assert_eq!(Era::Reiwa.last_day(), None);
}

#[test]
fn paste_residue_and_surrounding_spaces_are_dropped_silently() {
    assert_eq!(clean("\u{FEFF}\u{3000} 山\u{200B}田\u{200E}\t\r\n", 40).unwrap(), "山田");
    assert_eq!(clean("\u{200D}\u{2060}\u{3164}", 40).unwrap(), "");
}

#[test]
fn control_characters_and_direction_overrides_are_faults() {
    for bad in ["山\0田", "a\tb", "a\nb", "a\u{202E}bc", "a\u{2066}b", "a\u{85}b", "\u{FFFD}", "a\u{1FFFF}"] {
        assert_eq!(clean(bad, 40), Err(Fault::Forbidden), "{bad:?}");
    }
}

#[test]
fn directional_marks_around_a_value_are_dropped_silently() {
    for marked in [
        "\u{202D}090-1234\u{202C}",
        "\u{2068}090-1234\u{2069}",
        "\u{2066}\u{2067}090-1234\u{2069}\u{2069}",
        "\t\u{202A}\u{200E}090-1234\u{202C}\t\r\n",
        "\u{202B}\u{202E} 090-1234 \u{202C}\u{202C}\u{3000}",
        "\u{061C}090-1234\u{200F}",
    ] {
        assert_eq!(clean(marked, 8).unwrap(), "090-1234", "{marked:?}");
    }
}

#[test]
fn the_limit_counts_characters_of_what_remains() {
    let forty = "𠮷".repeat(40);
    assert_eq!(clean(&format!("  {forty}\u{200B}  "), 40).unwrap(), forty);
    assert_eq!(clean(&format!("{forty}野"), 40), Err(Fault::TooLong));
    assert_eq!(clean(&" ".repeat(60_000), 40).unwrap(), "");
    for endless in ["\0", " ", "a"] {
        assert_eq!(clean(&endless.repeat(1_000_000), 40), Err(Fault::TooLong));
    }
}

#[test]
fn variation_selectors_and_emoji_sequences_survive() {
    for name in ["葛\u{E0100}城", "辻\u{FE00}", "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "が\u{3099}"] {
        assert_eq!(clean(name, 40).unwrap(), name);
    }
}

#[test]
fn folding_unifies_widths_and_hyphens() {
    assert_eq!(folded("０９０－１２３４ー５６７８"), "090-1234-5678");
    assert_eq!(folded("１‐２‑３–４—５−６ｰ７─８"), "1-2-3-4-5-6-7-8");
    assert_eq!(folded("㍼63年"), "昭和63年");
}

#[test]
fn a_search_finds_whatever_way_a_name_is_written() {
    let fold = SearchFold::default();
    for same in [
        &["高橋", "髙橋", "高槗", "髙\u{E0100}橋", "高 橋"][..],
        &["渡辺", "渡邊", "渡邉"],
        &["斎藤", "齋藤"],
        &["島田", "嶋田", "嶌田"],
        &["山崎", "山﨑", "山嵜"],
        &["吉田", "𠮷田"],
        &["沢", "澤"],
        &["佐々木", "佐佐木"],
        &["みすず", "ミスズ", "みすゞ", "ミスヾ", "ﾐｽｽﾞ"],
        &["Müller", "MULLER", "Mu\u{0308}ller", "ｍｕｌｌｅｒ"],
        &["Łukasz", "lukasz"],
        &["ジャン＝ポール", "じゃん・ぽーる", "ジャンポール"],
        &["0829-20-0001", "0829200001"],
    ] {
        for text in same {
            assert_eq!(fold.text(text), fold.text(same[0]), "{text}");
        }
    }
    for (one, other) in [("高橋", "高田"), ("かさ", "がさ"), ("はな", "ばな"), ("斎", "高")] {
        assert_ne!(fold.text(one), fold.text(other), "{one}");
    }
}

#[test]
fn the_words_of_a_search_are_looked_for_one_by_one_and_a_number_as_its_digits() {
    let fold = SearchFold::default();
    assert_eq!(fold.words(" 花子　髙橋 "), ["花子", "高橋"]);
    for number in ["090-1234-5678", "+81 90 1234 5678", "＋８１(0)90-1234-5678", "(090)12345678"] {
        assert_eq!(fold.words(number), ["09012345678"], "{number}");
    }
    assert_eq!(fold.words("taro-2@example.jp"), [fold.text("taro-2@example.jp")]);
    assert_eq!(fold.words(" - "), Vec::<String>::new());
}

#[test]
fn marks_alone_are_not_visible() {
    for nothing in ["", "\u{3099}", "\u{E0100}\u{FE0F}", "\u{200D}"] {
        assert!(!is_visible(nothing), "{nothing:?}");
    }
    assert!(is_visible("山") && is_visible("👍"));
}

#[test]
fn languages_are_told_by_their_primary_subtag() {
    assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
    assert_eq!(Lang::from_tag(" JA_jp"), Some(Lang::Ja));
    assert_eq!(Lang::from_tag("fr"), None);
}

proptest! {
    #[test]
    fn i8_cleaning_never_panics_and_is_stable(raw in any::<String>(), limit in 0usize..60) {
        if let Ok(text) = clean(&raw, limit) {
            prop_assert!(text.chars().count() <= limit);
            prop_assert_eq!(clean(&text, limit), Ok(text.clone()));
            let _ = (folded(&text), is_visible(&text));
        }
    }

    #[test]
    fn every_day_of_an_era_has_its_year(offset in 0i64..60_000) {
        let day = Era::Meiji.first_day() + time::Duration::days(offset);
        let year = EraYear::of(day).unwrap();
        prop_assert!(year.era.holds(day));
        prop_assert_eq!(year.gregorian(), day.year());
    }
}
