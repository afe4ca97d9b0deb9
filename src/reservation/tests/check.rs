use super::*;
use crate::clinic::LinkId;
use crate::reservation::cancellation::without_mail;
use crate::reservation::check::check_indexes;
use crate::reservation::due_reminders;
use crate::reservation::listing::Summary;
use crate::reservation::model::ReservationId;
use crate::reservation::rows::{BY_LINK, BY_NUMBER, BY_START, REMINDERS, RESERVATIONS, put};
use crate::slots::Taken;
use crate::slots::rows::{COMING, TAKEN};
use crate::slots::visits::{self, PersonVisit, VISITS};
use crate::store::Tx;

/// A store with one reservation of a patient who is signed in.
fn one() -> (Store, Reservation) {
    let (store, paper) = (Store::memory(), Paper::with(vec![menu("naika")]));
    let request = Request { account: Some(account()), ..request("a", TUESDAY, "9:30") };
    let made = booked(&store, &paper, early(), request).unwrap();
    (store, made)
}

type Damage = fn(&mut Tx<'_>, &Reservation) -> crate::store::Result<()>;

/// The tables with findings after some damage.
fn found(damage: Damage) -> Vec<String> {
    let (store, made) = one();
    assert_eq!(store.read_blocking(early(), check_indexes).unwrap(), []);
    store.write_blocking(early(), move |tx| damage(tx, &made)).unwrap();
    store.read_blocking(early(), check_indexes).unwrap().into_iter().map(|finding| finding.table).collect()
}

fn start(of: &Reservation) -> Moment {
    of.slot.starts()
}

#[test]
fn check_finds_a_reservation_that_an_index_lacks() {
    let cases: [(&str, Damage); 7] = [
        ("slot-visit", |tx, one| VISITS.delete(tx, &visits::keys(&one.place())[0]).map(drop)),
        ("reservation-by-number", |tx, one| BY_NUMBER.delete(tx, &(one.clinic.clone(), one.number)).map(drop)),
        ("reservation-by-start", |tx, one| BY_START.delete(tx, &(one.clinic.clone(), start(one), one.id)).map(drop)),
        ("reservation-by-link", |tx, one| BY_LINK.delete(tx, &(one.link.unwrap(), start(one), one.id)).map(drop)),
        ("slot-taken", |tx, one| TAKEN.delete(tx, &(one.clinic.clone(), one.slot.day)).map(drop)),
        ("slot-coming", |tx, one| COMING.delete(tx, &one.place().coming_key()).map(drop)),
        ("reservation-reminder", |tx, one| REMINDERS.delete(tx, &(one.reminder.unwrap(), one.id)).map(drop)),
    ];
    for (table, damage) in cases {
        assert_eq!(found(damage), [table]);
    }
}

#[test]
fn check_finds_what_an_index_has_and_should_not() {
    let cases: [(&str, Damage); 7] = [
        ("slot-visit", |tx, one| {
            let visit = PersonVisit::of(&one.place());
            VISITS.put(tx, &visits::keys(&one.place())[0], &vec![visit.clone(), visit])
        }),
        ("reservation-by-number", |tx, one| {
            let other = crate::reservation::ReservationNumber::mint();
            BY_NUMBER.put(tx, &(one.clinic.clone(), other), &one.id)
        }),
        ("reservation-by-start", |tx, one| BY_START.put(tx, &(one.clinic.clone(), early(), one.id), &())),
        ("reservation-by-link", |tx, one| BY_LINK.put(tx, &(LinkId::mint(), start(one), one.id), &Summary::of(one))),
        ("slot-taken", |tx, one| {
            let mut twice = Taken::default();
            (0..2).for_each(|_| twice.add(&one.slot));
            TAKEN.put(tx, &(one.clinic.clone(), one.slot.day), &twice)
        }),
        ("slot-coming", |tx, one| {
            let visit = (start(one), one.id.cast());
            COMING.put(tx, &one.place().coming_key(), &vec![visit, visit])
        }),
        ("reservation-reminder", |tx, one| REMINDERS.put(tx, &(early(), one.id), &())),
    ];
    for (table, damage) in cases {
        assert_eq!(found(damage), [table]);
    }
}

#[test]
fn check_finds_a_list_that_does_not_show_what_is_booked() {
    let cases: [Damage; 3] = [
        |tx, one| list_as(tx, one, Summary { service: "歯科".to_owned(), ..Summary::of(one) }),
        |tx, one| list_as(tx, one, Summary { person: "別 人".to_owned(), ..Summary::of(one) }),
        |tx, one| list_as(tx, one, Summary { cancelled: true, ..Summary::of(one) }),
    ];
    for damage in cases {
        assert_eq!(found(damage), ["reservation-by-link"; 2], "the right entry is missing, and there is a wrong one");
    }
}

fn list_as(tx: &mut Tx<'_>, one: &Reservation, listed: Summary) -> crate::store::Result<()> {
    BY_LINK.put(tx, &(one.link.unwrap(), start(one), one.id), &listed)
}

#[test]
fn check_finds_entries_of_what_is_not_there() {
    let all = found(|tx, one| {
        let gone = ReservationId::mint(one.booked);
        BY_NUMBER.put(tx, &(one.clinic.clone(), crate::reservation::ReservationNumber::mint()), &gone)?;
        BY_START.put(tx, &(one.clinic.clone(), start(one), gone), &())?;
        BY_LINK.put(tx, &(one.link.unwrap(), start(one), gone), &Summary::of(one))?;
        REMINDERS.put(tx, &(one.reminder.unwrap(), gone), &())?;
        COMING.put(tx, &one.place().coming_key(), &vec![(start(one), one.id.cast()), (start(one), gone.cast())])?;
        TAKEN.put(tx, &(one.clinic.clone(), date!(2027 - 01 - 05)), &Taken::default())
    });
    let tables = ["by-number", "by-start", "by-link", "reminder"].map(|table| format!("reservation-{table}"));
    assert_eq!(all[..4], tables);
    assert_eq!(all[4..], ["slot-coming", "slot-taken"]);
    let misplaced = found(|tx, one| RESERVATIONS.put(tx, &ReservationId::mint(one.booked), one));
    assert!(misplaced.contains(&"reservation".to_owned()), "{misplaced:?}");
}

#[test]
fn visits_that_have_been_may_be_missing_from_those_to_come() {
    let (store, first) = one();
    let (paper, next) = (Paper::with(vec![menu("naika")]), date!(2026 - 11 - 25));
    // The next booking of the same person, after the first visit, drops the first one from the row.
    let after = at(TUESDAY, "12:00");
    let second = booked(&store, &paper, after, request("a", next, "9:30")).unwrap();
    let row = store.read_blocking(early(), |r| COMING.get(r, &first.place().coming_key())).unwrap().unwrap();
    assert_eq!(row, [(start(&second), second.id.cast())]);
    assert_eq!(store.read_blocking(early(), check_indexes).unwrap(), []);
    let key = second.place().coming_key();
    store.write_blocking(early(), move |tx| COMING.delete(tx, &key)).unwrap();
    assert_eq!(store.read_blocking(early(), check_indexes).unwrap().len(), 1, "the one to come is missed");
}

#[test]
fn storing_a_reservation_from_an_older_reading_leaves_no_index_behind() {
    let (store, made) = one();
    let old = made.clone();
    store
        .write_blocking(early(), move |tx| done(tx, |work| without_mail(work, &old, Actor::Patient)))
        .unwrap()
        .unwrap();
    let again = made.clone();
    store.write_blocking(early(), move |tx| put(tx, &again)).unwrap();
    assert_eq!(store.read_blocking(early(), check_indexes).unwrap(), []);
    store
        .write_blocking(early(), move |tx| done(tx, |work| without_mail(work, &made, Actor::Patient)))
        .unwrap()
        .unwrap();
    assert_eq!(store.read_blocking(early(), check_indexes).unwrap(), []);
}

#[test]
fn a_reminder_is_due_from_its_moment_on_until_the_reservation_waits_for_none() {
    let (store, made) = one();
    let due = made.reminder.unwrap();
    let waiting = |now| store.read_blocking(now, |r| due_reminders(r, 10)).unwrap();
    assert_eq!(waiting(Moment::from_millis(due.millis() - 1)), []);
    assert_eq!(waiting(due), [(due, made.id)]);
    let reminded = Reservation { reminder: None, ..made };
    store.write_blocking(early(), move |tx| put(tx, &reminded)).unwrap();
    assert_eq!(waiting(due.plus_days(1)), []);
    assert_eq!(store.read_blocking(early(), check_indexes).unwrap(), []);
}
