mod week_hours;

use super::book::{Counts, DayBook, Mark};
use super::quiet::{Quiet, QuietLine};
use super::report::{DayReport, Waits};
use super::search::DaySearch;
use crate::clinic::{UnitName, Visit};
use crate::reservation::Attendance;
use crate::reservation::Reservation;
use crate::reservation::desk::{BookingWay, Channel, DeskAct, DeskChange};
use crate::reservation::tests::{booked, request};
use crate::slots::tests::{Paper, TUESDAY, at, closed, early, menu};
use crate::store::Store;

/// Visits of these given names, one after another.
fn visits(names: &[&str]) -> Vec<Reservation> {
    let (store, paper) = (Store::memory(), Paper::with(vec![menu("naika")]));
    let starts = ["14:00", "14:30", "15:00", "15:30"];
    let visit = |(name, start): (&&str, &str)| booked(&store, &paper, early(), request(name, TUESDAY, start));
    names.iter().zip(starts).map(visit).collect::<Result<_, _>>().expect("free slots")
}

#[test]
fn the_wait_runs_from_the_first_arrival_and_ends_with_the_call() {
    let visit = visits(&["a"]).remove(0);
    let wait = |visit: &Reservation, time: &str| {
        DayBook::of(TUESDAY, vec![visit.clone()]).lines[0].waiting_minutes(at(TUESDAY, time))
    };
    assert_eq!(wait(&visit, "14:10"), None, "who has not come does not wait");
    let arrived = visit.set_to(Attendance::Arrived, at(TUESDAY, "13:50"), None).unwrap();
    assert_eq!(wait(&arrived, "14:10"), Some(20));
    let called = arrived.set_to(Attendance::InConsultation, at(TUESDAY, "14:10"), None).unwrap();
    assert_eq!(wait(&called, "14:12"), None);
    let back = called.set_to(Attendance::Arrived, at(TUESDAY, "14:15"), None).unwrap();
    assert_eq!(wait(&back, "14:20"), Some(30), "going back does not begin it anew");
}

#[test]
fn who_is_expected_is_late_from_five_minutes_on_and_on_the_day_alone() {
    let visit = visits(&["a"]).remove(0);
    let late = |visit: &Reservation, now| DayBook::of(TUESDAY, vec![visit.clone()]).lines[0].late_minutes(now);
    assert_eq!(late(&visit, at(TUESDAY, "13:00")), None);
    assert_eq!(late(&visit, at(TUESDAY, "14:04")), None);
    assert_eq!(late(&visit, at(TUESDAY, "14:05")), Some(5));
    assert_eq!(late(&visit, at(TUESDAY, "14:05").plus_days(1)), None, "another day's book");
    let arrived = visit.set_to(Attendance::Arrived, at(TUESDAY, "14:05"), None).unwrap();
    assert_eq!(late(&arrived, at(TUESDAY, "14:10")), None, "who has come is late no more");
}

#[test]
fn a_namesake_is_marked_and_the_same_person_twice_is_not() {
    let marked = |mut visits: Vec<Reservation>, change: fn(&mut Reservation)| {
        change(&mut visits[1]);
        let book = DayBook::of(TUESDAY, visits);
        book.lines.iter().map(|line| line.marks.contains(&Mark::Namesake)).collect::<Vec<_>>()
    };
    assert_eq!(marked(visits(&["a", "a", "b"]), |_| ()), [false; 3], "the same person comes twice");
    let another = |visit: &mut Reservation| visit.attendee.person.birth_date = Some(TUESDAY);
    assert_eq!(marked(visits(&["a", "a", "b"]), another), [true, true, false]);
    let other_kanji = |visit: &mut Reservation| visit.attendee.person.name.given = "亜".to_owned();
    assert_eq!(marked(visits(&["a", "a", "b"]), other_kanji), [true, true, false], "called out alike");
}

#[test]
fn a_first_visit_is_marked() {
    let mut visit = visits(&["a"]).remove(0);
    assert_eq!(DayBook::of(TUESDAY, vec![visit.clone()]).lines[0].marks, []);
    visit.service.visit = Visit::First;
    assert_eq!(DayBook::of(TUESDAY, vec![visit]).lines[0].marks, [Mark::FirstVisit]);
}

