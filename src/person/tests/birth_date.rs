use super::super::birth_date::birth_date;
use super::*;
use crate::lang::{Era, Lang, era_date};
use proptest::prelude::*;

fn read(raw: &str) -> Result<Date, PersonProblem> {
    birth_date(raw, TODAY)
}

#[test]
fn both_calendars_are_read_in_every_usual_form() {
    let forms = [
        "1988-02-03",
        "19880203",
        "1988/2/3",
        "1988.2.3",
        "1988 2 3",
        "1988年2月3日",
        "１９８８年２月３日",
        "1988－02－03",
        "1988ー2ー3",
        "1988年 2月 3日",
        " 1988,2,3 ",
        "西暦1988年2月3日",
        "1988\u{3000}02\u{3000}03",
        "1988\u{200B}0203",
        "S63.2.3",
        "s63.2.3",
        "Ｓ６３．２．３",
        "ｓ63/2/3",
        "S630203",
        "S63 2 3",
        "S.63.2.3",
        "昭和63年2月3日",
        "昭和６３年０２月０３日",
        "昭63.2.3",
        "昭和63-2-3",
        "昭和 63 年 2 月 3 日",
        "㍼63年2月3日",
        "Showa 63 2 3",
        "SHOWA63-02-03",
        "1988年２⽉3日",
    ];
        "\u{202D}1988-02-03\u{202C}",
        "1988\t2\t3",
    for form in forms {
        assert_eq!(read(form), Ok(date!(1988 - 02 - 03)), "{form}");
    }
}

#[test]
fn every_era_is_read_and_its_first_year_may_be_written_gannen() {
    let forms = [
        ("明治45年7月29日", date!(1912 - 07 - 29)),
        ("M45.7.29", date!(1912 - 07 - 29)),
        ("大正元年7月30日", date!(1912 - 07 - 30)),
        ("t1.7.30", date!(1912 - 07 - 30)),
        ("昭和元年12月25日", date!(1926 - 12 - 25)),
        ("昭元.12.25", date!(1926 - 12 - 25)),
        ("平成元年1月8日", date!(1989 - 01 - 08)),
        ("H元.1.8", date!(1989 - 01 - 08)),
        ("平1.1.8", date!(1989 - 01 - 08)),
        ("令和元年5月1日", date!(2019 - 05 - 01)),
        ("㋿元年5月1日", date!(2019 - 05 - 01)),
        ("Ｒ１／５／１", date!(2019 - 05 - 01)),
        ("r080101", date!(2026 - 01 - 01)),
    ];
    for (form, day) in forms {
        assert_eq!(read(form), Ok(day), "{form}");
    }
}

#[test]
fn a_date_outside_its_era_is_refused_with_the_right_one_suggested() {
    let borders = [
        ("昭和64年1月8日", "昭和64年1月7日", "平成元年1月8日"),
        ("平成元年1月7日", "平成元年1月8日", "昭和64年1月7日"),
        ("平成31年5月1日", "平成31年4月30日", "令和元年5月1日"),
        ("令和元年4月30日", "令和元年5月1日", "平成31年4月30日"),
        ("大正15年12月25日", "大正15年12月24日", "昭和元年12月25日"),
        ("昭和元年12月24日", "昭和元年12月25日", "大正15年12月24日"),
        ("明治45年7月30日", "明治45年7月29日", "大正元年7月30日"),
        ("大正元年7月29日", "大正元年7月30日", "明治45年7月29日"),
    ];
    for (outside, inside, meant) in borders {
        assert!(read(inside).is_ok(), "{inside}");
        let Err(PersonProblem::OutsideEra { meant: Some(day), .. }) = read(outside) else {
            panic!("{outside}: {:?}", read(outside));
        };
        assert_eq!(era_date(Lang::Ja, day), meant, "{outside}");
    }
}

#[test]
fn outside_an_era_nothing_impossible_is_suggested() {
    assert!(matches!(read("昭和120年1月1日"), Err(PersonProblem::UnclearDate)));
    let Err(PersonProblem::OutsideEra { meant: None, written }) = read("平成99年1月1日") else {
        panic!("2087 is still to come");
    };
    assert_eq!((written.era, written.year), (Some(Era::Heisei), 99));
}

