//! What the clinic's desk costs: the book of a day of 400 visits as a list and as a grid, beside a patient's dashboard, and the one
//! box over 50,000 patients.
//!
//! The box may take at most 20 ms, whatever is typed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made is over"
)]

mod busy_clinic;
mod busy_desk;

use busy_clinic::visitor;
use busy_desk::{DAY, SignedIn, asked, config, filled, now, offers, site};
use criterion::{Criterion, criterion_group, criterion_main};
use mypage::account::SESSIONS as PATIENTS;
use mypage::lang::Lang;
use mypage::patient::{self, Seen};
use mypage::person::{Name, PatientDetails, Phone};
use mypage::secret::Token;
use mypage::slots::Offers;
use mypage::staff::SESSIONS as STAFF;
use mypage::store::{Options, Store};
use mypage::web::Site;
use poem::Endpoint;
use tokio::runtime::Runtime;

const PATIENTS_KNOWN: usize = 50_000;

fn measure(criterion: &mut Criterion) {
    let (config, offers) = (config(), offers());
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data"), Options::default()).expect("the store opens");
    let SignedIn { owners, patient } = filled(&store, &config, &offers, 1);
    pages(criterion, &site(&store, &config), &owners[0], &patient);
    search(criterion, &store, &offers);
}

fn pages(criterion: &mut Criterion, site: &Site, owner: &Token, patient: &Token) {
    let runtime = Runtime::new().unwrap();
    let day = format!("/console/c/sakura/days/{DAY}");
    let (list, grid) = (day.clone(), format!("{day}/grid"));
    let of = [
        ("the dashboard with 20 visits", "/dashboard".to_owned(), &PATIENTS, patient),
        ("the book of 400 visits, as a list", list, &STAFF, owner),
        ("the book of 400 visits, as a grid", grid, &STAFF, owner),
    ];
    for (name, path, kind, token) in of {
        let answer = || runtime.block_on(async { site.get_response(asked(kind, token, &path)).await });
        assert_eq!(answer().status().as_u16(), 200, "{path}");
        let whole = || {
            runtime
                .block_on(async { site.get_response(asked(kind, token, &path)).await.into_body().into_bytes().await })
        };
        criterion.bench_function(&format!("page: {name}"), |bench| bench.iter(|| whole().unwrap()));
    }
}

/// The kana of a number, so that beginnings are shared by some.
fn kana(mut number: usize) -> String {
    const SYLLABLES: [char; 10] = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];
    let mut name = String::new();
    while 0 < number {
        name.extend(SYLLABLES.get(number % 10));
        number /= 10;
    }
    name
}

fn search(criterion: &mut Criterion, store: &Store, offers: &Offers) {
    let id = offers.clinic.id.clone();
    for first in (0..PATIENTS_KNOWN).step_by(1_000) {
        let id = id.clone();
        let added = store.write_blocking(now(), move |tx| {
            for number in first..first + 1_000 {
                let kana = Name { family: kana(number + 1_000_000), given: "ハナ".to_owned() };
                let phone = Phone::parse(&format!("090{:08}", number * 7919 % 100_000_000)).unwrap();
                let details = PatientDetails { kana, phone, ..visitor(number).person };
                let chart_number = Some(number.to_string());
                patient::remember(tx, &id, Seen { details, chart_number, address: None, lang: Lang::Ja })?;
            }
            Ok(())
        });
        added.unwrap();
    }
    for (name, typed) in [
        ("one kana", "ア"),
        ("kana", "アアアア"),
        ("a card number", "12345"),
        ("four digits", "5678"),
        ("a birthday that all have", "1988/2/3"),
        ("a name that nobody has", "ヴヴ"),
    ] {
        criterion.bench_function(&format!("the box over 50,000 patients: {name}"), |bench| {
            bench.iter(|| store.read_blocking(now(), |r| patient::search(r, &id, typed, 8)).unwrap());
        });
    }
}

criterion_group!(benches, measure);
criterion_main!(benches);
