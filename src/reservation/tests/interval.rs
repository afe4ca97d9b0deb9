use super::*;
use crate::account::BookingRight;
use crate::clinic::SeriesId;
use crate::person::PersonId;
use crate::reservation::cancellation::without_mail;
use crate::reservation::rescheduling::{NotMoved, reschedule};
use crate::slots::{Neighbour, TooNear, WantedSlot};

const LATER: Date = date!(2026 - 12 - 08);
const FAR: Date = date!(2026 - 12 - 22);

/// A menu with an interval of 28 days, another one of the same series without, and one that stands alone.
fn paper() -> Paper {
    let series = SeriesId::parse("doses");
    let first = Menu { minimum_interval_days: Some(28), series: series.clone(), ..menu("first") };
    Paper::with(vec![first, Menu { series, ..menu("second") }, menu("other")])
}

/// Books one of the menus in a write of its own.
fn book_menu(store: &Store, at: usize, now: Moment, request: Request) -> Result<Reservation, Reason> {
    let paper = paper();
    store.write_blocking(now, move |tx| done(tx, |work| book(work, paper.offer_of(at), &request))).unwrap()
}

fn of(attendee: Attendee, day: Date) -> Request {
    Request { attendee, ..request("a", day, "9:30") }
}

fn is_too_near(made: &Result<Reservation, Reason>) -> bool {
    matches!(made, Err(Reason::TooNear(_)))
}

#[test]
fn what_is_to_come_counts_by_the_address_and_what_has_been_by_the_person() {
    let store = Store::memory();
    book_menu(&store, 0, early(), request("a", TUESDAY, "9:30")).unwrap();
    let other_address = Attendee { address: Some(EmailAddress::parse("taro@example.jp").unwrap()), ..visitor("a") };
    let refused = book_menu(&store, 0, early(), of(visitor("a"), LATER));
    let told = TooNear { apart: 28, visit: Some(Neighbour::Before(TUESDAY)), from: Some(FAR) };
    assert_eq!(refused.unwrap_err(), Reason::TooNear(told.clone()));
    let refused = book_menu(&store, 0, at(date!(2026 - 11 - 30), "9:00"), of(other_address.clone(), LATER));
    let told = TooNear { visit: None, from: None, ..told };
    assert_eq!(refused.unwrap_err(), Reason::TooNear(told), "another address is not told the day");
    assert!(book_menu(&store, 0, early(), of(other_address, LATER)).is_ok(), "nobody is kept away by a stranger");
    assert!(book_menu(&store, 0, early(), request("b", LATER, "9:30")).is_ok(), "a twin is somebody else");
}

#[test]
fn a_person_of_an_account_is_the_same_after_a_correction_of_the_name() {
    let (store, id) = (Store::memory(), Some(PersonId::mint()));
    book_menu(&store, 0, early(), of(Attendee { person_id: id, ..visitor("a") }, TUESDAY)).unwrap();
    let corrected = Attendee { person_id: id, ..visitor("b") };
    assert!(is_too_near(&book_menu(&store, 0, at(TUESDAY, "18:00"), of(corrected.clone(), LATER))));
    let stranger = Attendee { person_id: Some(PersonId::mint()), ..corrected };
    assert!(book_menu(&store, 0, early(), of(stranger, LATER)).is_ok());
}

#[test]
fn past_and_later_visits_count_and_cancelled_ones_do_not() {
    let store = Store::memory();
    let made = book_menu(&store, 0, early(), request("a", TUESDAY, "9:30")).unwrap();
    assert!(
        is_too_near(&book_menu(&store, 0, at(date!(2026 - 11 - 30), "9:00"), request("a", LATER, "9:30"))),
        "it has been"
    );
    assert!(is_too_near(&book_menu(&store, 0, early(), request("a", date!(2026 - 11 - 05), "9:30"))), "it is later");
    store
        .write_blocking(early(), move |tx| done(tx, |work| without_mail(work, &made, Actor::Patient)))
        .unwrap()
        .unwrap();
    assert!(book_menu(&store, 0, early(), request("a", LATER, "9:30")).is_ok());
}

#[test]
fn the_menus_of_a_series_count_whichever_is_booked_first() {
    for (first, then) in [(0, 1), (1, 0)] {
        let store = Store::memory();
        book_menu(&store, first, early(), request("a", TUESDAY, "9:30")).unwrap();
        assert!(is_too_near(&book_menu(&store, then, early(), request("a", LATER, "9:30"))));
        assert!(book_menu(&store, 2, early(), request("a", LATER, "10:30")).is_ok(), "it stands alone");
    }
    let store = Store::memory();
    book_menu(&store, 1, early(), request("a", TUESDAY, "9:30")).unwrap();
    assert!(book_menu(&store, 1, early(), request("a", LATER, "9:30")).is_ok(), "it has no interval of its own");
}

#[test]
fn who_moves_a_visit_is_not_in_their_own_way() {
    let store = Store::memory();
    let made = book_menu(&store, 0, early(), request("a", TUESDAY, "9:30")).unwrap();
    let second = book_menu(&store, 0, early(), request("a", FAR, "9:30")).unwrap();
    let to = |of: &Reservation, day, by| {
        let (paper, of) = (paper(), of.clone());
        let wanted = WantedSlot { key: BookingKey::mint(), day, start: time("9:30") };
        store
            .write_blocking(early(), move |tx| done(tx, |work| reschedule(work, paper.offer(), &of, wanted, None, by)))
            .unwrap()
    };
    let now = to(&made, date!(2026 - 11 - 20), Actor::Patient).expect("four days earlier is no visit but its own");
    let refused = to(&now, date!(2026 - 11 - 25), Actor::Patient).unwrap_err();
    assert_eq!(
        refused,
        NotMoved::Slot(Reason::TooNear(TooNear {
            apart: 28,
            visit: Some(Neighbour::After(FAR)),
            from: Some(date!(2027 - 01 - 19)),
        }))
    );
    let by_url = to(&now, date!(2026 - 11 - 25), Actor::Guest).unwrap_err();
    assert_eq!(by_url, NotMoved::Slot(Reason::TooNear(TooNear { apart: 28, visit: None, from: None })));
    assert!(to(&second, date!(2026 - 12 - 18), Actor::Patient).is_ok());
}

#[test]
fn the_day_of_what_is_for_the_person_alone_is_told_to_nobody_who_books_for_them() {
    let paper = || {
        let series = SeriesId::parse("doses");
        let alone = Menu { minimum_interval_days: Some(28), series: series.clone(), self_only: true, ..menu("alone") };
        Paper::with(vec![alone, Menu { series, ..menu("open") }])
    };
    let (store, id) = (Store::memory(), Some(PersonId::mint()));
    let made = |at: usize, right, day| {
        let asked = Request { right, ..of(Attendee { person_id: id, ..visitor("a") }, day) };
        store.write_blocking(early(), move |tx| done(tx, |work| book(work, paper().offer_of(at), &asked))).unwrap()
    };
    made(0, BookingRight::Own, TUESDAY).unwrap();
    let told = |right| match made(1, right, LATER) {
        Err(Reason::TooNear(near)) => near.visit,
        other => panic!("too near: {other:?}"),
    };
    assert_eq!(told(BookingRight::Own), Some(Neighbour::Before(TUESDAY)));
    assert_eq!(told(BookingRight::Relative), None);
}
