//! Moving: the old place is given up in the same write, or not at all, and a length that the staff gave stays.

use super::creation::Book;
use super::*;
use crate::clinic::ClinicId;
use crate::reservation::change::Refusal;
use crate::reservation::rescheduling::NotMoved;
use crate::reservation::rows::put;
use crate::slots::Asker;

#[test]
fn a_moved_reservation_gives_its_old_place_up_and_only_then() {
    let book = Book::with(Menu { places: 1, places_per_day: Some(2), open_limit: Some(1), ..menu("naika") });
    let (first, other) = (book.made("a", TUESDAY, "9:30"), book.made("b", TUESDAY, "10:00"));
    assert_eq!(book.moved(early(), &first, TUESDAY, "10:00"), Err(NotMoved::Slot(Reason::Full)));
    assert_eq!(book.left(early(), Asker::default(), TUESDAY, "9:30"), Err(Reason::Full), "it is still there");
    // The day is full and the limit reached, but not for somebody who gives a place up.
    let asker = first.asker();
    assert_eq!(book.left(early(), asker, TUESDAY, "14:00"), Ok(1));
    let moved = book.moved(early(), &first, TUESDAY, "14:00").unwrap();
    assert_eq!((moved.number, moved.history.len(), moved.sequence), (first.number, 1, 1));
    assert_eq!(book.cancelled(early(), &other).map(drop), Ok(()));
    assert_eq!(book.left(early(), Asker::default(), TUESDAY, "9:30"), Ok(1));
    assert_eq!(book.left(early(), Asker::default(), TUESDAY, "14:00"), Err(Reason::Full));
}

#[test]
fn a_reservation_that_is_moved_to_its_own_time_stays_as_it_is() {
    let book = Book::with(Menu { places: 1, ..menu("naika") });
    let made = book.made("a", TUESDAY, "9:30");
    assert_eq!(book.moved(early(), &made, TUESDAY, "9:30"), Ok(made));
}

#[test]
fn nothing_is_moved_late_or_to_another_menu_or_clinic() {
    let book = Book::with(menu("naika"));
    let made = book.made("a", TUESDAY, "14:00");
    let until = at(TUESDAY, "12:00");
    let late = book.moved(until, &made, TUESDAY, "16:00");
    assert_eq!(late, Err(NotMoved::Refused(Refusal::TooLate { until })));
    let other_menu = Book { store: book.store.clone(), paper: Paper::with(vec![menu("shika")]) };
    assert_eq!(other_menu.moved(early(), &made, TUESDAY, "16:00"), Err(NotMoved::Slot(Reason::NoSuchSlot)));
    let mut elsewhere = Book { store: book.store.clone(), paper: book.paper.clone() };
    elsewhere.paper.clinic.id = ClinicId::parse("midori").unwrap();
    assert_eq!(elsewhere.moved(early(), &made, TUESDAY, "16:00"), Err(NotMoved::Slot(Reason::NoSuchSlot)));
    let asker = made.asker();
    assert_eq!(elsewhere.left(early(), asker, TUESDAY, "14:00"), Ok(2), "no place of this clinic is given up");
}

#[test]
fn a_visit_that_the_staff_gave_more_time_keeps_it_when_its_patient_moves_it() {
    let book = Book::with(Menu { places: 1, ..menu("naika") });
    let (made, _) = (book.made("a", TUESDAY, "9:30"), book.made("b", TUESDAY, "15:00"));
    let longer = Reservation { slot: made.slot.clone().lasting(60), ..made };
    let stored = longer.clone();
    book.store.write_blocking(early(), move |tx| put(tx, &stored)).unwrap();
    book.is_sound();
    assert_eq!(book.moved(early(), &longer, TUESDAY, "14:30"), Err(NotMoved::Slot(Reason::Full)));
    assert_eq!(book.moved(early(), &longer, TUESDAY, "17:30"), Err(NotMoved::Slot(Reason::NoSuchSlot)));
    assert_eq!(book.left(early(), longer.asker(), TUESDAY, "14:30"), Err(Reason::Full), "the calendar says the same");
    let moved = book.moved(early(), &longer, TUESDAY, "10:00").unwrap();
    assert_eq!((moved.slot.minutes, moved.slot.start), (60, time("10:00")), "beside its own old place");
    let again = book.moved(early(), &moved, TUESDAY, "16:00").unwrap();
    assert_eq!((again.slot.minutes, again.slot.start), (60, time("16:00")), "however often");
}
