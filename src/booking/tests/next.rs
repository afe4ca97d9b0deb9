//! BookingRef page is next, for every stage and purpose.

use super::*;
use crate::booking::choice::{Choice, Done};
use crate::booking::filled;
use crate::booking::filled::Typed;
use crate::booking::model::{Booking, Details, Moving, Purpose, Stage};
use crate::booking::next::{Next, Planned, Ready};
use crate::booking::party::{Party, PartyMember, VisitOrder};
use crate::booking::{GuestGroup, path};
use crate::person::Draft;
use crate::reservation::Reservation;
use crate::slots::Slot;

fn reservation() -> Reservation {
    let paper = Paper::with(vec![menu("naika")]);
    booked(&Store::memory(), &paper, early(), request("ハナコ", TUESDAY, "9:30")).unwrap()
}

fn right(of: &Reservation) -> Typed {
    let email = of.attendee.address.as_ref().unwrap().to_string();
    Typed {
        person: Draft::of(&of.attendee.person.person().unwrap()),
        email,
        chart_number: String::new(),
        for_whom: String::new(),
    }
}

fn purposes(of: &Reservation) -> [Purpose; 6] {
    let new = |typed| Purpose::New(Box::new(Details { typed, ..Details::default() }));
    let group = |others| {
        let member = PartyMember { person: None, menu: of.slot.menu.clone(), visit: Visit::Return };
        let party = Party { members: vec![member.clone(), member], order: VisitOrder::InTurn };
        let (typed, group) = (Some(right(of)), Some(GuestGroup { party, others }));
        Purpose::New(Box::new(Details { typed, group, ..Details::default() }))
    };
    let sister = Draft { given_name: "春子".to_owned(), ..Draft::of(&of.attendee.person.person().unwrap()) };
    let sister = Typed { person: sister, for_whom: "other".to_owned(), ..Typed::default() };
    let wrong = Typed { email: "nobody".to_owned(), ..right(of) };
    [
        new(None),
        new(Some(wrong)),
        new(Some(right(of))),
        Purpose::Move(Moving { id: of.id, token: None, whole_group: false }),
        group(Vec::new()),
        group(vec![sister]),
    ]
}

fn stages(of: &Reservation) -> [Stage; 3] {
    let choice = Choice { slot: of.slot.clone(), others: Vec::new(), moved: Vec::new(), kept_until: None };
    [Stage::Begun, Stage::Chosen(choice), Stage::Done(Done { reservation: of.id, transfers: 0, stayed: false })]
}

fn next(of: &Reservation, purpose: Purpose, stage: Stage) -> Next {
    let moving = matches!(purpose, Purpose::Move(_)).then_some(of);
    let (clinic, menu) = (of.clinic.clone(), of.slot.menu.clone());
    let booking = Booking { clinic, menu, visit: Visit::Return, unit: None, account: None, purpose, stage };
    let filled = booking.form().map(|form| form.filled(early().jst_date())).unwrap_or_default();
    Next::of(&booking, filled, moving)
}

#[test]
fn the_next_page_follows_from_the_purpose_and_the_stage() {
    let of = reservation();
    let expected = [
        // No time is chosen, one is, it is done.
        [path::SLOTS, path::BOOKING, path::BOOKED],
        [path::SLOTS, path::BOOKING, path::BOOKED],
        [path::SLOTS, path::CONFIRMATION, path::BOOKED],
        [path::SLOTS, path::CONFIRMATION, path::BOOKED],
        [path::SLOTS, path::person(1), path::BOOKED],
        [path::SLOTS, path::CONFIRMATION, path::BOOKED],
    ];
    let found = purposes(&of).map(|purpose| stages(&of).map(|stage| next(&of, purpose.clone(), stage).route()));
    assert_eq!(found, expected);
}

#[test]
fn what_is_confirmed_is_what_was_typed_or_the_reservation_that_is_moved() {
    let of = reservation();
    let ready =
        |slot: &Slot, what| Next::Confirmation(Box::new(Ready { slot: slot.clone(), others: Vec::new(), what }));
    let [_, _, typed, moving, ..] = purposes(&of);
    let filled = filled::check(&right(&of), early().jst_date()).unwrap();
    let [_, chosen, _] = stages(&of);
    assert_eq!(next(&of, typed, chosen.clone()), ready(&of.slot, Planned::New(Box::new(filled))));
    assert_eq!(next(&of, moving, chosen), ready(&of.slot, Planned::Move(Box::new(of.clone()))));
}
