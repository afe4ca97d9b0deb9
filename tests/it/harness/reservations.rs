//! Reservations at the clinic of `clinics`, booked by the verb itself, without any page.

use super::clinics::{SAKURA, time};
use super::people::{self, HANAKO};
use super::work::done;
use crate::harness::clinic::START;
use mypage::account::BookingRight;
use mypage::clinic::{ClinicId, MenuId, Visit};
use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::reservation::{self, Attendee, Request, Reservation};
use mypage::slots::{BookingKey, Offers, WantedSlot};
use mypage::store::Store;
use mypage::work::Actor;
use time::Date;

/// Books a menu for Hanako, whose mails go to `email`.
pub async fn book(store: &Store, now: Moment, email: &str, (menu, day, start): (&str, Date, &str)) -> Reservation {
    let menu = MenuId::parse(menu).expect("an id");
    let request = Request {
        key: BookingKey::mint(),
        visit: Visit::Return,
        day,
        start: time(start),
        attendee: Attendee {
            person: people::draft(HANAKO).check(now.jst_date()).expect("a person").into(),
            person_id: None,
            chart_number: None,
            address: Some(EmailAddress::parse(email).expect("an address")),
            lang: Lang::Ja,
            relation: None,
        },
        account: None,
        right: BookingRight::Unasked,
        group: None,
    };
    let booked = store.write(now, move |tx| {
        let offers = Offers::of(tx, &sakura())?.expect("the clinic is open");
        let offer = offers.offer(&menu, request.visit).expect("the menu is offered");
        done(tx, |work| reservation::book(work, offer, &request))
    });
    booked.await.expect("a write").expect("a free slot")
}

/// Moves a reservation to another slot of its menu.
pub async fn reschedule(store: &Store, now: Moment, old: &Reservation, (day, start): (Date, &str)) -> Reservation {
    let (old, wanted) = (old.clone(), WantedSlot { key: BookingKey::mint(), day, start: time(start) });
    let moved = store.write(now, move |tx| {
        let offers = Offers::of(tx, &sakura())?.expect("the clinic is open");
        let offer = offers.offer(&old.slot.menu, old.service.visit).expect("the menu is offered");
        done(tx, |work| reservation::reschedule(work, offer, &old, wanted, None, Actor::Patient))
    });
    moved.await.expect("a write").expect("a free slot")
}

/// Cancels a reservation.
pub async fn cancel(store: &Store, now: Moment, old: &Reservation) -> Reservation {
    let old = old.clone();
    let cancelled = store
        .write(now, move |tx| done(tx, |work| reservation::cancellation::without_mail(work, &old, Actor::Patient)));
    cancelled.await.expect("a write").expect("in time")
}

/// A reservation as it is stored now.
pub fn stored(store: &Store, reservation: &Reservation) -> Reservation {
    store.read_blocking(START, |r| reservation::rows::find(r, reservation.id)).expect("a read").expect("a reservation")
}

fn sakura() -> ClinicId {
    ClinicId::parse(SAKURA).expect("an id")
}
