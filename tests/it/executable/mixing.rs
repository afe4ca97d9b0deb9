//! A8: two hundred people go through the pages at the same moment, fifty times over, and nobody is shown what another
//! has typed.
//!
//! Everything that somebody types carries a mark of their own that is new in each round, so that a mark of another, and
//! one's own earlier ones, are both found. Most book as guests; some are signed in and change their details, some ask for
//! mails.

use super::overbooking::{rushed, slot};
use super::visitor::{Answer, PERSON, Visitor};
use super::{PASSWORD, opened_copy, people};
use crate::harness::clinic::START;
use crate::harness::clinics::{GENERAL, SAKURA};
use crate::harness::process::{Home, Serving};
use mypage::clinic;
use mypage::clock::Clock;
use mypage::store::DATA_FILE;
use std::net::SocketAddr;
use std::sync::Arc;
use time::Date;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

const CLIENTS: usize = 200;
const ROUNDS: usize = 50;
/// At the end of every ten rounds the guests press the last button, and want one slot that has not enough places for all.
const BOOKING: usize = 10;
const PLACES: usize = 40;
/// `*c017r05*`: signs that are the same in a page, in an address and in a query.
const MARK: usize = 9;

/// Somebody with a browser.
struct Client {
    visitor: Visitor,
    server: SocketAddr,
    proof: String,
    number: usize,
    round: usize,
    /// The path of the booking under way.
    booking: Option<String>,
    /// How many pages have shown the mark.
    shown: usize,
}

/// What somebody is here for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Guest,
    Patient,
    Asker,
}

fn kind(number: usize) -> Kind {
    match number % 10 {
        0 => Kind::Patient,
        1 => Kind::Asker,
        _ => Kind::Guest,
    }
}

fn address(number: usize) -> String {
    format!("patient-{number}@example.jp")
}

/// Every mark in a text.
fn marks(text: &str) -> impl Iterator<Item = &str> {
    let places = text.match_indices("*c").map(|(at, _)| at);
    places.filter_map(|at| text.get(at..at + MARK)).filter(|mark| mark.ends_with('*'))
}

impl Client {
    async fn come(serving: &Serving, number: usize) -> Self {
        let visitor = Visitor::of(serving);
        if kind(number) == Kind::Patient {
            visitor.sign_in(&address(number), PASSWORD).await.leads_to("/dashboard");
        }
        let proof = visitor.get("/terms").await.proof();
        Self { visitor, server: serving.address(), proof, number, round: 0, booking: None, shown: 0 }
    }

    fn mark(&self) -> String {
        format!("*c{:03}r{:02}*", self.number, self.round)
    }

    /// An answer of this status without a mark of anybody else, or an earlier one; whether it has to show the own one.
    #[track_caller]
    fn look(&mut self, answer: &Answer, status: u16, shows: bool) {
        self.look_beside(answer, status, shows, false);
    }

    /// The same of a page that may show the mark of an earlier round as well.
    #[track_caller]
    fn look_beside(&mut self, answer: &Answer, status: u16, shows: bool, changes: bool) {
        let own = self.mark();
        assert_eq!(answer.status, status, "{own}: {}", answer.text());
        let headers = answer.headers.values().map(|value| value.to_str().unwrap());
        let all = headers.chain([answer.body.as_str()]).flat_map(marks);
        let (mine, others): (Vec<&str>, Vec<&str>) = all.partition(|mark| *mark == own);
        // 確認 of a changed 利用者情報 says what stood there before.
        let former = |mark: &str| changes && mark.starts_with(&format!("*c{:03}r", self.number)) && mark < own.as_str();
        let foreign: Vec<&str> = others.into_iter().filter(|mark| !former(mark)).collect();
        assert!(foreign.is_empty(), "{own} is shown {foreign:?}: {}", answer.text());
        assert!(!shows || !mine.is_empty(), "{own} is not shown: {}", answer.text());
        self.shown += usize::from(shows);
    }

    async fn get(&mut self, path: &str) {
        let answer = self.visitor.get(path).await;
        self.look_beside(&answer, 200, true, path == "/person/confirmation");
    }

