//! The same person at the same time of a menu twice, which only the staff can book.

use super::desk::{Desk, TUESDAY};
use crate::harness::clinics::time;
use crate::harness::work::done;
use mypage::clinic::Visit;
use mypage::reservation::desk::{self, Channel, DeskRequest, Insistence, NotAtDesk};
use mypage::reservation::{NotMoved, Request, Reservation, reschedule};
use mypage::slots::{BookingKey, Reason, Slot, WantedSlot};
use mypage::work::Actor;

/// Books at the desk what the patient has booked, whatever stands against it.
fn book_again(at: &Desk, request: &Request) -> Reservation {
    let book = |insistence| {
        let wanted = DeskRequest {
            slot: Slot::of(at.offer().menu, request.day, request.start),
            visit: Visit::Return,
            attendee: request.attendee.clone(),
            patient: None,
            channel: Channel::Phone,
            is_now: false,
            insistence,
            tell: false,
        };
        let at = at.clone();
        let store = at.store.clone();
        store.write_blocking(at.now, move |tx| done(tx, |work| desk::book(work, at.offer(), &wanted))).unwrap()
    };
    let Err(NotAtDesk::Objections(found)) = book(Insistence::default()) else { panic!("it is said first") };
    let seen = found.iter().map(Insistence::mark).collect();
    book(Insistence { seen, reason: "急患".to_owned() }).expect("nothing is refused to the staff")
}

#[tokio::test]
async fn the_time_of_the_one_is_not_free_for_the_other() {
    let at = Desk::with(|menu| menu);
    let first = at.clone().book(1, TUESDAY, "10:00").await.unwrap().unwrap();
    let second = book_again(&at, &at.request(1, TUESDAY, "10:00"));
    assert_ne!(first.id, second.id);
    for of in [first, second] {
        let to = WantedSlot { key: BookingKey::mint(), day: TUESDAY, start: time("10:00") };
        let here = at.clone();
        let moved = at.store.write_blocking(at.now, move |tx| {
            done(tx, |work| reschedule(work, here.offer(), &of, to, None, Actor::Patient))
        });
        assert_eq!(moved.unwrap().unwrap_err(), NotMoved::Slot(Reason::Twice));
    }
}
