use super::*;
use crate::reservation::Attendance;
use crate::reservation::attendance::{NotSet, WantedAttendance, set};
use crate::reservation::check_indexes;
use crate::reservation::rows;
use crate::reservation::status::{Reached, Status};
use crate::slots::rows::taken;

fn one() -> Reservation {
    booked(&Store::memory(), &Paper::with(vec![menu("naika")]), early(), request("a", TUESDAY, "14:00")).unwrap()
}

#[test]
fn each_first_moment_is_kept() {
    let [came, called, over, again] = ["13:50", "14:05", "14:15", "14:20"].map(|time| at(TUESDAY, time));
    let visit = one().set_to(Attendance::Arrived, came, None).unwrap();
    let visit = visit.set_to(Attendance::InConsultation, called, None).unwrap();
    let visit = visit.set_to(Attendance::Fulfilled, over, None).unwrap();
    let visit = visit.set_to(Attendance::Arrived, again, None).unwrap();
    assert_eq!(visit.status, Status::Arrived);
    assert_eq!(visit.reached, Reached { arrived: Some(came), called: Some(called), finished: Some(over) });
    let from: Vec<Status> = visit.steps.iter().map(|step| step.from).collect();
    assert_eq!(from, [Status::Booked, Status::Arrived, Status::InConsultation, Status::Fulfilled]);
}

#[test]
fn the_last_fifty_steps_are_kept() {
    let mut visit = one();
    for minute in 0..51 {
        let to = if minute % 2 == 0 { Attendance::Arrived } else { Attendance::Booked };
        visit = visit.set_to(to, at(TUESDAY, "09:00").plus_minutes(minute), None).unwrap();
    }
    let kept: Vec<Moment> = visit.steps.iter().map(|step| step.at).collect();
    assert_eq!((kept.len(), kept[0]), (50, at(TUESDAY, "09:01")));
}

#[test]
fn nobody_fails_to_come_before_the_visit_begins() {
    assert_eq!(one().set_to(Attendance::NoShow, at(TUESDAY, "13:59"), None).unwrap_err(), NotSet::NotBegun);
    let gone = one().set_to(Attendance::NoShow, at(TUESDAY, "14:00"), None).unwrap();
    assert!(!gone.holds_place() && gone.is_booked() && !gone.is_expected());
    for progress in [Attendance::Booked, Attendance::Arrived, Attendance::InConsultation, Attendance::Fulfilled] {
        assert!(one().set_to(progress, at(TUESDAY, "14:00"), None).unwrap().holds_place(), "{progress:?}");
    }
}

#[test]
fn a_step_is_taken_back_on_the_day_alone() {
    let visit = one().set_to(Attendance::Arrived, at(TUESDAY, "13:50"), None).unwrap();
    let back = visit.clone().step_back(at(TUESDAY, "13:51"), None).unwrap();
    assert_eq!((back.status, back.reached.arrived), (Status::Booked, Some(at(TUESDAY, "13:50"))));
    assert_eq!(visit.step_back(at(TUESDAY, "13:51").plus_days(1), None).unwrap_err(), NotSet::AnotherDay);
    assert_eq!(one().step_back(at(TUESDAY, "13:51"), None).unwrap_err(), NotSet::Changed, "nothing to take back");
}

#[test]
fn what_is_cancelled_is_not_set_and_what_has_begun_is_not_cancelled_by_the_patient() {
    let cancelled = one().cancelled(early(), Actor::Patient).unwrap();
    assert_eq!(cancelled.set_to(Attendance::Arrived, early(), None).unwrap_err(), NotSet::Cancelled);
    let morning = at(TUESDAY, "09:00");
    let arrived = one().set_to(Attendance::Arrived, morning, None).unwrap();
    assert!(arrived.cancelled(morning, Actor::Patient).is_err(), "though the deadline has not passed");
    assert_eq!(one().set_to(Attendance::Arrived, early(), None).unwrap_err(), NotSet::BeforeTheDay);
}

#[test]
fn only_a_no_show_gives_its_place_back_and_gets_it_again() {
    let (store, paper) = (Store::memory(), Paper::with(vec![menu("naika")]));
    let visit = booked(&store, &paper, early(), request("a", TUESDAY, "14:00")).unwrap();
    let clinic = visit.clinic.clone();
    let mut stands = Attendance::Booked;
    let day = ["13:50", "14:00", "14:10", "14:20", "14:30"].map(|time| at(TUESDAY, time));
    let steps = [
        Attendance::Arrived,
        Attendance::InConsultation,
        Attendance::NoShow,
        Attendance::Fulfilled,
        Attendance::Booked,
    ];
    for (now, to) in day.into_iter().zip(steps) {
        let (own, seen) = (clinic.clone(), stands);
        let write = move |tx: &mut Tx<'_>| {
            done_by(tx, Actor::Staff, |work| set(work, &own, visit.id, seen, WantedAttendance::To(to)))
        };
        store.write_blocking(now, write).unwrap().unwrap();
        stands = to;
        let own = clinic.clone();
        let taken = store.read_blocking(now, move |r| taken(r, &own, TUESDAY..=TUESDAY, None)).unwrap();
        assert_eq!(taken.is_empty(), to == Attendance::NoShow, "{to:?}");
        assert_eq!(store.read_blocking(now, check_indexes).unwrap(), [], "{to:?}");
    }
}

#[test]
fn what_the_page_showed_must_still_stand_but_a_second_press_is_none() {
    let (store, paper) = (Store::memory(), Paper::with(vec![menu("naika")]));
    let visit = booked(&store, &paper, early(), request("a", TUESDAY, "14:00")).unwrap();
    let (clinic, now) = (visit.clinic.clone(), at(TUESDAY, "13:50"));
    let press = |seen: Attendance, wanted: WantedAttendance| {
        let own = clinic.clone();
        let write = move |tx: &mut Tx<'_>| done_by(tx, Actor::Staff, |work| set(work, &own, visit.id, seen, wanted));
        store.write_blocking(now, write).unwrap()
    };
    assert!(press(Attendance::Booked, WantedAttendance::To(Attendance::Arrived)).is_ok());
    assert!(press(Attendance::Booked, WantedAttendance::To(Attendance::Arrived)).is_ok(), "the same press again");
    assert_eq!(press(Attendance::Booked, WantedAttendance::To(Attendance::NoShow)).unwrap_err(), NotSet::Changed);
    assert_eq!(press(Attendance::Booked, WantedAttendance::Back).unwrap_err(), NotSet::Changed);
    let stored = store.read_blocking(now, |r| rows::find(r, visit.id)).unwrap().expect("the visit");
    assert_eq!((stored.status, stored.steps.len()), (Status::Arrived, 1));
}

#[test]
fn steps_are_taken_back_one_after_the_other_and_never_forward() {
    let mut visit = one();
    let times = ["13:50", "14:05", "14:15"].map(|time| at(TUESDAY, time));
    for (to, now) in [Attendance::Arrived, Attendance::InConsultation, Attendance::Fulfilled].into_iter().zip(times) {
        visit = visit.set_to(to, now, None).unwrap();
    }
    for status in [Status::InConsultation, Status::Arrived, Status::Booked] {
        assert!(visit.can_step_back(times[2]));
        visit = visit.step_back(times[2], None).unwrap();
        assert_eq!(visit.status, status);
    }
    assert!(!visit.can_step_back(times[2]));
    assert_eq!(visit.clone().step_back(times[2], None).unwrap_err(), NotSet::Changed);
    let again = visit.set_to(Attendance::Arrived, times[2], None).unwrap();
    assert_eq!(again.step_back(times[2], None).unwrap().status, Status::Booked);
}
