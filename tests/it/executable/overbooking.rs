//! B1: two hundred patients want the same slot at the same moment, a hundred times over.
//!
//! The clinic keeps no slots during typing, so that all of them get as far as the last button.

use super::visitor::{Answer, PERSON, Visitor};
use crate::harness::clinic::START;
use crate::harness::clinics::{GENERAL, SAKURA, menu, sakura, time};
use crate::harness::process::{Home, Serving};
use futures_util::future::join_all;
use mypage::clinic::{self, Band, BookingPolicy, Clinic, Menu};
use mypage::clock::Clock;
use mypage::store::{DATA_FILE, Options, Store};
use std::sync::Arc;
use std::time::Duration;
use time::{Date, Weekday};
use tokio::sync::Barrier;

const CLIENTS: usize = 200;
const ROUNDS: u16 = 100;
const PLACES: usize = 3;
const MINUTES: u16 = 10;

/// Open day and night, and with nothing between a patient and the last button.
pub fn rushed(places: usize) -> (Clinic, Menu) {
    let week = [Weekday::Monday; 7].iter().enumerate().map(|(day, monday)| monday.nth_next(day as u8)).collect();
    let hours = vec![Band { days: week, from: time("0:00"), until: time("24:00") }];
    let booking = BookingPolicy { guest_code: false, hold_minutes: 0, reminder: None, ..BookingPolicy::default() };
    let menu = Menu { minutes: MINUTES, places: places as u16, hours: Some(hours), ..menu(GENERAL, "一般内科", 0) };
    (Clinic { booking, closures: Vec::new(), ..sakura() }, menu)
}

/// A home whose data holds that clinic and nothing else.
fn home() -> Home {
    let home = Home::new();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default()).unwrap();
    let (clinic, menu) = rushed(PLACES);
    store.write_blocking(START, move |tx| clinic::rows::put(tx, &clinic, std::slice::from_ref(&menu))).unwrap();
    store.close();
    std::fs::create_dir(home.data()).unwrap();
    std::fs::copy(folder.path().join(DATA_FILE), home.data().join(DATA_FILE)).unwrap();
    home
}

/// Somebody who wants to book.
struct Client {
    visitor: Visitor,
    proof: String,
    number: usize,
    /// How often they have begun: each time with an address of its own, because one address gets only so many mails.
    begun: usize,
    /// The path of the booking under way.
    booking: Option<String>,
}

impl Client {
    async fn come(serving: &Serving, number: usize) -> Self {
        let visitor = Visitor::of(serving);
        let proof = visitor.get(&format!("/b/{SAKURA}")).await.proof();
        Self { visitor, proof, number, begun: 0, booking: None }
    }

    /// Gets as far as the last button with a slot.
    async fn want(&mut self, slot: &str) {
        match &self.booking {
            // A loser goes on with what was typed.
            Some(booking) => drop(self.post(&format!("{booking}/slots"), &[("slot", slot)]).await),
            None => {
                let chosen = [("menu", GENERAL), ("visit", "first"), ("slot", slot)];
                let begun = self.post(&format!("/b/{SAKURA}/bookings"), &chosen).await;
                assert_eq!(begun.status, 303, "{}", begun.text());
                let booking = begun.location().to_owned();
                self.begun += 1;
                let email = format!("patient-{}-{}@example.jp", self.number, self.begun);
                let fields = [PERSON, &[("email", email.as_str())]].concat();
                self.post(&booking, &fields).await.leads_to(&format!("{booking}/confirmation"));
                self.booking = Some(booking);
            }
        }
    }

    /// Presses the last button; whether the place is theirs.
    async fn book(&mut self, slot: &str) -> bool {
        let booking = self.booking.clone().unwrap();
        let answer = self.post(&format!("{booking}/confirmation"), &[("slot", slot)]).await;
        match answer.status {
            303 => {
                answer.leads_to(&format!("{booking}/booked"));
                self.booking = None;
                true
            }
            409 => {
                // Not looked at more closely: reading twenty thousand pages takes longer than all the bookings.
                assert!(answer.body.contains("満員"), "{}", answer.text());
                false
            }
            other => panic!("{other}: {}", answer.text()),
        }
    }

    /// From another address each time: one address may choose only so many slots.
    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let all = [&[("_csrf", self.proof.as_str())], fields].concat();
        self.visitor.elsewhere().try_post(path, &all).await.unwrap()
    }
}

/// A slot of that clinic for each round.
pub fn slot(day: Date, round: u16) -> String {
    let minute = round * MINUTES;
    format!("{day}T{:02}:{:02}", minute / 60, minute % 60)
}

#[tokio::test(flavor = "multi_thread")]
async fn b1_of_two_hundred_who_want_a_slot_at_once_exactly_as_many_as_it_holds_get_it() {
    let home = home();
    let serving = home.serve();
    let mut clients = join_all((0..CLIENTS).map(|number| Client::come(&serving, number))).await;
    let day = Clock::System.now().jst_date().saturating_add(time::Duration::days(2));
    for round in 0..ROUNDS {
        let slot = slot(day, round);
        join_all(clients.iter_mut().map(|client| client.want(&slot))).await;
        let together = Arc::new(Barrier::new(CLIENTS));
        let booking = clients.iter_mut().map(|client| {
            let (together, slot) = (Arc::clone(&together), slot.as_str());
            async move {
                together.wait().await;
                client.book(slot).await
            }
        });
        let all = tokio::time::timeout(Duration::from_secs(60), join_all(booking)).await.expect("answers");
        assert_eq!(all.iter().filter(|won| **won).count(), PLACES, "{slot}");
    }
    serving.stop();
    let said = home.run(&["check"]).done();
    assert!(said.starts_with("sound: "), "{said}");
}
