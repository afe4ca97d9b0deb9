//! B1 without a network: two hundred at once on one slot, round after round, until exactly its places are taken.

use super::desk::{Desk, TUESDAY};
use crate::harness::clinic::START;
use crate::harness::clinics;
use mypage::clinic::Menu;
use mypage::reservation::check_indexes;
use mypage::slots::{Asker, Reason};
use std::collections::BTreeSet;
use time::Duration;
use time::macros::date;

const ROUNDS: usize = 100;
const AT_ONCE: usize = 200;
const PLACES: u16 = 7;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn b1_two_hundred_at_once_get_exactly_the_places_that_there_are() {
    let desk = Desk::with(|menu| Menu { places: PLACES, ..menu });
    let starts: Vec<&str> = "9:00 9:30 10:00 10:30 11:00 11:30 14:00 14:30 15:00 15:30".split(' ').collect();
    for round in 0..ROUNDS {
        // Each slot of ten Thursdays without a holiday, one after another.
        let day = date!(2026 - 04 - 09) + Duration::weeks((round / starts.len()) as i64);
        let start = starts[round % starts.len()];
        let asking = (0..AT_ONCE).map(|number| tokio::spawn(desk.clone().book(number, day, start)));
        let mut numbers = BTreeSet::new();
        for answer in asking.collect::<Vec<_>>() {
            match answer.await.unwrap().unwrap() {
                Ok(booked) => assert!(numbers.insert(booked.number)),
                Err(reason) => assert_eq!(reason, Reason::Full),
            }
        }
        assert_eq!(numbers.len(), usize::from(PLACES), "round {round}");
        let plan = desk.calendar(Asker::default(), day);
        let shown = plan.slots.iter().find(|slot| slot.start == clinics::time(start)).unwrap();
        assert_eq!(shown.places, Err(Reason::Full));
    }
    assert_eq!(desk.store.read_blocking(START, check_indexes).unwrap(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn b1_one_person_at_many_windows_gets_no_more_than_the_limit() {
    let desk = Desk::with(|menu| Menu { places: 100, open_limit: Some(2), ..menu });
    let starts = ["9:00", "9:30", "10:00", "10:30"];
    let asking = (0..AT_ONCE).map(|at| tokio::spawn(desk.clone().book(0, TUESDAY, starts[at % starts.len()])));
    let mut booked = 0;
    for answer in asking.collect::<Vec<_>>() {
        match answer.await.unwrap().unwrap() {
            Ok(_) => booked += 1,
            Err(reason) => assert!(matches!(reason, Reason::Limit(2) | Reason::Twice), "{reason:?}"),
        }
    }
    assert_eq!(booked, 2);
}
