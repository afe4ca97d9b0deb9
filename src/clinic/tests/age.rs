//! B5: ages on the day of a visit, and ranges of them.

use crate::clinic::{Age, AgeRange};
use time::Date;
use time::macros::date;

fn range(from: Option<Age>, to: Option<Age>) -> AgeRange {
    AgeRange { from, to, by_law: false }
}

/// The first day on which somebody is of an age, by trying every day.
fn first_day(born: Date, age: Age) -> Date {
    let range = range(Some(age), None);
    std::iter::successors(Some(born), |day| day.next_day()).find(|day| range.hold(born, *day)).unwrap()
}

#[test]
fn b5_who_was_born_on_29_february_grows_older_on_1_march_in_common_years() {
    let born = date!(2024 - 02 - 29);
    assert_eq!(first_day(born, Age::Years(1)), date!(2025 - 03 - 01));
    assert_eq!(first_day(born, Age::Years(3)), date!(2027 - 03 - 01));
    assert_eq!(first_day(born, Age::Years(4)), date!(2028 - 02 - 29));
    assert_eq!(first_day(born, Age::Months(12)), date!(2025 - 03 - 01));
    assert_eq!(first_day(born, Age::Months(1)), date!(2024 - 03 - 29));
}

#[test]
fn b5_months_are_full_ones_also_where_a_month_is_short() {
    assert_eq!(first_day(date!(2026 - 01 - 31), Age::Months(1)), date!(2026 - 03 - 01));
    assert_eq!(first_day(date!(2026 - 01 - 31), Age::Months(2)), date!(2026 - 03 - 31));
    assert_eq!(first_day(date!(2025 - 12 - 31), Age::Months(2)), date!(2026 - 03 - 01));
    assert_eq!(first_day(date!(2027 - 12 - 31), Age::Months(2)), date!(2028 - 03 - 01));
    assert_eq!(first_day(date!(2026 - 09 - 24), Age::Months(2)), date!(2026 - 11 - 24));
}

#[test]
fn both_ends_of_a_range_belong_to_it() {
    let children = range(Some(Age::Months(2)), Some(Age::Years(15)));
    let born = date!(2026 - 01 - 10);
    for (day, holds) in [
        (date!(2026 - 03 - 09), false),
        (date!(2026 - 03 - 10), true),
        (date!(2041 - 01 - 10), true),
        (date!(2042 - 01 - 09), true),
        (date!(2042 - 01 - 10), false),
    ] {
        assert_eq!(children.hold(born, day), holds, "{day}");
    }
    let infants = range(None, Some(Age::Months(11)));
    assert!(infants.hold(born, date!(2027 - 01 - 09)));
    assert!(!infants.hold(born, date!(2027 - 01 - 10)));
    assert!(AgeRange::default().hold(date!(1901 - 01 - 01), date!(2026 - 01 - 01)));
}

#[test]
fn b5_by_law_an_age_is_reached_at_the_end_of_the_day_before() {
    let by_law = |from, to| AgeRange { by_law: true, ..range(from, to) };
    let born = date!(2025 - 12 - 02);
    let measles = by_law(Some(Age::Months(12)), Some(Age::Months(23)));
    for (day, holds) in [
        (date!(2026 - 11 - 30), false),
        (date!(2026 - 12 - 01), true),
        (date!(2027 - 12 - 01), true),
        (date!(2027 - 12 - 02), false),
    ] {
        assert_eq!(measles.hold(born, day), holds, "{day}");
    }
    let first = |born: Date, age: Age| {
        let range = by_law(Some(age), None);
        std::iter::successors(Some(born), |day| day.next_day()).find(|day| range.hold(born, *day)).unwrap()
    };
    assert_eq!(first(date!(2024 - 02 - 29), Age::Years(1)), date!(2025 - 02 - 28));
    assert_eq!(first(date!(2024 - 02 - 29), Age::Years(4)), date!(2028 - 02 - 28));
    assert_eq!(first(date!(2026 - 01 - 31), Age::Months(1)), date!(2026 - 02 - 28));
    assert_eq!(first(date!(2026 - 03 - 31), Age::Months(2)), date!(2026 - 05 - 30));
    assert_eq!(first(date!(2026 - 03 - 31), Age::Months(3)), date!(2026 - 06 - 30));
    assert_eq!(first(date!(2000 - 03 - 01), Age::Years(65)), date!(2065 - 02 - 28));
    let newborn = by_law(Some(Age::Months(0)), None);
    assert!(!newborn.hold(born, date!(2025 - 12 - 01)), "nobody comes before the day of birth");
}

#[test]
fn a_range_that_is_upside_down_holds_for_nobody() {
    for (from, to, empty) in [
        (Some(Age::Years(3)), Some(Age::Months(35)), true),
        (Some(Age::Years(3)), Some(Age::Months(36)), false),
        (Some(Age::Months(12)), Some(Age::Years(0)), true),
        (Some(Age::Months(11)), Some(Age::Years(0)), false),
        (Some(Age::Years(7)), Some(Age::Years(7)), false),
        (Some(Age::Years(8)), Some(Age::Years(7)), true),
        (Some(Age::Years(90)), None, false),
        (None, Some(Age::Months(0)), false),
        (None, None, false),
    ] {
        let range = range(from, to);
        assert_eq!(range.is_empty(), empty, "{range:?}");
        let born = date!(2000 - 05 - 31);
        let days = (0..40_000).filter_map(|days| born.checked_add(time::Duration::days(days)));
        assert_eq!(days.into_iter().all(|day| !range.hold(born, day)), empty, "{range:?}");
    }
}
