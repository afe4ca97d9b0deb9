use super::*;
use crate::reservation::change::Refusal;
use crate::reservation::model::Deadlines;
use crate::reservation::status::Status;

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
    assert_eq!(one().cancelled(cancel, Actor::Patient).unwrap_err(), Refusal::TooLate { until: cancel });
}

#[test]
fn what_is_cancelled_stays_so() {
    let cancelled = one().cancelled(early(), Actor::Patient).unwrap();
    assert_eq!(
        (cancelled.status, cancelled.sequence),
        (Status::Cancelled { at: early(), by: Some(Actor::Patient) }, 1)
    );
    assert_eq!((cancelled.reminder, cancelled.changed_at()), (None, early()));
    assert_eq!(cancelled.may_change(early()), Err(Refusal::NotBooked));
    assert_eq!(cancelled.cancelled(early(), Actor::Patient).unwrap_err(), Refusal::NotBooked);
}

#[test]
fn a_moved_reservation_keeps_its_number_and_a_bounded_story() {
    let mut reservation = one();
    let (number, first) = (reservation.number, reservation.slot.clone());
    for minute in 0..60 {
        let (slot, deadlines) = (first.clone(), reservation.deadlines);
        reservation = reservation.moved(early().plus_minutes(minute), Actor::Guest, slot, deadlines).unwrap();
    }
    assert_eq!((reservation.number, reservation.sequence), (number, 60));
    assert_eq!(reservation.history.len(), 50);
    assert_eq!(reservation.history[0].at, early().plus_minutes(10));
    assert_eq!(reservation.changed_at(), early().plus_minutes(59));
    let late = reservation.deadlines.change;
    let again = reservation.clone().moved(late, Actor::Guest, first, reservation.deadlines);
    assert_eq!(again.unwrap_err(), Refusal::TooLate { until: late });
}

#[test]
fn each_change_records_in_which_role_it_was_made() {
    for by in [Actor::Patient, Actor::Guest, Actor::Staff, Actor::Operator, Actor::System] {
        let moved = one().moved(early(), by, one().slot, one().deadlines).unwrap();
        assert_eq!(moved.history.last().and_then(|moved| moved.by), Some(by));
        assert_eq!(moved.cancelled(early(), by).unwrap().status, Status::Cancelled { at: early(), by: Some(by) });
    }
}

#[test]
fn a_patient_who_books_apart_from_their_account_is_a_guest_and_everybody_else_stays_who_they_are() {
    let (store, paper) = (Store::memory(), Paper::with(vec![Menu { places: 9, ..menu("naika") }]));
    let booked_by = |by, account| {
        let (paper, asked) =
            (paper.clone(), Request { account, ..request(&format!("{by:?}{account:?}"), TUESDAY, "9:30") });
        let made = store.write_blocking(early(), move |tx| done_by(tx, by, |work| book(work, paper.offer(), &asked)));
        made.unwrap().unwrap().booked_by
    };
    assert_eq!(booked_by(Actor::Patient, Some(account())), Some(Actor::Patient));
    assert_eq!(booked_by(Actor::Patient, None), Some(Actor::Guest));
    for by in [Actor::Guest, Actor::Staff, Actor::Operator, Actor::System] {
        assert_eq!(booked_by(by, None), Some(by));
    }
}
