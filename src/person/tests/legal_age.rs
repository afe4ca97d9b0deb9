//! Ages by law.

use crate::person::{has_reached, reached_on};
use time::macros::date;

#[test]
fn an_age_is_reached_by_law_on_the_day_before_the_birthday() {
    assert_eq!(reached_on(date!(2008 - 04 - 02), 18), date!(2026 - 04 - 01));
    assert_eq!(reached_on(date!(2008 - 01 - 01), 18), date!(2025 - 12 - 31));
    assert!(has_reached(date!(2008 - 04 - 02), 18, date!(2026 - 04 - 01)));
    assert!(!has_reached(date!(2008 - 04 - 02), 18, date!(2026 - 03 - 31)));
}

#[test]
fn who_was_born_on_a_leap_day_gets_older_at_the_end_of_february() {
    assert_eq!(reached_on(date!(2008 - 02 - 29), 18), date!(2026 - 02 - 28));
    assert_eq!(reached_on(date!(2008 - 02 - 29), 20), date!(2028 - 02 - 28));
    assert_eq!(reached_on(date!(2008 - 03 - 01), 18), date!(2026 - 02 - 28));
}
