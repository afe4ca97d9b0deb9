use super::super::birth_date::birth_date;
use super::super::words;
use super::*;
use crate::lang::{Era, Lang, date, date_in_full, date_with_era, era_date};
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
        "\u{202D}1988-02-03\u{202C}",
        "1988\t2\t3",
    ];
    for form in forms {
        assert_eq!(read(form), Ok(date!(1988 - 02 - 03)), "{form}");
    }
}

#[test]
fn what_cards_and_forms_print_is_read() {
    let forms = [
        "昭和63年2月3日生",
        "昭和６３年　２月　３日生",
        "昭和63年 2月 3日 生まれ",
        "昭和63年2月3日生れ",
        "S63.2.3生",
        "1988年2月3日うまれ",
        "生年月日 昭和63年2月3日",
        "生年月日：1988年02月03日",
        "1988年(昭和63年)2月3日",
        "1988（昭和63）年2月3日",
        "昭和63年（1988年）2月3日生",
        "昭和63(1988)年2月3日",
        "S63(1988).2.3",
        "1988/02/03（S63）",
        "1988年2月3日(水)",
        "1988年2月3日（水曜日）",
        "1988年2月3日（昭和63年2月3日）",
        "昭和63年2月3日（38歳）",
        "昭和63年2月3日生 満38歳",
    ];
    for form in forms {
        assert_eq!(read(form), Ok(date!(1988 - 02 - 03)), "{form}");
    }
    assert_eq!(read("令和元年5月6日生"), Ok(date!(2019 - 05 - 06)));
    assert_eq!(read("2019年（令和元年）5月6日"), Ok(date!(2019 - 05 - 06)));
}

#[test]
fn english_dates_are_read_where_the_month_is_named() {
    let forms = [
        "3 February 1988",
        "03 FEB 1988",
        "3-Feb-1988",
        "03FEB1988",
        "February 3, 1988",
        "Feb. 3rd, 1988",
        "3rd of February 1988",
        "1988 Feb 3",
        "Wed 3 February 1988",
        "Born 3 February 1988",
        "3 February Showa 63",
        "3 February 1988 (Showa 63)",
        "3 February 1988 (Showa 63) 38 years old",
    ];
    for form in forms {
        assert_eq!(read(form), Ok(date!(1988 - 02 - 03)), "{form}");
    }
    assert_eq!(read("3 February 88"), Err(PersonProblem::ShortYear));
    for unclear in ["February 1988", "3 Febtober 1988", "3 February March 1988", "3 4 February 1988", "February"] {
        assert_eq!(read(unclear), Err(PersonProblem::UnclearDate), "{unclear}");
    }
}

#[test]
fn our_own_pages_are_read_back() {
    for day in [date!(1988 - 02 - 03), date!(1989 - 01 - 08), date!(2019 - 05 - 01), date!(2024 - 02 - 29)] {
        for lang in Lang::ALL {
            let (born, age) = (date_with_era(lang, day), TODAY.year() - day.year());
            let age = (words::of(lang).age)(u16::try_from(age).unwrap());
            let texts =
                [born.clone(), format!("{born} {age}"), era_date(lang, day), date(lang, day), date_in_full(lang, day)];
            for text in texts {
                assert_eq!(read(&text), Ok(day), "{text}");
            }
        }
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
        "1988-2-3-4",
        "1988年3日2月",
        "1988月2日3年",
        "1988日2月3",
        "198823",
        "昭和1988年2月3日",
        "S6323",
        "1988-002-003",
        "x63.2.3",
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
fn a_date_that_ends_with_its_year_is_taken_where_it_has_one_reading() {
    let written = |month, day| WrittenDate { era: None, year: 1988, month, day };
    for text in ["03/02/1988", "3.2.1988", "3-2-1988", "3 2 1988"] {
        let both = PersonProblem::DayOrMonthFirst { day_first: written(2, 3), month_first: written(3, 2) };
        assert_eq!(read(text), Err(both), "{text}");
    }
    for text in ["25/12/1988", "12/25/1988"] {
        assert_eq!(read(text), Ok(date!(1988 - 12 - 25)), "{text}");
    }
    assert_eq!(read("5.5.1988"), Ok(date!(1988 - 05 - 05)));
    assert_eq!(read("30/2/1988"), Err(PersonProblem::NoSuchDate(written(2, 30))));
    assert_eq!(read("3年2月1988日"), Err(PersonProblem::UnclearDate));
}

#[test]
fn both_calendars_at_once_must_agree() {
    for text in
        ["1988年2月3日(昭和62年)", "昭和62(1988)年2月3日", "1988年2月3日(昭和63年2月4日)", "3 February 1988 (Showa 62)"]
    {
        assert_eq!(read(text), Err(PersonProblem::CalendarsDiffer), "{text}");
    }
    for text in ["1988年2月3日(母の誕生日)", "1988年2月3日(", "1988年2月3日)", "1988年2月3日((水))", "(1988年2月3日)"]
    {
        assert_eq!(read(text), Err(PersonProblem::UnclearDate), "{text}");
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
    fn i8_no_text_makes_the_parser_panic(raw in any::<String>(), near in "[0-9０-９元年月日明大昭平令和生満歳()（）SsHhRrmtFebo./ー -]{0,16}") {
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
