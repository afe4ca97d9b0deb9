//! What is stored by person is only what is shared, and `mypage check` knows when it is wrong.

use super::*;
use crate::family::booking::book_for;
use mypage::account::share::SharedPerson;
use mypage::clock::Moment;
use mypage::reservation::{PersonListing, ReservationId};
use mypage::store::Table;

const BY_PERSON: Table<(PersonId, Moment, ReservationId), PersonListing> = Table::new("reservation-by-person");
const SHARED: Table<PersonId, SharedPerson> = Table::new("person-shared");

fn listed(clinic: &Clinic, person: PersonId) -> usize {
    clinic.floor.store.read_blocking(clinic.now(), |r| BY_PERSON.prefix(r, &person, 100)).unwrap().len()
}

fn found(clinic: &Clinic) -> Vec<String> {
    let (store, now) = (&clinic.floor.store, clinic.now());
    let people = store.read_blocking(now, check_people).unwrap();
    let reservations = store.read_blocking(now, reservation::check_indexes).unwrap();
    people.into_iter().chain(reservations).map(|finding| finding.table).collect()
}

#[tokio::test]
async fn only_what_is_for_a_shared_person_is_listed_by_person_and_check_finds_the_difference() {
    let mut shared = Shared::new().await;
    for (who, start) in [(shared.sakura, "9:30"), (shared.yuma, "10:30")] {
        book_for(&mut shared.taro, who, start, "").await;
    }
    shared.clinic.ignore_mail();
    let (clinic, sakura, yuma) = (&shared.clinic, shared.sakura, shared.yuma);
    assert_eq!((listed(clinic, sakura), listed(clinic, yuma)), (1, 0));
    let entries = clinic.floor.store.read_blocking(clinic.now(), |r| BY_PERSON.prefix(r, &sakura, 10)).unwrap();
    let (key, of) = entries[0].clone();
    let (lost, kept) = (key, of.clone());
    clinic.floor.store.write(clinic.now(), move |tx| BY_PERSON.delete(tx, &lost)).await.unwrap();
    assert_eq!(found(clinic), ["reservation-by-person"]);
    clinic.floor.store.write(clinic.now(), move |tx| BY_PERSON.put(tx, &lost, &kept)).await.unwrap();
    assert_eq!(found(clinic), Vec::<String>::new());
    let stray = (yuma, key.1, key.2);
    clinic.floor.store.write(clinic.now(), move |tx| BY_PERSON.put(tx, &stray, &of)).await.unwrap();
    assert_eq!(found(clinic), ["reservation-by-person"]);
    clinic.floor.store.write(clinic.now(), move |tx| BY_PERSON.delete(tx, &stray)).await.unwrap();
    let page = shared.taro.get(&sharing(sakura)).await;
    shared.taro.submit(page.form(END)).await;
    assert_eq!(listed(&shared.clinic, sakura), 0, "nothing is listed once nobody shares her");
    assert_eq!(found(&shared.clinic), Vec::<String>::new());
}

#[tokio::test]
async fn check_finds_a_share_of_which_one_side_knows_nothing() {
    let shared = Shared::new().await;
    let (clinic, sakura) = (&shared.clinic, shared.sakura);
    clinic.floor.store.write(clinic.now(), move |tx| SHARED.delete(tx, &sakura)).await.unwrap();
    assert_eq!(found(clinic), ["person-shared"]);
}