    /// From another address each time: one address may send only so many forms.
    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let all = [&[("_csrf", self.proof.as_str())], fields].concat();
        self.visitor.elsewhere().try_post(path, &all).await.unwrap()
    }

    /// Sends what is refused and then what is not, and looks at what is shown of both.
    async fn type_person(&mut self, form: &str) {
        let (mark, email) = (self.mark(), format!("{}@example.jp", self.mark()));
        let own = PERSON
            .iter()
            .map(|(name, value)| if name.ends_with("en_name") { (*name, mark.as_str()) } else { (*name, *value) });
        let own: Vec<(&str, &str)> = own.chain([("building", mark.as_str()), ("email", email.as_str())]).collect();
        let wrong: Vec<(&str, &str)> = own.iter().copied().filter(|(name, _)| *name != "phone").collect();
        let refused = self.post(form, &wrong).await;
        self.look(&refused, 422, true);
        if self.number % 8 == 3 {
            self.hang_up(form).await;
        }
        let taken = self.post(form, &own).await;
        self.look(&taken, 303, false);
        taken.leads_to(&format!("{form}/confirmation"));
        self.get(&format!("{form}/confirmation")).await;
    }

    /// Asks for the page once more and is gone before the answer.
    async fn hang_up(&self, path: &str) {
        let token = self.visitor.token();
        let head = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: session={token}\r\n\r\n");
        let mut stream = TcpStream::connect(self.server).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
    }

    /// Chooses a slot when it is time for another one, and types in who comes.
    async fn book_up_to_the_last_button(&mut self, slot: &str) {
        let booking = match self.booking.clone() {
            Some(booking) if !self.round.is_multiple_of(BOOKING) => booking,
            Some(booking) => {
                let moved = self.post(&format!("{booking}/slots"), &[("slot", slot)]).await;
                self.look(&moved, 303, false);
                booking
            }
            None => {
                let chosen = [("menu", GENERAL), ("visit", "first"), ("slot", slot)];
                let begun = self.post(&format!("/b/{SAKURA}/bookings"), &chosen).await;
                self.look(&begun, 303, false);
                self.booking.insert(begun.location().to_owned()).clone()
            }
        };
        self.type_person(&booking).await;
        // Back from 確認.
        self.get(&booking).await;
    }

    /// Presses the last button; whether the place is theirs.
    async fn press(&mut self, slot: &str) -> bool {
        let booking = self.booking.clone().unwrap();
        let answer = self.post(&format!("{booking}/confirmation"), &[("slot", slot)]).await;
        let won = answer.status == 303;
        self.look(&answer, if won { 303 } else { 409 }, false);
        if won {
            self.get(&format!("{booking}/booked")).await;
            self.booking = None;
        }
        won
    }

    /// Keeps the details that were looked over.
    async fn save(&mut self) {
        let saved = self.post("/person/confirmation", &[]).await;
        self.look(&saved, 303, false);
        saved.leads_to("/dashboard?done=person");
        self.get("/person").await;
    }

    /// Asks for the mail of a forgotten password, once for no address at all.
    async fn ask(&mut self) {
        let (mark, path) = (self.mark(), "/password-reset");
        let refused = self.post(path, &[("email", &mark)]).await;
        self.look(&refused, 422, true);
        let sent = self.post(path, &[("email", &format!("{mark}@example.jp"))]).await;
        self.look(&sent, 303, false);
        self.get("/password-reset/sent").await;
    }

    /// Comes back in every round at the same moment as all others; how often a place was theirs.
    async fn live(mut self, together: Arc<Barrier>, day: Date) -> (usize, usize) {
        let mut won = 0;
        for round in 0..ROUNDS {
            self.round = round;
            let slot = slot(day, (round / BOOKING) as u16);
            together.wait().await;
            match kind(self.number) {
                Kind::Guest => self.book_up_to_the_last_button(&slot).await,
                Kind::Patient => self.type_person("/person").await,
                Kind::Asker => self.ask().await,
            }
            if round % BOOKING == BOOKING - 1 {
                together.wait().await;
                match kind(self.number) {
                    Kind::Guest => won += usize::from(self.press(&slot).await),
                    Kind::Patient => self.save().await,
                    Kind::Asker => {}
                }
            }
        }
        (won, self.shown)
    }
}

/// A home with a clinic and the accounts of those who are signed in.
async fn home() -> Home {
    let home = Home::new();
    let patients: Vec<String> = (0..CLIENTS).filter(|number| kind(*number) == Kind::Patient).map(address).collect();
    people(&home, &patients).await;
    let data = home.data().join(DATA_FILE);
    let (folder, store) = opened_copy(&data);
    let (clinic, menu) = rushed(PLACES);
    store.write_blocking(START, move |tx| clinic::rows::put(tx, &clinic, std::slice::from_ref(&menu))).unwrap();
    store.close();
    std::fs::copy(folder.path().join(DATA_FILE), data).unwrap();
    home
}

#[tokio::test(flavor = "multi_thread")]
async fn a8_nobody_of_two_hundred_at_once_is_shown_what_another_has_typed() {
    let home = home().await;
    let serving = home.serve();
    let day = Clock::System.now().jst_date().saturating_add(time::Duration::days(2));
    let together = Arc::new(Barrier::new(CLIENTS));
    let mut clients = JoinSet::new();
    for number in 0..CLIENTS {
        let client = Client::come(&serving, number).await;
        clients.spawn(client.live(Arc::clone(&together), day));
    }
    let (mut won, mut shown) = (0, 0);
    while let Some(lived) = clients.join_next().await {
        let (places, pages) = lived.unwrap();
        won += places;
        shown += pages;
    }
    assert_eq!(won, PLACES * ROUNDS / BOOKING, "each slot was wanted by more than it holds");
    let (guests, patients) = (CLIENTS * 8 / 10, CLIENTS / 10);
    let once = ROUNDS * (CLIENTS * 2 + guests);
    assert_eq!(shown, once + won + patients * ROUNDS / BOOKING, "each round showed everybody their own");
    serving.stop();
}