#[test]
fn dates_that_do_not_exist_are_refused_by_name() {
    let cases = [
        ("1990年2月30日", "1990年2月30日"),
        ("19900230", "1990年2月30日"),
        ("1900/2/29", "1900年2月29日"),
        ("1988-13-01", "1988年13月1日"),
        ("1988-00-10", "1988年0月10日"),
        ("1988/4/31", "1988年4月31日"),
        ("昭和62年2月29日", "昭和62年2月29日"),
        ("昭和0年2月3日", "昭和0年2月3日"),
        ("0000/1/1", "0年1月1日"),
    ];
    for (form, name) in cases {
        let Err(PersonProblem::NoSuchDate(written)) = read(form) else {
            panic!("{form}: {:?}", read(form));
        };
        assert_eq!(written.written(Lang::Ja), name);
    }
    assert_eq!(read("1988/2/29"), Ok(date!(1988 - 02 - 29)));
    assert_eq!(read("2000/2/29"), Ok(date!(2000 - 02 - 29)));
}

#[test]
fn the_future_and_more_than_125_years_ago_are_refused() {
    assert_eq!(read("2026-11-24"), Ok(TODAY));
    assert_eq!(read("2026-11-25"), Err(PersonProblem::InFuture));
    assert_eq!(read("令和9年1月1日"), Err(PersonProblem::InFuture));
    let earliest = date!(1901 - 11 - 24);
    assert_eq!(read("1901-11-24"), Ok(earliest));
    for old in ["1901-11-23", "明治34年11月23日", "明治5年2月30日", "明治元年1月1日", "0988-02-03"] {
        assert_eq!(read(old), Err(PersonProblem::TooLongAgo { earliest }), "{old}");
    }
    let leap = date!(2024 - 02 - 29);
    assert_eq!(birth_date("1899-02-28", leap), Ok(date!(1899 - 02 - 28)));
    assert!(birth_date("1899-02-27", leap).is_err());
}

#[test]
fn unclear_text_is_told_apart_from_a_short_year() {
    for short in ["88-2-3", "63年2月3日", "880203", "3.2.88"] {
        assert_eq!(read(short), Err(PersonProblem::ShortYear), "{short}");
    }
    let unclear = [
        "きのう",
        "1988",
        "1988年2月",
        "2/3/1988",
        "1988-2-3-4",
        "1988年3日2月",
        "1988月2日3年",
        "1988日2月3",
        "198823",
        "昭和1988年2月3日",
        "S6323",
        "1988-002-003",
        "x63.2.3",
        "1988年二月三日",
        "昭和元元年1月1日",
        "-",
        "昭和",
    ];
    for text in unclear {
        let refused = read(text);
        assert!(matches!(refused, Err(PersonProblem::UnclearDate | PersonProblem::ShortYear)), "{text}: {refused:?}");
    }
}

#[test]
fn hidden_and_empty_text_has_its_own_problem() {
    assert_eq!(read(" \u{200B} "), Err(PersonProblem::Missing));
    assert_eq!(read("1988\0-2-3"), Err(PersonProblem::Forbidden));
    assert_eq!(read("1988-2\0-3"), Err(PersonProblem::Forbidden));
    assert_eq!(read(&"1".repeat(1_000_000)), Err(PersonProblem::UnclearDate));
}

proptest! {
    #[test]
    fn i8_no_text_makes_the_parser_panic(raw in any::<String>(), near in "[0-9０-９元年月日明大昭平令和SsHhRrmt./ー -]{0,16}") {
        let _ = (read(&raw), read(&near));
    }

    #[test]
    fn every_day_is_read_back_from_every_spelling(back in 0i64..45_655) {
        let day = TODAY - time::Duration::days(back);
        let (y, m, d) = (day.year(), day.month() as u8, day.day());
        let spellings = [
            format!("{y}-{m:02}-{d:02}"), format!("{y}{m:02}{d:02}"), format!("{y}/{m}/{d}"), format!("{y}年{m}月{d}日"),
            era_date(Lang::Ja, day),
        ];
        for spelling in spellings {
            prop_assert_eq!(read(&spelling), Ok(day), "{}", spelling);
        }
    }
}
