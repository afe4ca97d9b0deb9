use super::*;
use crate::account::AccountId;
use crate::booking::choice::{Choice, Done};
use crate::booking::model::{Booking, Purpose, Stage};
use crate::booking::rows::{EXPIRING, booking, end_booking, forget_bookings, put_booking};
use crate::secret::{Token, TokenHash};
use crate::slots::{Asker, Days, Slot, WantedSlot, choose};
use crate::store::Sweeper;

const OTHER_DAY: Date = date!(2026 - 11 - 25);

fn under_way(paper: &Paper, stage: Stage) -> Booking {
    let (clinic, menu) = (paper.clinic.id.clone(), paper.menus[0].id.clone());
    Booking {
        clinic,
        menu,
        visit: Visit::First,
        unit: None,
        account: None,
        purpose: Purpose::New(Box::default()),
        stage,
    }
}

fn chosen(slot: Slot) -> Stage {
    Stage::Chosen(Choice { slot, others: Vec::new(), moved: Vec::new(), kept_until: None })
}

/// One browser at a clinic with one place at a time.
struct Desk {
    store: Store,
    paper: Paper,
    visitor: TokenHash,
}

impl Desk {
    fn new() -> Self {
        let paper = Paper::with(vec![Menu { places: 1, ..menu("naika") }]);
        Self { store: Store::memory(), paper, visitor: Token::mint().hash() }
    }

    /// Holds a slot and keeps it with the booking, as the pages do.
    fn choose(&self, now: Moment, key: BookingKey, day: Date, start: &str) -> Result<Slot, Reason> {
        self.choose_until(now, key, (day, start), Some(now.plus_minutes(10)))
    }

    fn choose_until(
        &self,
        now: Moment,
        key: BookingKey,
        (day, start): (Date, &str),
        until: Option<Moment>,
    ) -> Result<Slot, Reason> {
        let (paper, visitor, start) = (self.paper.clone(), self.visitor, time(start));
        let chosen = self.store.write_blocking(now, move |tx| {
            let held =
                done(tx, |work| choose(work, paper.offer(), Asker::default(), WantedSlot { key, day, start }, until))?;
            if let Ok(slot) = &held {
                put_booking(tx, visitor, key, &under_way(&paper, chosen(slot.clone())))?;
            }
            Ok(held)
        });
        chosen.unwrap()
    }

    fn put(&self, now: Moment, key: BookingKey, booking: Booking) {
        let visitor = self.visitor;
        self.store.write_blocking(now, move |tx| put_booking(tx, visitor, key, &booking)).unwrap();
    }

    fn is_free(&self, now: Moment, key: Option<BookingKey>, day: Date, start: &str) -> bool {
        let asker = Asker { key, ..Asker::default() };
        let days = self
            .store
            .read_blocking(now, |r| Days::of(r, self.paper.offer(), asker)?.plans(TUESDAY..=OTHER_DAY))
            .unwrap();
        let plan = days.into_iter().find(|plan| plan.day == day).unwrap();
        plan.free().any(|(free, _)| free == time(start))
    }
}

#[test]
fn a_held_slot_is_taken_for_everybody_else_until_it_ends() {
    let (desk, key) = (Desk::new(), BookingKey::mint());
    desk.choose(early(), key, TUESDAY, "9:30").unwrap();
    let last = Moment::from_millis(early().plus_minutes(10).millis() - 1);
    assert!(!desk.is_free(last, None, TUESDAY, "9:30"));
    assert!(desk.is_free(last, Some(key), TUESDAY, "9:30"));
    assert_eq!(desk.choose(last, BookingKey::mint(), TUESDAY, "9:30"), Err(Reason::Full));
    assert!(desk.is_free(early().plus_minutes(10), None, TUESDAY, "9:30"));
}

#[test]
fn who_chooses_another_slot_gives_the_first_one_back() {
    let (desk, key) = (Desk::new(), BookingKey::mint());
    desk.choose(early(), key, TUESDAY, "9:30").unwrap();
    desk.choose(early(), key, TUESDAY, "10:00").unwrap();
    assert!(desk.is_free(early(), None, TUESDAY, "9:30"));
    assert!(!desk.is_free(early(), None, TUESDAY, "10:00"));
    desk.choose(early(), key, OTHER_DAY, "10:00").unwrap();
    assert!(desk.is_free(early(), None, TUESDAY, "10:00"));
    assert!(!desk.is_free(early(), None, OTHER_DAY, "10:00"));
    // What is not to be had leaves what was held.
    desk.choose(early(), BookingKey::mint(), OTHER_DAY, "11:00").unwrap();
    assert_eq!(desk.choose(early(), key, OTHER_DAY, "11:00"), Err(Reason::Full));
    assert!(!desk.is_free(early(), None, OTHER_DAY, "10:00"));
}

