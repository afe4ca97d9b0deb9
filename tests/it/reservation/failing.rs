//! B3 and B4 in the rows: a commit that fails leaves nothing, and a closure that runs twice does its work once.

use super::desk::{Desk, TUESDAY};
use crate::harness::clinics::time;
use crate::harness::engine::failing::Failing;
use crate::harness::engine::twice::Twice;
use crate::harness::rows;
use mypage::account::AccountId;
use mypage::reservation::ledger::{Asker, Request, adopt, book, cancel, hold, part, reschedule};
use mypage::reservation::{BookingKey, Reservation, check_indexes};
use mypage::store::{Result, Store, Tx};

/// One of the writes after the first booking; says whether it did something.
type Change = fn(&mut Tx<'_>, &Desk, &Reservation) -> Result<bool>;

fn changes() -> [Change; 6] {
    [
        |tx, desk, _| {
            let request = Request { account: Some(AccountId::mint()), ..desk.request(2, TUESDAY, "9:00") };
            Ok(book(tx, desk.now(), desk.offer(), &request)?.is_ok())
        },
        |tx, desk, one| {
            let to = (BookingKey::mint(), TUESDAY, time("14:00"));
            Ok(reschedule(tx, desk.now(), desk.offer(), one, to)?.is_ok())
        },
        |tx, desk, one| Ok(cancel(tx, desk.now(), one)?.is_ok()),
        |tx, desk, _| {
            let to = (BookingKey::mint(), TUESDAY, time("14:00"));
            Ok(hold(tx, desk.now(), desk.offer(), Asker::default(), to, Some(desk.now().plus_minutes(10)))?.is_ok())
        },
        |tx, desk, one| Ok(adopt(tx, desk.now(), one.id, AccountId::mint())?.is_some()),
        |tx, desk, one| {
            let adopted = adopt(tx, desk.now(), one.id, AccountId::mint())?;
            let link = adopted.and_then(|adopted| adopted.reservation.link).expect("it was a guest's");
            Ok(part(tx, link)? == 1)
        },
    ]
}

async fn carry_out(desk: &Desk, one: &Reservation, change: Change) -> Result<bool> {
    let (own, one) = (desk.clone(), one.clone());
    desk.store.write(move |tx| change(tx, &own, &one)).await
}

#[tokio::test]
async fn b4_a_commit_that_fails_leaves_no_trace_of_any_change() {
    for change in changes() {
        // The first booking is committed, the change after it is not.
        let desk = Desk::on(Store::with_engine(Failing::at(1)).unwrap(), |menu| menu);
        let one = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap().reservation;
        let before = rows::all(&desk.store);
        assert!(carry_out(&desk, &one, change).await.is_err());
        assert_eq!(rows::differences(&before, &rows::all(&desk.store)), Vec::<String>::new());
    }
}

#[tokio::test]
async fn b3_a_closure_that_runs_twice_books_moves_and_cancels_once() {
    for change in changes() {
        let desk = Desk::on(Store::with_engine(Twice::new()).unwrap(), |menu| menu);
        let one = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap().reservation;
        let before = rows::all(&desk.store);
        assert!(carry_out(&desk, &one, change).await.unwrap());
        assert!(!rows::differences(&before, &rows::all(&desk.store)).is_empty());
        assert_eq!(desk.store.read(check_indexes).unwrap(), []);
    }
}
