//! B5: national holidays against the published list, and what the law makes of a week.

use crate::clinic::holiday::{FIRST_YEAR, LAST_YEAR, name};
use crate::lang::Lang;
use time::macros::date;
use time::{Date, Month, Weekday};

/// Every holiday of 2020 to 2027 as published by the Cabinet Office (内閣府「国民の祝日について」, `syukujitsu.csv` as of
/// February 2026): month and day, year by year. Days that the list calls only 休日 have a star.
const PUBLISHED: [(i32, &str); 8] = [
    (2020, "1/1 1/13 2/11 2/23 2/24* 3/20 4/29 5/3 5/4 5/5 5/6* 7/23 7/24 8/10 9/21 9/22 11/3 11/23"),
    (2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9* 9/20 9/23 11/3 11/23"),
    (2022, "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23"),
    (2023, "1/1 1/2* 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23"),
    (2024, "1/1 1/8 2/11 2/12* 2/23 3/20 4/29 5/3 5/4 5/5 5/6* 7/15 8/11 8/12* 9/16 9/22 9/23* 10/14 11/3 11/4* 11/23"),
    (2025, "1/1 1/13 2/11 2/23 2/24* 3/20 4/29 5/3 5/4 5/5 5/6* 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24*"),
    (2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6* 7/20 8/11 9/21 9/22* 9/23 10/12 11/3 11/23"),
    (2027, "1/1 1/11 2/11 2/23 3/21 3/22* 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"),
];

fn ja(day: Date) -> Option<&'static str> {
    name(day).map(|words| Lang::Ja.of(words))
}

fn days(year: i32) -> impl Iterator<Item = Date> {
    let first = Date::from_ordinal_date(year, 1).unwrap();
    std::iter::successors(Some(first), |day| day.next_day()).take_while(move |day| day.year() == year)
}

#[test]
fn b5_holidays_of_2020_to_2027_are_those_of_the_published_list() {
    for (year, published) in PUBLISHED {
        let holiday = |day: Date| {
            let star = if matches!(ja(day)?, "振替休日" | "国民の休日") { "*" } else { "" };
            Some(format!("{}/{}{star}", u8::from(day.month()), day.day()))
        };
        let computed: Vec<String> = days(year).filter_map(holiday).collect();
        assert_eq!(computed.join(" "), published, "{year}");
    }
}

#[test]
fn b5_each_holiday_has_its_name_in_both_languages() {
    for (day, words) in [
        (date!(2026 - 01 - 01), "元日"),
        (date!(2026 - 01 - 12), "成人の日"),
        (date!(2026 - 02 - 11), "建国記念の日"),
        (date!(2026 - 02 - 23), "天皇誕生日"),
        (date!(2026 - 03 - 20), "春分の日"),
        (date!(2026 - 04 - 29), "昭和の日"),
        (date!(2026 - 05 - 03), "憲法記念日"),
        (date!(2026 - 05 - 04), "みどりの日"),
        (date!(2026 - 05 - 05), "こどもの日"),
        (date!(2026 - 05 - 06), "振替休日"),
        (date!(2026 - 07 - 20), "海の日"),
        (date!(2026 - 08 - 11), "山の日"),
        (date!(2026 - 09 - 21), "敬老の日"),
        (date!(2026 - 09 - 22), "国民の休日"),
        (date!(2026 - 09 - 23), "秋分の日"),
        (date!(2026 - 10 - 12), "スポーツの日"),
        (date!(2026 - 11 - 03), "文化の日"),
        (date!(2026 - 11 - 23), "勤労感謝の日"),
        // Moved for the Olympic Games.
        (date!(2020 - 07 - 23), "海の日"),
        (date!(2020 - 07 - 24), "スポーツの日"),
        (date!(2020 - 08 - 10), "山の日"),
        (date!(2021 - 07 - 22), "海の日"),
        (date!(2021 - 07 - 23), "スポーツの日"),
        (date!(2021 - 08 - 08), "山の日"),
        (date!(2021 - 08 - 09), "振替休日"),
    ] {
        assert_eq!(ja(day), Some(words), "{day}");
        assert!(name(day).is_some_and(|words| Lang::En.of(words).is_ascii()), "{day}");
    }
}

#[test]
fn b5_a_week_of_holidays_is_one() {
    // 敬老の日, the day between and 秋分の日 after a weekend; 昭和の日 and the three of May with a substitute.
    for (first, last) in [
        (date!(2026 - 09 - 21), date!(2026 - 09 - 23)),
        (date!(2032 - 09 - 20), date!(2032 - 09 - 22)),
        (date!(2026 - 05 - 03), date!(2026 - 05 - 06)),
        (date!(2031 - 05 - 03), date!(2031 - 05 - 06)),
    ] {
        assert_eq!(ja(first.previous_day().unwrap()), None, "before {first}");
        assert_eq!(ja(last.next_day().unwrap()), None, "after {last}");
        let mut day = first;
        while day <= last {
            assert!(ja(day).is_some(), "{day}");
            day = day.next_day().unwrap();
        }
    }
}

#[test]
fn b5_equinoxes_stay_where_they_can_be_through_2050() {
    for year in FIRST_YEAR..=LAST_YEAR {
        let named = |words: &str| days(year).filter(|day| ja(*day) == Some(words)).collect::<Vec<_>>();
        let (spring, autumn) = (named("春分の日"), named("秋分の日"));
        assert!(matches!(spring.as_slice(), [day] if day.month() == Month::March && (20..=21).contains(&day.day())));
        assert!(
            matches!(autumn.as_slice(), [day] if day.month() == Month::September && (22..=23).contains(&day.day()))
        );
    }
}

#[test]
fn b5_through_2050_no_holiday_on_a_sunday_is_without_its_substitute() {
    for year in FIRST_YEAR..=LAST_YEAR {
        for sunday in days(year).filter(|day| day.weekday() == Weekday::Sunday && ja(*day).is_some()) {
            let free = std::iter::successors(Some(sunday), |day| day.next_day())
                .find(|day| ja(*day).is_none_or(|words| words == "振替休日") && *day > sunday);
            assert_eq!(free.and_then(ja), Some("振替休日"), "after {sunday}");
        }
        let count = days(year).filter(|day| ja(*day).is_some()).count();
        assert!((16..=22).contains(&count), "{year} has {count}");
    }
}

#[test]
fn b5_other_years_have_none() {
    for day in [date!(2019 - 01 - 01), date!(2051 - 01 - 01), date!(1900 - 01 - 01), Date::MIN, Date::MAX] {
        assert_eq!(name(day), None, "{day}");
    }
}
