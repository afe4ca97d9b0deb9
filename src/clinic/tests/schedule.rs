//! When a menu's slots are: bands, steps, the last reception, closures, the span of its validity.

use super::{WEEK, band, clinic, menu, time};
use crate::clinic::OwnText;
use crate::clinic::schedule::{NoSlots, closed_all_day, has_slots, slots};
use crate::clinic::{Clinic, ClosedDays, Closure, Menu, TimeOfDay};
use crate::lang::Lang;
use time::macros::date;
use time::{Date, Weekday};

/// A Tuesday without a holiday near it.
const DAY: Date = date!(2026 - 11 - 17);

fn starts(clinic: &Clinic, menu: &Menu, day: Date) -> String {
    let times = slots(clinic, menu, day).map(|times| times.iter().map(TimeOfDay::to_string).collect::<Vec<_>>());
    times.map_or_else(|none| format!("{none:?}"), |times| times.join(" "))
}

fn closed(days: ClosedDays, part: Option<(&str, &str)>) -> Clinic {
    let part = part.map(|(from, until)| (time(from), time(until)));
    Clinic {
        closures: vec![Closure { days, part, reason: Some("学会のため".to_owned()), reason_in_english: None }],
        ..clinic()
    }
}

fn span(from: Date, until: Date) -> ClosedDays {
    ClosedDays::Span { from, until }
}

#[test]
fn slots_follow_the_bands_up_to_the_last_reception() {
    assert_eq!(
        starts(&clinic(), &menu(), DAY),
        "9:00 9:30 10:00 10:30 11:00 11:30 14:00 14:30 15:00 15:30 16:00 16:30"
    );
    let long = Menu { minutes: 90, ..menu() };
    assert_eq!(starts(&clinic(), &long, DAY), "9:00 10:30 14:00 15:30", "a visit ends within its band");
    let short = Menu { minutes: 10, hours: Some(vec![band(&WEEK, "9:00", "9:25")]), ..menu() };
    assert_eq!(starts(&clinic(), &short, DAY), "9:00 9:10", "what is left at the end is no slot");
    let early = Menu { minutes: 10, ..menu() };
    assert!(starts(&clinic(), &early, DAY).contains("11:30 14:00"), "no reception after the last one");
}

#[test]
fn a_menu_of_its_own_hours_keeps_to_them() {
    let own = |hours| Menu { hours: Some(hours), ..menu() };
    let evening = own(vec![band(&[Weekday::Tuesday], "18:00", "19:00"), band(&WEEK, "7:00", "8:00")]);
    assert_eq!(starts(&clinic(), &evening, DAY), "7:00 7:30 18:00 18:30", "in the order of the clock");
    assert_eq!(starts(&clinic(), &evening, DAY.next_day().unwrap()), "7:00 7:30");
    let twice = own(vec![band(&WEEK, "9:00", "10:00"), band(&WEEK, "9:30", "10:30")]);
    assert_eq!(starts(&clinic(), &twice, DAY), "9:00 9:30 10:00", "bands that overlap give each slot once");
    assert_eq!(slots(&clinic(), &own(Vec::new()), DAY), Err(NoSlots::NoHours));
    let night = own(vec![band(&WEEK, "23:00", "24:00")]);
    assert_eq!(starts(&clinic(), &night, DAY), "23:00 23:30");
}

#[test]
fn a_step_is_the_visit_with_its_buffers_unless_another_is_given() {
    let base = Menu { hours: Some(vec![band(&WEEK, "9:00", "11:00")]), ..menu() };
    let buffers = Menu { buffer_before: 5, buffer_after: 10, ..base.clone() };
    assert_eq!(starts(&clinic(), &buffers, DAY), "9:00 9:45 10:30", "buffers may reach out of the hours");
    let every = Menu { every: Some(20), ..buffers };
    assert_eq!(starts(&clinic(), &every, DAY), "9:00 9:20 9:40 10:00 10:20");
    assert_eq!(starts(&clinic(), &Menu { every: Some(60), ..base }, DAY), "9:00 10:00");
}

#[test]
fn a_partial_closure_cuts_the_slots_that_it_touches() {
    let cut = |from, until| starts(&closed(span(DAY, DAY), Some((from, until))), &menu(), DAY);
    assert_eq!(cut("13:00", "24:00"), "9:00 9:30 10:00 10:30 11:00 11:30");
    assert_eq!(cut("9:45", "16:15"), "9:00 16:30", "a visit that only begins or ends in it is cut, too");
    assert_eq!(cut("9:30", "16:30"), "9:00 16:30", "a visit may end where it begins, and begin where it ends");
    assert_eq!(cut("0:00", "24:00"), "NoHours");
    assert_eq!(cut("12:00", "14:00"), starts(&clinic(), &menu(), DAY), "nothing was there");
}

