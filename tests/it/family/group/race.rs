//! B6: of many who want the last places for several people at once, each gets all of theirs or none.

use super::family;
use crate::harness::booking::{all, sakura};
use crate::harness::clinics::{GENERAL, SAKURA, time};
use crate::harness::people::{self, TARO};
use crate::harness::work::done;
use mypage::account::BookingRight;
use mypage::clinic::{ClinicId, MenuId, Visit};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::reservation::{self, Attendee, GroupId, Request, Reservation};
use mypage::slots::{BookingKey, Offers, Reason};
use mypage::store::Tx;
use std::collections::BTreeMap;
use time::macros::date;

const CLIENTS: usize = 200;
/// Two places at each of the six starts of the morning.
const STARTS: [&str; 6] = ["9:00", "9:30", "10:00", "10:30", "11:00", "11:30"];

/// Books for so many people one after another from a start on, or for nobody.
fn book_all(
    tx: &mut Tx<'_>,
    client: usize,
    people: usize,
    first: usize,
) -> mypage::store::Result<Result<Vec<Reservation>, Reason>> {
    let offers = Offers::of(tx, &ClinicId::parse(SAKURA).unwrap())?.expect("the clinic is open");
    done(tx, |work| {
        let offer = offers.offer(&MenuId::parse(GENERAL).unwrap(), Visit::First).expect("a menu");
        let group = Some(GroupId::mint(work.now()));
        let mut made = Vec::new();
        for (at, start) in STARTS.iter().skip(first).take(people).enumerate() {
            let mut person = people::draft(TARO).check(work.now().jst_date()).unwrap();
            person.name.given = format!("子{at}");
            let attendee = Attendee {
                person: person.into(),
                person_id: None,
                chart_number: None,
                address: Some(EmailAddress::parse(&format!("client{client}@example.jp")).unwrap()),
                lang: Lang::Ja,
                relation: None,
            };
            let (key, day) = (BookingKey::mint(), date!(2026 - 04 - 03));
            let request = Request {
                right: BookingRight::Unasked,
                key,
                visit: Visit::First,
                day,
                start: time(start),
                attendee,
                account: None,
                group,
            };
            made.push(reservation::book(work, offer, &request)?);
        }
        Ok(made)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn b6_of_two_hundred_parties_each_gets_all_of_its_places_or_none() {
    let clinic = sakura().await;
    family(&clinic).await;
    let now = clinic.now();
    let booking = (0..CLIENTS).map(|client| {
        let store = clinic.floor.store.clone();
        let (people, first) = (2 + client % 3, client % 5);
        tokio::spawn(async move { store.write(now, move |tx| book_all(tx, client, people, first)).await.unwrap() })
    });
    let booking: Vec<_> = booking.collect();
    let mut groups = 0;
    for (client, task) in booking.into_iter().enumerate() {
        if let Ok(made) = task.await.unwrap() {
            assert_eq!(made.len(), (2 + client % 3).min(STARTS.len() - client % 5));
            groups += 1;
        }
    }
    let (mut taken, mut of_group) = (BTreeMap::<_, usize>::new(), BTreeMap::<_, usize>::new());
    for of in all(&clinic) {
        *taken.entry(of.slot.start).or_default() += 1;
        *of_group.entry(of.group).or_default() += 1;
    }
    assert!(taken.values().all(|many| *many <= 2), "{taken:?}");
    assert_eq!(of_group.len(), groups, "nobody has a part of what was asked for");
    assert!(taken.values().sum::<usize>() >= 8, "places that fit were given: {taken:?}");
}
