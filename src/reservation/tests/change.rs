use super::*;
use crate::reservation::{Deadlines, Refusal, Status};

fn one() -> Reservation {
    booked(&Store::memory(), &Paper::with(vec![menu("naika")]), early(), request("a", TUESDAY, "14:00")).unwrap()
}

#[test]
fn a_reservation_is_cancelled_and_moved_until_its_deadlines() {
    let (cancel, change) = (at(TUESDAY, "13:00"), at(TUESDAY, "12:00"));
    assert_eq!(one().deadlines, Deadlines { cancel, change });
    let before = |moment: Moment| Moment::from_millis(moment.millis() - 1);
    assert_eq!(one().may_cancel(before(cancel)), Ok(()));
    assert_eq!(one().may_cancel(cancel), Err(Refusal::TooLate { until: cancel }));
    assert_eq!(one().may_change(before(change)), Ok(()));
    assert_eq!(one().may_change(change), Err(Refusal::TooLate { until: change }));
    assert_eq!(one().cancelled(cancel).unwrap_err(), Refusal::TooLate { until: cancel });
}

#[test]
fn what_is_cancelled_stays_so() {
    let cancelled = one().cancelled(early()).unwrap();
    assert_eq!((cancelled.status, cancelled.sequence), (Status::Cancelled { at: early() }, 1));
    assert_eq!((cancelled.reminder, cancelled.changed()), (None, early()));
    assert_eq!(cancelled.may_change(early()), Err(Refusal::NotBooked));
    assert_eq!(cancelled.cancelled(early()).unwrap_err(), Refusal::NotBooked);
}

#[test]
fn a_moved_reservation_keeps_its_number_and_a_bounded_story() {
    let mut reservation = one();
    let (number, first) = (reservation.number, reservation.slot.clone());
    for minute in 0..60 {
        let (slot, deadlines) = (first.clone(), reservation.deadlines);
        reservation = reservation.moved(early().plus_minutes(minute), slot, deadlines, None).unwrap();
    }
    assert_eq!((reservation.number, reservation.sequence), (number, 60));
    assert_eq!(reservation.history.len(), 50);
    assert_eq!(reservation.history[0].at, early().plus_minutes(10));
    assert_eq!(reservation.changed(), early().plus_minutes(59));
    let late = reservation.deadlines.change;
    let again = reservation.clone().moved(late, first, reservation.deadlines, None);
    assert_eq!(again.unwrap_err(), Refusal::TooLate { until: late });
}
