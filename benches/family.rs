//! What a family costs: the write that books one person or four, and the dashboard of an account with ten people and forty visits.
//!
//! A write ends on the disk, with the letter in it. Booking four people may take at most one and a half times as long as one,
//! and the dashboard of ten at most 1.2 times as long as that of one with as many visits.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made is over"
)]

mod busy_clinic;

use busy_clinic::{clinic, menu, time, visitor};
use criterion::{Criterion, criterion_group, criterion_main};
use mypage::account::{self, Account, AccountId, Agreement, BookingRight, Registration, Relation, SESSIONS, care};
use mypage::clinic::{TimeOfDay, Visit, rows as clinics};
use mypage::clock::{Clock, Moment};
use mypage::config::Config;
use mypage::lang::Lang;
use mypage::log::Log;
use mypage::mail::EmailAddress;
use mypage::person::PersonId;
use mypage::reservation::letter::{self, WithUrl};
use mypage::reservation::{Attendee, GroupId, Request, Reservation, book, rows};
use mypage::secret::Token;
use mypage::session::{self, NewSession, Stay, UserAgent};
use mypage::slots::{BookingKey, Offer, Offers};
use mypage::store::{Options, Store, Tx};
use mypage::web::Site;
use mypage::work::{Actor, Caller, Outcome, Settled, Work};
use mypage::{app, serve};
use poem::http::header;
use poem::{Endpoint, Request as Asked};
use std::convert::Infallible;
use std::sync::Arc;
use time::macros::date;
use time::{Date, Duration};
use tokio::runtime::Runtime;

const FIRST: Date = date!(2026 - 10 - 01);
const PEOPLE: usize = 10;
const VISITS: usize = 40;

fn now() -> Moment {
    time(9).on(date!(2026 - 09 - 30))
}

fn config() -> Config {
    let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Config::from_environment(settings.into_iter()).unwrap()
}

fn opened() -> (tempfile::TempDir, Store, Offers) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data"), Options::default()).expect("the store opens");
    let offers = Offers { clinic: clinic().into(), menus: (0..10).map(menu).collect() };
    let stored = offers.clone();
    store.write_blocking(now(), move |tx| clinics::put(tx, &stored.clinic, &stored.menus)).unwrap();
    (folder, store, offers)
}

fn ran<T>(tx: &mut Tx<'_>, config: &Config, verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, Infallible>) -> T {
    let caller = Caller::without_browser(Actor::Patient, Lang::Ja);
    match Work::run(tx, config, &caller, verb).unwrap().settled {
        Settled::Done(done) => done,
        Settled::Denied(denied) => panic!("{denied:?}"),
    }
}

/// The visit with this number: each time of a day is asked of the next menu, and each day of the next sixty.
fn request(number: usize, attendee: Attendee) -> (usize, Request) {
    let (day, left) = (number % 60, number / 60);
    let start = TimeOfDay::of_minutes(8 * 60 + u16::try_from(left / 10 % 18).unwrap() * 15).unwrap();
    let day = FIRST + Duration::days(i64::try_from(day).unwrap());
    let request = Request {
        key: BookingKey::mint(),
        visit: Visit::Return,
        day,
        start,
        attendee,
        account: None,
        right: BookingRight::Unasked,
        group: None,
    };
    (left % 10, request)
}

fn offer(offers: &Offers, menu: usize) -> Offer<'_> {
    Offer::of(&offers.clinic, &offers.menus, &offers.menus[menu])
}

/// Books so many people in one write, and writes the one letter about them; the number of the next visit.
fn commit(store: &Store, config: &Config, offers: &Offers, people: usize, next: usize) -> usize {
    let (config, offers, mut number) = (config.clone(), offers.clone(), next);
    store
        .write_blocking(now(), move |tx| {
            let group = (people > 1).then(|| GroupId::mint(now()));
            let made = ran(tx, &config, |work| {
                let mut made: Vec<WithUrl> = Vec::new();
                while made.len() < people {
                    let (menu, request) = request(number, visitor(number));
                    number += 1;
                    let booked = book(work, offer(&offers, menu), &Request { group, ..request });
                    // A full day is passed over; nothing else is in the way.
                    let Ok(booked) = booked else { continue };
                    let token = rows::issue_token(work, &booked)?;
                    made.push((booked, format!("http://localhost:8080/r/{}", token.text())));
                }
                let head = work.letterhead(Lang::Ja);
                let letter = match made.as_slice() {
                    [(one, url)] => letter::confirmed(&head, &offers.clinic, one, url),
                    several => letter::confirmed_together(&head, &offers.clinic, several),
                };
                assert!(letter.is_some());
                letter::post(work, letter.as_ref())?;
                Ok(made.len())
            });
            assert_eq!(made, people);
            Ok(number)
        })
        .unwrap()
}