#[test]
fn visits_are_counted_by_how_far_they_have_come() {
    let mut visits = visits(&["a", "b", "c", "d"]);
    let noon = at(TUESDAY, "16:00");
    visits[0] = visits[0].clone().set_to(Attendance::Arrived, noon, None).unwrap();
    visits[1] = visits[1].clone().set_to(Attendance::NoShow, noon, None).unwrap();
    visits[2] = visits[2].clone().cancelled(early(), crate::work::Actor::Patient).unwrap();
    let counts = DayBook::of(TUESDAY, visits).counts();
    assert_eq!(counts, Counts { expected: 1, waiting: 1, no_show: 1, cancelled: 1, ..Counts::default() });
}

#[test]
fn a_day_is_counted_and_waits_are_told_by_the_nearest_rank() {
    let mut all = visits(&["a", "b", "c", "d"]);
    let come = |visit: &Reservation, minutes: i64| {
        let arrived = visit.clone().set_to(Attendance::Arrived, at(TUESDAY, "16:00"), None).unwrap();
        arrived.set_to(Attendance::InConsultation, at(TUESDAY, "16:00").plus_minutes(minutes), None).unwrap()
    };
    for (visit, minutes) in all.iter_mut().zip([5, 30, 10]) {
        *visit = come(visit, minutes);
    }
    all[3] = all[3].clone().set_to(Attendance::NoShow, at(TUESDAY, "16:00"), None).unwrap();
    let unit = UnitName::new("院長".to_owned());
    all[0].slot = all[0].slot.clone().asking(Some(&unit));
    let call = DeskAct::Booked(Channel::Phone);
    all[1].desk.push(DeskChange { act: call, at: early(), staff: None, reason: None, against: vec![], undone: false });
    let report = DayReport::of(all.iter());
    assert_eq!(report.by_unit, [("院長".to_owned(), 1)]);
    let web = BookingWay::By(all[0].booked_by);
    assert_eq!(report.by_way, [(web, 2), (BookingWay::Desk(Channel::Phone), 1)]);
    assert_eq!((report.visits, report.no_shows, report.again), (3, 1, 3));
    assert_eq!(report.waits, Some(Waits { median: 10, ninetieth: 30, of: 3 }));
    assert_eq!(DayReport::of(all[3..].iter()).waits, None);
    assert_eq!(report.by_menu, [("naika".to_owned(), 3)]);
}

#[test]
fn the_break_lies_between_the_bands_and_closed_hours_are_named() {
    let mut clinic = crate::slots::tests::clinic();
    clinic.closures.push(closed(TUESDAY, TUESDAY, Some(("9:00", "10:00")), Some("研修")));
    let lines = QuietLine::of_day(&clinic, TUESDAY, &[]);
    let spans: Vec<_> = lines.iter().map(|line| (line.from.to_string(), line.until.to_string())).collect();
    assert_eq!(spans, [("9:00".to_owned(), "10:00".to_owned()), ("12:00".to_owned(), "14:00".to_owned())]);
    assert!(matches!(lines[0].why, Quiet::Closed(Some(_))));
    assert_eq!(
        QuietLine::of_day(&clinic, TUESDAY.saturating_add(time::Duration::days(5)), &[]),
        [],
        "no hours on Sunday"
    );
}

#[test]
fn a_line_is_found_by_all_the_words_and_by_none_across_two_facts() {
    let book = DayBook::of(TUESDAY, visits(&["a"]));
    let person = &book.lines[0].reservation.attendee.person;
    let finds = |typed: &str| DaySearch::of(typed).is_some_and(|search| search.finds(&book.lines[0]));
    assert!(finds(&person.name.full()) && finds(&person.kana.full()));
    assert!(finds(&book.lines[0].reservation.number.to_string()));
    assert!(!finds(&format!("{} nobody", person.name.family)), "all of it has to be there");
    assert!(DaySearch::of("  ").is_none());
}
