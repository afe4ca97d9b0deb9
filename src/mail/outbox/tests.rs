use super::*;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::{failed, kept};
use crate::store::{Store, Table};

const START: Moment = Moment::from_millis(1_775_005_200_000);

fn letter(to: &str) -> Letter {
    Letter::new(Lang::Ja, EmailAddress::parse(to).unwrap(), "件名").paragraph("secret-content")
}

/// An outbox with one letter to each address, added at `START`.
fn with(addresses: &[&str]) -> Store {
    let store = Store::memory();
    let letters: Vec<_> = addresses.iter().map(|to| letter(to)).collect();
    write(&store, START, move |tx| letters.iter().try_for_each(|letter| add(tx, letter)));
    store
}

fn write<T: Send + 'static>(store: &Store, now: Moment, f: impl FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static) -> T {
    store.write_blocking(now, f).unwrap()
}

fn claim_at(store: &Store, now: Moment, limit: usize) -> Vec<Claimed> {
    let holder = MailId::mint();
    write(store, now, move |tx| claim(tx, holder, Room { places: limit, of_domain: limit }))
}

fn settle_at(store: &Store, now: Moment, claimed: Claimed, outcome: Outcome) -> What {
    write(store, now, move |tx| settle(tx, &claimed, outcome.clone())).what
}

fn later() -> Outcome {
    Outcome::Later("busy".to_owned(), Jitter(0))
}

fn waiting(store: &Store) -> usize {
    store.read_blocking(START, |r| list(r, 100)).unwrap().len()
}

#[test]
fn a_claimed_mail_is_nobody_elses_until_the_lease_runs_out() {
    let store = with(&["a@example.jp", "b@example.jp"]);
    assert_eq!(claim_at(&store, START, 1).len(), 1);
    assert_eq!(claim_at(&store, START, 9).len(), 1);
    assert_eq!(claim_at(&store, START.plus_seconds(179), 9).len(), 0);
    assert_eq!(claim_at(&store, START.plus_seconds(180), 9).len(), 2);
}

#[test]
fn a_lease_of_the_same_end_is_still_another_holders() {
    let store = with(&["a@example.jp"]);
    let claimed = claim_at(&store, START, 1).remove(0);
    let holder = Some(MailId::mint());
    let other = Claimed { waiting: Waiting { holder, ..claimed.waiting.clone() }, ..claimed.clone() };
    assert_eq!(settle_at(&store, START, other, Outcome::Sent), What::NotOurs);
    assert_eq!(settle_at(&store, START, claimed, Outcome::Sent), What::Sent);
}

#[test]
fn only_the_holder_of_the_lease_says_what_became_of_a_mail() {
    let store = with(&["a@example.jp"]);
    let first = claim_at(&store, START, 1).remove(0);
    let second = claim_at(&store, START.plus_minutes(3), 1).remove(0);
    assert_eq!(settle_at(&store, START.plus_minutes(3), first, Outcome::Sent), What::NotOurs);
    assert_eq!(waiting(&store), 1);
    assert_eq!(settle_at(&store, START.plus_minutes(3), second.clone(), Outcome::Sent), What::Sent);
    assert_eq!(waiting(&store), 0);
    assert_eq!(settle_at(&store, START.plus_minutes(3), second, later()), What::NotOurs, "what is gone stays gone");
}

#[test]
fn rests_double_from_a_minute_to_an_hour() {
    let rests: Vec<_> = (1..=9).map(|attempts| backoff::wait(attempts, Jitter(0))).collect();
    assert_eq!(rests, [60, 120, 240, 480, 960, 1920, 2880, 2880, 2880]);
    assert_eq!(backoff::wait(1, Jitter(255)), 75);
    assert_eq!(backoff::wait(u32::MAX, Jitter(255)), backoff::CAP);
}

#[test]
fn a_mail_is_given_up_after_three_days_of_attempts_and_leaves_a_record_without_its_content() {
    let store = with(&["hanako@example.jp"]);
    let mut now = START;
    let given_up = loop {
        let claimed = claim_at(&store, now, 1).remove(0);
        match settle_at(&store, now, claimed, later()) {
            What::Later { next_try, .. } => now = next_try,
            other => break other,
        }
    };
    assert_eq!(given_up, What::GivenUp { why: "busy".to_owned() });
    assert!(now >= START.plus_days(3) && now < START.plus_days(3).plus_hours(1));
    let record = store.read_blocking(START, |r| failed::list(r, 9)).unwrap().remove(0);
    assert_eq!((record.why.as_str(), record.at), ("busy", now));
    assert!(!record.to.contains("hanako"));
    assert_eq!(waiting(&store), 0);
}