/// An account with its family, and a session.
fn family(store: &Store, config: &Config, offers: &Offers, size: usize) -> Token {
    let token = Token::mint();
    let (config, offers, fresh, old) = (config.clone(), offers.clone(), token.hash(), Token::mint().hash());
    let made = store.write_blocking(now(), move |tx| {
        let account = account::register(tx, &registration(&config))?.expect("the address is free");
        let mut people = vec![care::own(tx, account.id)?.unwrap().id];
        for number in 1..size {
            people.push(care::add_with_consent(
                tx,
                account.id,
                Relation::Other,
                &visitor(number).person.person().unwrap(),
            )?);
        }
        let booked = ran(tx, &config, |work| Ok(visits(work, &offers, &account, &people)));
        assert_eq!(booked.len(), VISITS);
        let (kind, stay, user_agent) = (&SESSIONS, Stay::OnDevice, UserAgent::default());
        session::start(tx, &NewSession { kind, subject: account.id.subject(), stay, user_agent }, &old, fresh)
    });
    made.unwrap();
    token
}

fn registration(config: &Config) -> Registration {
    let documents = mypage::document::Documents::of(config);
    Registration {
        address: EmailAddress::parse("hanako@example.jp").unwrap(),
        password: String::new(),
        person: visitor(0).person.person().unwrap(),
        agreement: Agreement { terms: documents.terms.version, privacy: documents.privacy.version, at: now() },
        lang: Lang::Ja,
    }
}

fn visits(work: &mut Work<'_>, offers: &Offers, account: &Account, people: &[PersonId]) -> Vec<Reservation> {
    let of = |number: usize| {
        let who = number % people.len();
        let attendee = Attendee { person_id: Some(people[who]), ..visitor(who) };
        let account: Option<AccountId> = Some(account.id);
        let (menu, request) = request(number, attendee);
        (menu, Request { account, ..request })
    };
    let all = (0..VISITS).map(of);
    all.filter_map(|(menu, request)| book(work, offer(offers, menu), &request).ok()).collect()
}

fn site(store: &Store, config: &Config) -> Site {
    let clock = Clock::fixed(now());
    let log = Log::memory(clock.clone());
    let running = serve::prepare(config.clone(), store.clone(), clock, log).unwrap();
    app::site(Arc::clone(&running.floor)).unwrap()
}

fn measure(criterion: &mut Criterion) {
    let config = config();
    let (_folder, store, offers) = opened();
    for people in [1, 4] {
        let mut next = 0;
        criterion.bench_function(&format!("commit: {people} booked in one write, on the disk"), |bench| {
            bench.iter(|| next = commit(&store, &config, &offers, people, next));
        });
    }
    for people in [1, PEOPLE] {
        dashboard(criterion, &config, people);
    }
}

/// The dashboard of an account with so many people, whose visits are as many as ever.
fn dashboard(criterion: &mut Criterion, config: &Config, people: usize) {
    let (_folder, store, offers) = opened();
    let token = family(&store, config, &offers, people);
    let (site, runtime) = (site(&store, config), Runtime::new().unwrap());
    let asked = || {
        let cookie = format!("{}={}", SESSIONS.cookie, token.text());
        Asked::builder().uri_str("http://localhost:8080/dashboard").header(header::COOKIE, cookie).finish()
    };
    let answer = |asked| runtime.block_on(async { site.get_response(asked).await.into_body().into_bytes().await });
    let page = answer(asked()).unwrap();
    let rows = String::from_utf8_lossy(&page).matches("reservation=").count();
    assert!(VISITS <= rows, "{rows} visits are listed");
    criterion.bench_function(&format!("page: the dashboard of {people} with {VISITS} visits"), |bench| {
        bench.iter(|| answer(asked()).unwrap());
    });
}

criterion_group!(benches, measure);
criterion_main!(benches);