#[test]
fn what_is_booked_or_left_holds_nothing_any_more() {
    let (desk, key) = (Desk::new(), BookingKey::mint());
    desk.choose(early(), key, TUESDAY, "9:30").unwrap();
    // Booked at another time than the one held.
    let made = booked(&desk.store, &desk.paper, early(), Request { key, ..request("a", OTHER_DAY, "9:00") }).unwrap();
    let done = Done { reservation: made.id, transfers: 0, stayed: false };
    desk.put(early(), key, under_way(&desk.paper, Stage::Done(done)));
    assert!(desk.is_free(early(), None, TUESDAY, "9:30"));
    let left = BookingKey::mint();
    let slot = desk.choose(early(), left, TUESDAY, "9:30").unwrap();
    let (visitor, row) = (desk.visitor, under_way(&desk.paper, chosen(slot)));
    desk.store.write_blocking(early(), move |tx| end_booking(tx, visitor, left, &row)).unwrap();
    assert!(desk.is_free(early(), None, TUESDAY, "9:30"));
    assert_eq!(desk.store.read_blocking(early(), |r| booking(r, visitor, left)).unwrap(), None);
}

#[test]
fn what_is_not_kept_holds_nothing_and_gives_back_what_was_kept_that_day() {
    let (desk, key) = (Desk::new(), BookingKey::mint());
    desk.choose(early(), key, TUESDAY, "9:30").unwrap();
    desk.choose_until(early(), key, (TUESDAY, "10:00"), None).unwrap();
    assert!(desk.is_free(early(), None, TUESDAY, "9:30") && desk.is_free(early(), None, TUESDAY, "10:00"));
}

#[test]
fn all_holds_count_however_many_there_are() {
    let mut desk = Desk::new();
    desk.paper.menus[0].places = 1_000;
    let paper = desk.paper.clone();
    let held = desk.store.write_blocking(early(), move |tx| {
        for _ in 0..600 {
            let to = WantedSlot { key: BookingKey::mint(), day: OTHER_DAY, start: time("9:00") };
            let until = Some(early().plus_minutes(10));
            done(tx, |work| choose(work, paper.offer(), Asker::default(), to, until))?.unwrap();
        }
        Ok(())
    });
    held.unwrap();
    let days = desk
        .store
        .read_blocking(early(), |r| Days::of(r, desk.paper.offer(), Asker::default())?.plans(TUESDAY..=OTHER_DAY));
    assert_eq!(days.unwrap()[1].slots[0].places, Ok(400));
}

#[test]
fn a_visitor_has_five_bookings_under_way_and_loses_the_one_left_alone_longest() {
    let desk = Desk::new();
    let keys: Vec<BookingKey> = (0..5).map(|_| BookingKey::mint()).collect();
    let starts = ["9:00", "9:30", "10:00", "10:30", "11:00", "11:30"];
    for (minute, (key, start)) in (0..).zip(keys.iter().zip(starts)) {
        desk.choose(early().plus_minutes(minute), *key, TUESDAY, start).unwrap();
    }
    let now = early().plus_minutes(5);
    let there = |key| desk.store.read_blocking(now, |r| booking(r, desk.visitor, key)).unwrap().is_some();
    // The first one is gone on with, so that the second one is the oldest.
    desk.choose(now, keys[0], TUESDAY, starts[0]).unwrap();
    let sixth = BookingKey::mint();
    desk.choose(now, sixth, TUESDAY, starts[5]).unwrap();
    let expected = [true, false, true, true, true];
    assert_eq!(keys.iter().map(|key| there(*key)).collect::<Vec<_>>(), expected);
    assert!(there(sixth));
    assert!(desk.is_free(now, None, TUESDAY, starts[1]), "its slot is given back");
    let elsewhere = desk.store.read_blocking(now, |r| booking(r, Token::mint().hash(), sixth)).unwrap();
    assert_eq!(elsewhere, None, "another visitor's key opens nothing");
}

#[test]
fn a_booking_of_an_account_is_found_by_it_for_as_long_as_it_is_gone_on_with() {
    let (desk, key, account) = (Desk::new(), BookingKey::mint(), AccountId::mint());
    let row = Booking { account: Some(account), ..under_way(&desk.paper, Stage::Begun) };
    for hours in [0, 23, 46] {
        desk.put(early().plus_hours(hours), key, row.clone());
    }
    let (now, visitor) = (early().plus_hours(69), desk.visitor);
    let there = || desk.store.read_blocking(now, |r| booking(r, visitor, key)).unwrap().is_some();
    assert!(there());
    let forgotten = desk.store.write_blocking(now, move |tx| {
        Sweeper::default().step(tx, &EXPIRING, 100)?.delete(tx)?;
        forget_bookings(tx, account)
    });
    forgotten.unwrap();
    assert!(!there());
}
