//! Which of several menus limits the days on which all of them can be booked.

use super::*;
use crate::slots::menu_limits::{DayLimit, menu_limits};

const FIRST: Date = date!(2026 - 11 - 01);
const LAST: Date = date!(2026 - 11 - 30);

const NOTHING: [(&str, DayLimit); 0] = [];

/// What is said of November at noon of the 2nd.
fn said(menus: &[Menu]) -> Vec<(&str, DayLimit)> {
    let limits = menu_limits(menus.iter(), FIRST..=LAST, early());
    limits.into_iter().map(|of| (of.menu.name.as_str(), of.limit)).collect()
}

fn opens(days: u16, clock: &str) -> Opens {
    Opens { days, at: time(clock) }
}

#[test]
fn of_menus_with_the_same_limits_or_of_one_nothing_is_said() {
    let late = || Menu { opens: opens(3, "9:00"), valid_until: Some(TUESDAY), ..menu("late") };
    assert_eq!(said(&[late()]), NOTHING);
    assert_eq!(said(&[late(), late()]), NOTHING);
    assert_eq!(said(&[late(), Menu { id: MenuId::parse("other").unwrap(), ..late() }]), NOTHING);
    assert_eq!(said(&[menu("a"), menu("b")]), NOTHING, "both are open for all days");
}

#[test]
fn the_menu_that_is_offered_later_or_no_longer_is_named() {
    let from = Menu { valid_from: Some(TUESDAY), ..menu("from") };
    let until = Menu { valid_until: Some(TUESDAY), ..menu("until") };
    assert_eq!(said(&[menu("a"), from.clone()]), [("from", DayLimit::From(TUESDAY))]);
    assert_eq!(said(&[until.clone(), menu("a")]), [("until", DayLimit::Until(TUESDAY))]);
    let both = [("from", DayLimit::From(TUESDAY)), ("until", DayLimit::Until(TUESDAY))];
    assert_eq!(said(&[from, until]), both);
    let next_month = Menu { valid_from: Some(date!(2026 - 12 - 01)), ..menu("december") };
    assert_eq!(said(&[menu("a"), next_month]), [("december", DayLimit::From(date!(2026 - 12 - 01)))]);
    let begun = Menu { valid_from: Some(date!(2026 - 11 - 02)), ..menu("begun") };
    assert_eq!(said(&[menu("a"), begun]), NOTHING, "it limits no day that is still to come");
    let longer = Menu { valid_until: Some(date!(2026 - 12 - 01)), ..menu("longer") };
    assert_eq!(said(&[menu("a"), longer]), NOTHING);
}

#[test]
fn the_menu_that_closes_first_is_named_with_the_first_day_left() {
    let closes = |closes| {
        let menus = [menu("a"), Menu { closes, ..menu("early") }];
        said(&menus).into_iter().map(|(name, limit)| (name.to_owned(), limit)).collect::<Vec<_>>()
    };
    let from = |day| vec![("early".to_owned(), DayLimit::From(day))];
    assert_eq!(closes(Deadline::AtClock { days: 1, at: time("18:00") }), from(date!(2026 - 11 - 03)));
    assert_eq!(closes(Deadline::AtClock { days: 1, at: time("12:00") }), from(date!(2026 - 11 - 04)), "it is noon");
    assert!(closes(Deadline::AtClock { days: 0, at: time("13:00") }).is_empty());
    assert_eq!(closes(Deadline::Before { minutes: 3 * 24 * 60 }), from(date!(2026 - 11 - 05)));
    assert!(closes(Deadline::Before { minutes: 60 }).is_empty());
}

#[test]
fn the_menu_that_opens_last_is_named_with_when_that_is() {
    let (a, b) = (Menu { opens: opens(3, "9:00"), ..menu("a") }, Menu { opens: opens(7, "13:00"), ..menu("b") });
    // The 6th is not open for the first; for the other one it has been for long.
    let sixth = DayLimit::Opens(at(date!(2026 - 11 - 03), "9:00"));
    assert_eq!(said(&[a.clone(), b.clone()]), [("a", sixth)]);
    assert_eq!(said(&[b.clone(), menu("c")]), [("b", DayLimit::Opens(at(date!(2026 - 11 - 02), "13:00")))], "today");
    let far = Menu { opens: opens(28, "0:00"), ..menu("far") };
    assert_eq!(said(&[far, menu("c")]), NOTHING, "the whole month is open");
    assert_eq!(said(&[Menu { opens: opens(u16::MAX, "0:00"), ..menu("ever") }, b]).len(), 1);
}
