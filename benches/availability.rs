//! How long it takes to say what is free in a month of a busy clinic: ten menus, five thousand reservations.
//!
//! The first figure is the rules alone, for all menus. The second is what a page does: one menu's month, read from the
//! data file. The target of the first is 2 ms.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot be made is over")]

mod busy_clinic;

use busy_clinic::{clinic, menu, time, visitor};
use criterion::{Criterion, criterion_group, criterion_main};
use mypage::clinic::{TimeOfDay, Visit, rows as clinics};
use mypage::clock::Moment;
use mypage::config::Config;
use mypage::lang::Lang;
use mypage::reservation::{Request, book};
use mypage::slots::rows::taken;
use mypage::slots::{Asker, Availability, BookingKey, Client, Days, Offer, Offers, Participant, Spacing, Taken};
use mypage::store::{Options, Store};
use mypage::work::{Actor, Caller, Settled, Work};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::ops::RangeInclusive;
use time::Date;
use time::macros::date;

const FIRST: Date = date!(2026 - 10 - 01);
const LAST: Date = date!(2026 - 10 - 31);
const MENUS: u32 = 10;
const RESERVATIONS: usize = 5_000;

fn now() -> Moment {
    time(9).on(date!(2026 - 09 - 30))
}

/// Books until there are five thousand, at places all over the month.
fn fill(store: &Store, offers: &Offers) {
    let (mut made, mut turn) = (0, 0_usize);
    while made < RESERVATIONS {
        let (offers, from) = (offers.clone(), turn);
        let caller = Caller::without_browser(Actor::Patient, Lang::Ja);
        let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let config = Config::from_environment(settings.into_iter()).unwrap();
        turn += 250;
        let booked = store.write_blocking(now(), move |tx| {
            clinics::put(tx, &offers.clinic, &offers.menus)?;
            let mut booked = 0;
            for number in from..from + 250 {
                let request = request(number);
                let offer = offer(&offers, number % offers.menus.len());
                let ran = Work::run(tx, &config, &caller, |work| book(work, offer, &request))?;
                booked += usize::from(matches!(ran.settled, Settled::Done(_)));
            }
            Ok(booked)
        });
        made += booked.unwrap();
    }
}

fn request(number: usize) -> Request {
    let day = FIRST + time::Duration::days(i64::try_from(number / 10 % 31).unwrap());
    let quarter = u16::try_from(number.wrapping_mul(7) / 310 % 48).unwrap();
    let start = TimeOfDay::of_minutes(8 * 60 + quarter * 15).unwrap();
    Request {
        key: BookingKey::mint(),
        visit: Visit::Return,
        day,
        start,
        attendee: visitor(number % 1_000),
        account: None,
        right: mypage::account::BookingRight::Unasked,
        group: None,
    }
}

fn offer(offers: &Offers, menu: usize) -> Offer<'_> {
    Offer::of(&offers.clinic, &offers.menus, &offers.menus[menu])
}

/// Every menu on every day; gives the number of free slots.
fn month(offers: &Offers, client: Client, month: &BTreeMap<Date, Taken>) -> usize {
    let of_menu = |menu| {
        let availability = Availability::of(offer(offers, menu), Some(client.clone()), now());
        month.iter().map(|(day, taken)| availability.day(*day, taken).free().count()).sum::<usize>()
    };
    (0..offers.menus.len()).map(of_menu).sum()
}

fn measure(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data"), Options::default()).expect("the store opens");
    let offers = Offers { clinic: clinic().into(), menus: (0..MENUS).map(menu).collect() };
    fill(&store, &offers);
    let taken = store.read_blocking(now(), |r| taken(r, &offers.clinic.id, days_shown(), None)).unwrap();
    assert_eq!(taken.len(), 31, "every day is busy");
    let client = Client { birth_date: Some(date!(1988 - 02 - 03)), coming: 1, visits: Vec::new() };
    criterion.bench_function("rules: 10 menus, 31 days, 5000 reservations", |bench| {
        bench.iter(|| month(black_box(&offers), client.clone(), black_box(&taken)));
    });
    let visitor = visitor(1);
    criterion.bench_function("page: 1 menu, 31 days, from the data file", |bench| {
        bench.iter(|| {
            let read = store.read_blocking(now(), |r| {
                let Some(offers) = Offers::of(r, &offers.clinic.id)? else { return Ok(Vec::new()) };
                let asker = Asker {
                    person: Some(visitor.person.identity()),
                    address: visitor.address.as_ref(),
                    ..Asker::default()
                };
                Days::of(r, offer(&offers, 0), asker)?.plans(days_shown())
            });
            read.unwrap()
        });
    });
    let spacings = [("one after another", Spacing::InTurn { gap: 10 }), ("at once", Spacing::AtOnce)];
    for (name, spacing) in spacings {
        for people in [1, 4] {
            criterion.bench_function(
                &format!("page: {people} {name}, 31 days in brief, from the data file"),
                |bench| {
                    bench.iter(|| {
                        let read = store.read_blocking(now(), |r| {
                            let Some(offers) = Offers::of(r, &offers.clinic.id)? else { return Ok(Vec::new()) };
                            let one = Participant { offer: offer(&offers, 0), asker: Asker::default() };
                            let days = Days::together(r, vec![one; people], spacing.clone())?;
                            days.map_or(Ok(Vec::new()), |mut days| days.outlooks(days_shown(), 4))
                        });
                        read.unwrap()
                    });
                },
            );
        }
    }
}

fn days_shown() -> RangeInclusive<Date> {
    FIRST..=LAST
}

criterion_group!(benches, measure);
criterion_main!(benches);