#[test]
fn a_machine_that_was_off_for_a_week_still_tries_its_mail() {
    let store = with(&["a@example.jp"]);
    let now = START.plus_days(7);
    let claimed = claim_at(&store, now, 1).remove(0);
    assert!(matches!(settle_at(&store, now, claimed, later()), What::Later { .. }));
}

#[test]
fn m6_a_clock_set_back_strands_no_mail() {
    let store = with(&["a@example.jp"]);
    let ahead = START.plus_days(30);
    let claimed = claim_at(&store, ahead, 1).remove(0);
    settle_at(&store, ahead, claimed, later());
    assert_eq!(claim_at(&store, START, 9).len(), 1);
    assert_eq!(claim_at(&store, START, 9).len(), 0, "and it is claimed only once");
}

#[test]
fn m6_a_clock_at_1970_changes_nothing_for_mail_that_waits() {
    let store = with(&["a@example.jp"]);
    let claimed = claim_at(&store, Moment::from_millis(0), 1).remove(0);
    assert!(matches!(settle_at(&store, Moment::from_millis(0), claimed, later()), What::Later { .. }));
    assert_eq!(claim_at(&store, START, 9).len(), 1);
}

#[test]
fn forgetting_an_address_deletes_its_mail_and_no_other() {
    let many: Vec<_> = (0..200).map(|number| format!("p{number}@example.jp")).collect();
    let mut addresses: Vec<_> = many.iter().map(String::as_str).collect();
    addresses.extend(["a@example.jp", "a@example.jp"]);
    let store = with(&addresses);
    for claimed in claim_at(&store, START, 5) {
        settle_at(&store, START, claimed, Outcome::Keep);
    }
    let address = EmailAddress::parse("a@example.jp").unwrap();
    write(&store, START, move |tx| forget(tx, &address).and_then(|()| kept::forget(tx, &address)));
    let left = store.read_blocking(START, |r| Ok((list(r, 999)?, kept::list(r, 999)?))).unwrap();
    assert_eq!(left.0.len() + left.1.len(), many.len());
    assert!(left.0.iter().all(|(_, waiting)| waiting.letter.to().as_str() != "a@example.jp"));
    assert!(left.1.iter().all(|(_, kept)| kept.letter.to().as_str() != "a@example.jp"));
}

/// Damages the first row, and says which mail lies in it.
fn damage_first(store: &Store) -> MailId {
    let other_shape: Table<QueueKey, u64> = Table::new(OUTBOX.name());
    let key = store.read_blocking(START, |r| OUTBOX.keys(r, .., 1)).unwrap().remove(0);
    store.write_blocking(START, move |tx| other_shape.put(tx, &key, &7)).unwrap();
    key.id
}

#[test]
fn a_damaged_row_is_put_on_record_and_holds_up_no_other() {
    let store = with(&["a@example.jp", "b@example.jp"]);
    let damaged = damage_first(&store);
    let holder = MailId::mint();
    let claimed = store.write_blocking(START, move |tx| claim(tx, holder, Room { places: 9, of_domain: 9 })).unwrap();
    assert_eq!(claimed.len(), 1);
    let records = store.read_blocking(START, |r| failed::list(r, 9)).unwrap();
    assert_eq!(records[0].why, format!("the row of mail {damaged} is damaged"));
    assert_eq!(
        store.write_blocking(START, move |tx| claim(tx, holder, Room { places: 9, of_domain: 9 })).unwrap(),
        [],
        "it is met only once"
    );
}

#[test]
fn one_domain_is_given_no_more_than_its_places_and_the_others_theirs_behind_it() {
    let many: Vec<_> = (0..300).map(|number| format!("p{number}@slow.example")).collect();
    let store = with(&many.iter().map(String::as_str).collect::<Vec<_>>());
    let other = letter("a@quick.example");
    write(&store, START.plus_seconds(1), move |tx| add(tx, &other));
    let claim_room = |places, seconds| {
        let holder = MailId::mint();
        write(&store, START.plus_seconds(seconds), move |tx| claim(tx, holder, Room { places, of_domain: 2 }))
    };
    let first = claim_room(4, 2);
    let domains: Vec<_> = first.iter().map(|claimed| claimed.waiting.letter.to().domain().to_owned()).collect();
    assert_eq!(domains, ["slow.example", "slow.example", "quick.example"]);
    assert_eq!(claim_room(4, 2), [], "as long as they are claimed");
    let waits = |room| store.read_blocking(START.plus_seconds(2), |r| is_any_claimable(r, room)).unwrap();
    assert!(!waits(Room { places: 1, of_domain: 2 }) && waits(Room { places: 1, of_domain: 3 }));
    settle_at(&store, START.plus_seconds(3), first.into_iter().next().unwrap(), Outcome::Sent);
    assert_eq!(claim_room(4, 3).len(), 1, "a place for the next");
    assert_eq!(claim_room(4, 3 + 180).len(), 3, "a lease that has run out takes no place");
}

