//! B3 and B4 in the rows: a commit that fails leaves nothing, and a closure that runs twice does its work once.

use super::desk::{Desk, TUESDAY};
use crate::harness::clinic::START;
use crate::harness::clinics::time;
use crate::harness::engine::contested::Contested;
use crate::harness::engine::failing::Failing;
use crate::harness::rows;
use crate::harness::work::done;
use mypage::account::AccountId;
use mypage::reservation::cancellation::without_mail;
use mypage::reservation::{Request, Reservation, adopt, book, check_indexes, part, reschedule};
use mypage::slots::{Asker, BookingKey, WantedSlot, choose};
use mypage::store::{Result, Store, Tx};
use mypage::work::Actor;

/// One of the writes after the first booking, with a key minted before it as an action does; says whether it did something.
type Change = fn(&mut Tx<'_>, &Desk, &Reservation, BookingKey) -> Result<bool>;

fn changes() -> [Change; 6] {
    [
        |tx, desk, _, key| {
            let request = Request { key, account: Some(AccountId::mint()), ..desk.request(2, TUESDAY, "9:00") };
            Ok(done(tx, |work| book(work, desk.offer(), &request))?.is_ok())
        },
        |tx, desk, one, key| {
            let to = WantedSlot { key, day: TUESDAY, start: time("14:00") };
            Ok(done(tx, |work| reschedule(work, desk.offer(), one, to, None, Actor::Patient))?.is_ok())
        },
        |tx, _, one, _| Ok(done(tx, |work| without_mail(work, one, Actor::Patient))?.is_ok()),
        |tx, desk, _, key| {
            let to = WantedSlot { key, day: TUESDAY, start: time("14:00") };
            let until = Some(desk.now.plus_minutes(10));
            Ok(done(tx, |work| choose(work, desk.offer(), Asker::default(), to, until))?.is_ok())
        },
        |tx, _, one, _| Ok(adopt(tx, one.id, AccountId::mint())?.is_some()),
        |tx, _, one, _| {
            let account = AccountId::mint();
            let adopted = adopt(tx, one.id, account)?;
            let link = adopted.and_then(|adopted| adopted.link).expect("it was a guest's");
            Ok(part(tx, account, link)? == 1)
        },
    ]
}

async fn carry_out(desk: &Desk, one: &Reservation, change: Change) -> Result<bool> {
    let (own, one, key) = (desk.clone(), one.clone(), BookingKey::mint());
    desk.store.write(START, move |tx| change(tx, &own, &one, key)).await
}

#[tokio::test]
async fn b4_a_commit_that_fails_leaves_no_trace_of_any_change() {
    for change in changes() {
        // The first booking is committed, the change after it is not.
        let desk = Desk::on(Store::with_engine(Failing::at(1)).unwrap(), |menu| menu);
        let one = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap();
        let before = rows::all(&desk.store);
        assert!(carry_out(&desk, &one, change).await.is_err());
        assert_eq!(rows::differences(&before, &rows::all(&desk.store)), Vec::<String>::new());
    }
}

#[tokio::test]
async fn b3_a_closure_that_runs_twice_books_moves_and_cancels_once() {
    for (change, reservations) in changes().into_iter().zip([2, 1, 1, 1, 1, 1]) {
        let desk = Desk::on(Store::with_engine(Contested::new()).unwrap(), |menu| menu);
        let one = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap();
        let before = rows::all(&desk.store);
        assert!(carry_out(&desk, &one, change).await.unwrap());
        let after = rows::all(&desk.store);
        assert!(!rows::differences(&before, &after).is_empty());
        assert_eq!(after.keys().filter(|key| key.starts_with(b"reservation\0")).count(), reservations);
        assert_eq!(desk.store.read_blocking(START, check_indexes).unwrap(), []);
    }
}
