//! A clinic on paper for the tests of the rules: Monday to Friday 9:00 to 12:00 and 14:00 to 18:00, closed on holidays.

mod availability;
mod buffers;
mod change;
mod check;
mod code;
mod dates;
mod initials;
mod kept;
mod ledger;
mod occupancy;

use super::ledger::{Request, book};
use super::{BookingKey, Offer, Reason, Reservation, Visitor};
use crate::account::AccountId;
use crate::clinic::tests::{self as clinics, WEEK, time};
use crate::clinic::{Band, Clinic, ClosedDays, Closure, Deadline, Menu, MenuId, Opening, Opens, Pool, PoolId, Visit};
use crate::clock::Moment;
use crate::config::Config;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Address, Name, Person, Phone, Sex};
use crate::store::{self, Store, Tx};
use crate::work::{Actor, Caller, Outcome, Settled, Work};
use time::Date;
use time::macros::date;

/// A Tuesday.
const TUESDAY: Date = date!(2026 - 11 - 24);

/// A time in Japan.
fn at(day: Date, text: &str) -> Moment {
    time(text).on(day)
}

/// Long before the Tuesday, and after everything has opened.
fn early() -> Moment {
    at(date!(2026 - 11 - 02), "12:00")
}

fn band(from: &str, until: &str) -> Band {
    Band { days: WEEK.to_vec(), from: time(from), until: time(until) }
}

fn closed(from: Date, until: Date, part: Option<(&str, &str)>, reason: Option<&str>) -> Closure {
    let part = part.map(|(from, until)| (time(from), time(until)));
    Closure { days: ClosedDays::Span { from, until }, part, reason: reason.map(str::to_owned) }
}

/// A clinic and the menus of one test; the first one is the one that is asked for.
#[derive(Clone)]
struct Paper {
    clinic: Clinic,
    menus: Vec<Menu>,
}

impl Paper {
    fn with(menus: Vec<Menu>) -> Self {
        Self { clinic: clinic(), menus }
    }

    fn offer(&self) -> Offer<'_> {
        self.offer_of(0)
    }

    fn offer_of(&self, at: usize) -> Offer<'_> {
        Offer { clinic: &self.clinic, menus: &self.menus, menu: &self.menus[at] }
    }
}

fn clinic() -> Clinic {
    let opening = |from, until| Opening { band: band(from, until), last_reception: None };
    Clinic {
        hours: vec![opening("9:00", "12:00"), opening("14:00", "18:00")],
        closures: vec![Closure { days: ClosedDays::Holidays, part: None, reason: None }],
        pools: vec![Pool { id: PoolId::parse("chairs").unwrap(), places: 2 }],
        ..clinics::clinic()
    }
}

/// 30 minutes, two at a time, bookable 60 days ahead until the visit begins.
fn menu(id: &str) -> Menu {
    Menu {
        id: MenuId::parse(id).unwrap(),
        name: id.to_owned(),
        places: 2,
        opens: Opens { days: 60, at: time("0:00") },
        closes: Deadline::Before { minutes: 0 },
        cancel_until: Deadline::Before { minutes: 60 },
        change_until: Deadline::Before { minutes: 120 },
        ..clinics::menu()
    }
}

fn chairs() -> Option<PoolId> {
    PoolId::parse("chairs")
}

fn visitor(name: &str) -> Visitor {
    let person = Person {
        name: Name { family: "山田".to_owned(), given: name.to_owned() },
        kana: Name { family: "ヤマダ".to_owned(), given: name.to_owned() },
        birth_date: date!(1988 - 02 - 03),
        sex: Sex::Female,
        postal_code: None,
        address: Address::default(),
        phone: Phone::parse("090-1234-5678").unwrap(),
    };
    Visitor { person, chart_number: None, address: EmailAddress::parse("hanako@example.jp").unwrap(), lang: Lang::Ja }
}

/// What somebody of that name asks for.
fn request(name: &str, day: Date, start: &str) -> Request {
    let (key, visit) = (BookingKey::mint(), Visit::Return);
    Request { key, visit, day, start: time(start), visitor: visitor(name), account: None }
}

/// Does a unit of work inside a write, as a patient without a browser. Gives what was done, or the refusal.
fn done<T, R>(tx: &mut Tx<'_>, verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, R>) -> store::Result<Result<T, R>> {
    done_by(tx, Actor::Patient, verb)
}

/// The same, in another role.
fn done_by<T, R>(
    tx: &mut Tx<'_>,
    by: Actor,
    verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, R>,
) -> store::Result<Result<T, R>> {
    // A refusal takes back what this unit of work wrote, and nothing before it.
    tx.keep();
    let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let config = Config::from_environment(settings.into_iter()).unwrap();
    match Work::run(tx, &config, &Caller::without_browser(by, Lang::Ja), verb)? {
        Settled::Done(done) => Ok(Ok(done)),
        Settled::Refused(refusal) => Ok(Err(refusal)),
        Settled::Denied(denied) => panic!("denied: {denied:?}"),
    }
}

/// Books in a write of its own.
fn booked(store: &Store, paper: &Paper, now: Moment, request: Request) -> Result<Reservation, Reason> {
    let paper = paper.clone();
    store.write_blocking(now, move |tx| done(tx, |work| book(work, paper.offer(), &request))).unwrap()
}

fn account() -> AccountId {
    AccountId::mint()
}