#[test]
fn no_letter_is_read_but_those_that_are_claimed() {
    let store = with(&["a@slow.example"]);
    let room = Room { places: 4, of_domain: 1 };
    let claim_room = |seconds| {
        let holder = MailId::mint();
        write(&store, START.plus_seconds(seconds), move |tx| claim(tx, holder, room))
    };
    assert_eq!(claim_room(0).len(), 1);
    let second = letter("b@slow.example");
    write(&store, START, move |tx| add(tx, &second));
    damage_first(&store);
    // The domain has no place, so that nobody looks into the row.
    assert_eq!(claim_room(1), []);
    assert_eq!(store.read_blocking(START, |r| failed::list(r, 9)).unwrap(), []);
    // The lease has run out, and the damaged row is the one that has been due longest.
    assert_eq!(claim_room(180), []);
    assert_eq!(store.read_blocking(START, |r| failed::list(r, 9)).unwrap().len(), 1);
    assert_eq!(claim_room(180).len(), 1);
}

#[test]
fn mails_that_end_every_attempt_leave_room_for_others_and_are_given_up_in_the_end() {
    let store = with(&["a@slow.example", "b@slow.example"]);
    let claim_two = |now| {
        let holder = MailId::mint();
        write(&store, now, move |tx| claim(tx, holder, Room { places: 4, of_domain: 2 }))
    };
    assert_eq!(claim_two(START).len(), 2);
    let third = letter("c@slow.example");
    write(&store, START.plus_seconds(1), move |tx| add(tx, &third));
    // Nobody says what became of the first two.
    let mut now = START.plus_seconds(180);
    let next = claim_two(now);
    assert_eq!(next.len(), 2);
    let third = next.into_iter().find(|claimed| claimed.waiting.letter.to().as_str() == "c@slow.example");
    settle_at(&store, now, third.expect("it has been due longest"), Outcome::Sent);
    while now < START.plus_days(4) && 0 < waiting(&store) {
        now = now.plus_seconds(180);
        claim_two(now);
    }
    assert_eq!(waiting(&store), 0);
    let records = store.read_blocking(START, |r| failed::list(r, 9)).unwrap();
    assert_eq!(records.iter().map(|record| record.why.as_str()).collect::<Vec<_>>(), ["no attempt was finished"; 2]);
}

#[test]
fn a_damaged_key_is_met_and_put_on_record_like_a_damaged_row() {
    type RawKey = (u8, Moment, ([u8; 8], MailId));
    let store = with(&[]);
    let table: Table<RawKey, u64> = Table::new(OUTBOX.name());
    let id = MailId::mint();
    write(&store, START, move |tx| table.put(tx, &(7, START, ([0; 8], id)), &0));
    assert_eq!(claim_at(&store, START, 9), []);
    let records = store.read_blocking(START, |r| failed::list(r, 9)).unwrap();
    assert_eq!(records[0].why, format!("the row of mail {id} is damaged"));
    assert!(store.read_blocking(START, |r| OUTBOX.keys(r, .., 9)).unwrap().is_empty());
}

#[test]
fn a_damaged_letter_holds_up_nobody_who_is_to_be_forgotten() {
    let store = with(&["a@example.jp", "b@example.jp"]);
    damage_first(&store);
    let address = EmailAddress::parse("b@example.jp").unwrap();
    write(&store, START, move |tx| forget(tx, &address));
    let left = store.read_blocking(START, |r| OUTBOX.keys(r, .., 9)).unwrap();
    let addressed = store.read_blocking(START, |r| list(r, 9)).unwrap();
    assert!(left.len() <= 1 && addressed.iter().all(|(_, of)| of.letter.to().as_str() != "b@example.jp"));
}

#[test]
fn the_next_mail_is_the_first_of_those_that_rest_and_of_the_leases() {
    let store = with(&[]);
    let next = |now| store.read_blocking(now, |r| next_due(r)).unwrap();
    assert_eq!(next(START), None);
    let (resting, at_once) = (letter("a@example.jp"), letter("b@example.jp"));
    write(&store, START, move |tx| add_resting(tx, &resting, START.plus_minutes(9)).map(drop));
    assert_eq!(next(START), Some(START.plus_minutes(9)));
    write(&store, START, move |tx| add(tx, &at_once));
    assert_eq!(next(START), Some(START), "what is due is due now");
    claim_at(&store, START, 1);
    assert_eq!(next(START), Some(START.plus_minutes(3)), "the end of the lease");
}
