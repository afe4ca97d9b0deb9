//! A busy day at the desk of a clinic, as the measurements of the desk have it.

use super::busy_clinic::{clinic, menu, time, visitor};
use mypage::account::{self, Agreement, BookingRight, Registration, SESSIONS as PATIENTS};
use mypage::clinic::{Menu, TimeOfDay, Visit, rows as clinics};
use mypage::clock::{Clock, Moment};
use mypage::config::Config;
use mypage::lang::Lang;
use mypage::log::Log;
use mypage::mail::EmailAddress;
use mypage::reservation::{Attendee, Request, Reservation, book};
use mypage::secret::Token;
use mypage::session::{self, NewSession, SessionKind, Stay, SubjectId, UserAgent};
use mypage::slots::{BookingKey, Offer, Offers};
use mypage::staff::{self, Authenticator, Role, SESSIONS as STAFF, Staff, mint_recovery_codes, recovery_hashes};
use mypage::store::{Store, Tx};
use mypage::web::Site;
use mypage::work::{Actor, Caller, Outcome, Settled, StaffId, Stop, Work};
use mypage::{app, serve};
use poem::Request as Asked;
use poem::http::header;
use std::convert::Infallible;
use std::sync::Arc;
use time::Date;
use time::macros::date;

pub const DAY: Date = date!(2026 - 10 - 01);
pub const VISITS: usize = 400;
pub const COMING: usize = 20;

pub fn now() -> Moment {
    time(7).on(DAY)
}

pub fn config() -> Config {
    let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Config::from_environment(settings.into_iter()).unwrap()
}

/// Ten menus with as many places as such a day takes.
pub fn offers() -> Offers {
    let roomy = |number| Menu { places: 20, places_per_day: None, pool: None, open_limit: None, ..menu(number) };
    Offers { clinic: clinic().into(), menus: (0..10).map(roomy).collect() }
}

pub fn ran<T>(tx: &mut Tx<'_>, config: &Config, verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, Infallible>) -> T {
    let caller = Caller::without_browser(Actor::Patient, Lang::Ja);
    match Work::run(tx, config, &caller, verb).unwrap().settled {
        Settled::Done(done) => done,
        Settled::Denied(denied) => panic!("{denied:?}"),
    }
}

/// Books the visit with this number of the day.
pub fn book_one(
    work: &mut Work<'_>,
    offers: &Offers,
    number: usize,
    request: Request,
) -> Outcome<Reservation, Infallible> {
    let start = TimeOfDay::of_minutes(9 * 60 + u16::try_from(number / 10 % 14).unwrap() * 15).unwrap();
    let offer = Offer::of(&offers.clinic, &offers.menus, &offers.menus[number % 10]);
    Ok(book(work, offer, &Request { start, ..request }).unwrap_or_else(|why| match why {
        Stop::Refused(reason) => panic!("visit {number} finds no place: {reason:?}"),
        _ => panic!("visit {number} cannot be stored"),
    }))
}

pub fn request(attendee: Attendee) -> Request {
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

pub fn session_of(tx: &mut Tx<'_>, kind: &'static SessionKind, subject: SubjectId, token: &Token) {
    let (user_agent, old) = (UserAgent::default(), Token::mint().hash());
    session::start(tx, &NewSession { kind, subject, stay: Stay::OnDevice, user_agent }, &old, token.hash()).unwrap();
}

/// Who is signed in at the clinic of a day.
pub struct SignedIn {
    /// Sessions of owners, ten each.
    pub owners: Vec<Token>,
    /// That of a patient.
    pub patient: Token,
}

/// A day of the clinic with so many owners who are signed in, and a patient who is.
pub fn filled(store: &Store, config: &Config, offers: &Offers, owners: usize) -> SignedIn {
    let signed_in = SignedIn { owners: (0..10 * owners).map(|_| Token::mint()).collect(), patient: Token::mint() };
    let (config, offers) = (config.clone(), offers.clone());
    let (sessions, patient) = (signed_in.owners.clone(), signed_in.patient.clone());
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
        for (number, tokens) in sessions.chunks(10).enumerate() {
            let staff = member(number);
            staff::rows::add(tx, &staff)?;
            session::admit(tx, staff.subject(), Lang::Ja)?;
            staff::rows::give_role(tx, staff.id, &offers.clinic.id, Role::Owner)?;
            tokens.iter().for_each(|token| session_of(tx, &STAFF, staff.subject(), token));
        }
        Ok(())
    });
    made.unwrap();
    signed_in
}

pub fn member(number: usize) -> Staff {
    Staff {
        id: StaffId::mint(),
        address: EmailAddress::parse(&format!("incho{number}@example.jp")).unwrap(),
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

pub fn registration(config: &Config) -> Registration {
    let documents = mypage::document::Documents::of(config);
    Registration {
        address: EmailAddress::parse("taro@example.jp").unwrap(),
        password: String::new(),
        person: visitor(0).person.person().unwrap(),
        agreement: Agreement { terms: documents.terms.version, privacy: documents.privacy.version, at: now() },
        lang: Lang::Ja,
    }
}

pub fn site(store: &Store, config: &Config) -> Site {
    let clock = Clock::fixed(now());
    let log = Log::memory(clock.clone());
    let running = serve::prepare(config.clone(), store.clone(), clock, log).unwrap();
    app::site(Arc::clone(&running.floor)).unwrap()
}

/// A request as a browser with this session sends it.
pub fn asked(kind: &SessionKind, token: &Token, path: &str) -> Asked {
    let cookie = format!("{}={}", kind.cookie, token.text());
    Asked::builder().uri_str(format!("http://localhost:8080{path}")).header(header::COOKIE, cookie).finish()
}