#[test]
fn a_weekday_without_hours_is_closed_but_for_menus_with_hours_of_their_own() {
    let sunday = date!(2026 - 11 - 15);
    assert_eq!(slots(&clinic(), &menu(), sunday), Err(NoSlots::Closed(None)));
    let own = Menu { hours: Some(vec![band(&[Weekday::Sunday], "9:00", "10:00")]), ..menu() };
    assert_eq!(starts(&clinic(), &own, sunday), "9:00 9:30");
    assert_eq!(slots(&clinic(), &own, DAY), Err(NoSlots::NoHours), "the clinic is open on Tuesdays");
    assert_eq!(closed_all_day(&clinic(), &[menu()], sunday), Some(NoSlots::Closed(None)));
    assert_eq!(closed_all_day(&clinic(), &[menu(), own], sunday), None);
    assert_eq!(closed_all_day(&clinic(), &[], DAY), None);
    let why = closed(span(DAY, DAY), None);
    assert!(matches!(closed_all_day(&why, &[menu()], DAY), Some(NoSlots::Closed(Some(_)))));
}

#[test]
fn a_closed_day_says_why() {
    let why = |days| {
        slots(&closed(days, None), &menu(), DAY).unwrap_err() == NoSlots::Closed(Some(OwnText::new("学会のため", None)))
    };
    assert!(why(span(DAY, DAY)));
    assert!(why(span(date!(2026 - 11 - 01), date!(2026 - 11 - 30))));
    assert!(why(ClosedDays::Weekly(Weekday::Tuesday)));
    assert!(why(ClosedDays::Nth { weekday: Weekday::Tuesday, nth: vec![1, 3] }));
    for other in [
        span(date!(2026 - 11 - 18), date!(2026 - 11 - 30)),
        span(date!(2026 - 11 - 01), date!(2026 - 11 - 16)),
        ClosedDays::Weekly(Weekday::Monday),
        ClosedDays::Nth { weekday: Weekday::Tuesday, nth: vec![2, 4, 5] },
        ClosedDays::Nth { weekday: Weekday::Wednesday, nth: vec![3] },
        ClosedDays::Holidays,
    ] {
        assert!(slots(&closed(other.clone(), None), &menu(), DAY).is_ok(), "{other:?}");
    }
}

#[test]
fn of_several_rules_the_one_with_a_reason_is_told() {
    let days = [ClosedDays::Weekly(Weekday::Tuesday), span(DAY, DAY)];
    let closures = days.map(|days| Closure { days, part: None, reason: None, reason_in_english: None });
    let mut clinic = Clinic { closures: closures.to_vec(), ..clinic() };
    assert_eq!(slots(&clinic, &menu(), DAY), Err(NoSlots::Closed(None)));
    clinic.closures[1].reason = Some("年末年始".to_owned());
    assert_eq!(slots(&clinic, &menu(), DAY), Err(NoSlots::Closed(Some(OwnText::new("年末年始", None)))));
}

#[test]
fn b5_holidays_close_only_a_clinic_that_says_so() {
    let day = date!(2026 - 09 - 22);
    assert!(slots(&clinic(), &menu(), day).is_ok());
    let closed = closed(ClosedDays::Holidays, None);
    match slots(&closed, &menu(), day) {
        Err(NoSlots::Holiday(name)) => assert_eq!(Lang::Ja.of(name), "国民の休日"),
        other => panic!("{other:?}"),
    }
    assert!(slots(&closed, &menu(), date!(2026 - 09 - 24)).is_ok());
}

#[test]
fn the_nth_weekday_is_counted_from_the_first_of_the_month() {
    let thursdays = [1, 2, 3, 4, 5].map(|nth| ClosedDays::Nth { weekday: Weekday::Thursday, nth: vec![nth] });
    // October 2026 begins with a Thursday and has five.
    for (day, nth) in [(1, 1), (7, 0), (8, 2), (15, 3), (22, 4), (29, 5), (31, 0)] {
        let day = Date::from_calendar_date(2026, time::Month::October, day).unwrap();
        let held: Vec<usize> = (1..=5).filter(|nth| thursdays[nth - 1].hold(day)).collect();
        assert_eq!(held, if nth == 0 { vec![] } else { vec![nth] }, "{day}");
    }
}

#[test]
fn a_menu_is_offered_from_its_first_to_its_last_day() {
    let season = Menu { valid_from: Some(date!(2026 - 10 - 01)), valid_until: Some(DAY), ..menu() };
    assert!(slots(&clinic(), &season, DAY).is_ok());
    assert!(slots(&clinic(), &season, date!(2026 - 10 - 01)).is_ok());
    assert_eq!(slots(&clinic(), &season, date!(2026 - 09 - 30)), Err(NoSlots::NotOffered));
    assert_eq!(slots(&clinic(), &season, DAY.next_day().unwrap()), Err(NoSlots::NotOffered));
}

#[test]
fn a_menu_in_whose_hours_no_visit_fits_is_known() {
    assert!(has_slots(&clinic(), &menu()));
    assert!(has_slots(&clinic(), &Menu { minutes: 180, ..menu() }));
    assert!(!has_slots(&clinic(), &Menu { minutes: 181, ..menu() }));
    assert!(!has_slots(&clinic(), &Menu { hours: Some(Vec::new()), ..menu() }));
    assert!(!has_slots(&Clinic { hours: Vec::new(), ..clinic() }, &menu()));
    assert!(has_slots(&clinic(), &Menu { hours: Some(vec![band(&[Weekday::Sunday], "9:00", "9:30")]), ..menu() }));
}
