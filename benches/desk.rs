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

use busy_clinic::{clinic, menu, time, visitor};
use criterion::{Criterion, criterion_group, criterion_main};
use mypage::account::{self, Agreement, BookingRight, Registration, SESSIONS as PATIENTS};
use mypage::clinic::{Menu, TimeOfDay, Visit, rows as clinics};
use mypage::clock::{Clock, Moment};
use mypage::config::Config;
use mypage::lang::Lang;
use mypage::log::Log;
use mypage::mail::EmailAddress;
use mypage::patient::{self, Seen};
use mypage::person::{Name, PatientDetails, Phone};
use mypage::reservation::{Attendee, Request, Reservation, book};
use mypage::secret::Token;
use mypage::session::{self, NewSession, SessionKind, Stay, SubjectId, UserAgent};
use mypage::slots::{BookingKey, Offer, Offers};
use mypage::staff::{self, Authenticator, Role, SESSIONS as STAFF, Staff, mint_recovery_codes, recovery_hashes};
use mypage::store::{Options, Store, Tx};
use mypage::web::Site;
use mypage::work::{Actor, Caller, Outcome, Settled, StaffId, Stop, Work};
use mypage::{app, serve};
use poem::http::header;
use poem::{Endpoint, Request as Asked};
use std::convert::Infallible;
use std::sync::Arc;
use time::Date;
use time::macros::date;
use tokio::runtime::Runtime;

const DAY: Date = date!(2026 - 10 - 01);
const VISITS: usize = 400;
const COMING: usize = 20;
const PATIENTS_KNOWN: usize = 50_000;

fn now() -> Moment {
    time(7).on(DAY)
}

fn config() -> Config {
    let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Config::from_environment(settings.into_iter()).unwrap()
}

/// Ten menus with as many places as such a day takes.
fn offers() -> Offers {
    let roomy = |number| Menu { places: 20, places_per_day: None, pool: None, open_limit: None, ..menu(number) };
    Offers { clinic: clinic(), menus: (0..10).map(roomy).collect() }
}

fn ran<T>(tx: &mut Tx<'_>, config: &Config, verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, Infallible>) -> T {
    let caller = Caller::without_browser(Actor::Patient, Lang::Ja);
    match Work::run(tx, config, &caller, verb).unwrap().settled {
        Settled::Done(done) => done,
        Settled::Denied(denied) => panic!("{denied:?}"),
    }
}

/// Books the visit with this number of the day.
fn book_one(work: &mut Work<'_>, offers: &Offers, number: usize, request: Request) -> Outcome<Reservation, Infallible> {
    let start = TimeOfDay::of_minutes(9 * 60 + u16::try_from(number / 10 % 14).unwrap() * 15).unwrap();
    let offer = Offer::of(&offers.clinic, &offers.menus, &offers.menus[number % 10]);
    Ok(book(work, offer, &Request { start, ..request }).unwrap_or_else(|why| match why {
        Stop::Refused(reason) => panic!("visit {number} finds no place: {reason:?}"),
        _ => panic!("visit {number} cannot be stored"),
    }))
}

fn request(attendee: Attendee) -> Request {
    Request {
        key: BookingKey::mint(),
        visit: Visit::Return,
        day: DAY,
        start: time(9),
        attendee,
        account: None,
        right: BookingRight::Unasked,
        group: None,
    }
}

fn session_of(tx: &mut Tx<'_>, kind: &'static SessionKind, subject: SubjectId, token: &Token) {
    let (user_agent, old) = (UserAgent::default(), Token::mint().hash());
    session::start(tx, &NewSession { kind, subject, stay: Stay::OnDevice, user_agent }, &old, token.hash()).unwrap();
}

/// A day of the clinic, an owner who is signed in, and a patient who is.
fn filled(store: &Store, config: &Config, offers: &Offers) -> [Token; 2] {
    let tokens = [Token::mint(), Token::mint()];
    let (config, offers, [owner, patient]) = (config.clone(), offers.clone(), tokens.clone());
    let made = store.write_blocking(now(), move |tx| {
        clinics::put(tx, &offers.clinic, &offers.menus)?;
        for number in 0..VISITS {
            ran(tx, &config, |work| book_one(work, &offers, number, request(visitor(number))));
        }
        let registered = account::register(tx, &registration(&config))?.expect("the address is free");
        for number in 0..COMING {
            let own = Request { account: Some(registered.id), ..request(visitor(VISITS + number)) };
            ran(tx, &config, |work| book_one(work, &offers, number, own));
        }
        session_of(tx, &PATIENTS, registered.id.subject(), &patient);
        let staff = member();
        staff::rows::add(tx, &staff)?;
        session::admit(tx, staff.subject(), Lang::Ja)?;
        staff::rows::give_role(tx, staff.id, &offers.clinic.id, Role::Owner)?;
        session_of(tx, &STAFF, staff.subject(), &owner);
        Ok(())
    });
    made.unwrap();
    tokens
}

fn member() -> Staff {
    Staff {
        id: StaffId::mint(),
        address: EmailAddress::parse("incho@example.jp").unwrap(),
        name: "院長".to_owned(),
        password: String::new(),
        authenticator: Authenticator::mint(),
        recovery_codes: recovery_hashes(&mint_recovery_codes()),
        created: now(),
        opens_clinics: true,
        operator: false,
        disabled: None,
        signed_in: None,
    }
}

fn registration(config: &Config) -> Registration {
    let documents = mypage::document::Documents::of(config);
    Registration {
        address: EmailAddress::parse("taro@example.jp").unwrap(),
        password: String::new(),
        person: visitor(0).person.person().unwrap(),
        agreement: Agreement { terms: documents.terms.version, privacy: documents.privacy.version, at: now() },
        lang: Lang::Ja,
    }
}

fn site(store: &Store, config: &Config) -> Site {
    let clock = Clock::fixed(now());
    let log = Log::memory(clock.clone());
    let running = serve::prepare(config.clone(), store.clone(), clock, log).unwrap();
    app::site(Arc::clone(&running.floor)).unwrap()
}

fn measure(criterion: &mut Criterion) {
    let (config, offers) = (config(), offers());
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data"), Options::default()).expect("the store opens");
    let [owner, patient] = filled(&store, &config, &offers);
    pages(criterion, &site(&store, &config), &owner, &patient);
    search(criterion, &store, &offers);
}

fn pages(criterion: &mut Criterion, site: &Site, owner: &Token, patient: &Token) {
    let runtime = Runtime::new().unwrap();
    let day = format!("/console/c/sakura/days/{DAY}");
    let (list, grid) = (day.clone(), format!("{day}/grid"));
    let of = [
        ("the dashboard with 20 visits", "/dashboard".to_owned(), PATIENTS.cookie, patient),
        ("the book of 400 visits, as a list", list, STAFF.cookie, owner),
        ("the book of 400 visits, as a grid", grid, STAFF.cookie, owner),
    ];
    for (name, path, cookie, token) in of {
        let asked = || {
            let cookie = format!("{cookie}={}", token.text());
            let uri = format!("http://localhost:8080{path}");
            Asked::builder().uri_str(&uri).header(header::COOKIE, cookie).finish()
        };
        let answer = || runtime.block_on(async { site.get_response(asked()).await });
        assert_eq!(answer().status().as_u16(), 200, "{path}");
        let whole = || runtime.block_on(async { site.get_response(asked()).await.into_body().into_bytes().await });
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
