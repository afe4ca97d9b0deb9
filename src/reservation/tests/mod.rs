//! Reservations on the clinic on paper of the slots' tests.

mod attendance;
mod change;
mod check;
mod creation;
mod four_digits;
mod initials;
mod interval;
mod receipt_token;
mod rescheduling;
mod told_apart;

use super::{Attendee, Request, Reservation, book};
use crate::account::{AccountId, BookingRight};
use crate::clinic::tests::time;
use crate::clinic::{Deadline, Menu, MenuId, Opens, Reminder, Visit};
use crate::clock::Moment;
use crate::config::Config;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Address, Name, Person, Phone, Sex};
use crate::slots::tests::{Paper, TUESDAY, at, clinic, closed, early, menu};
use crate::slots::{BookingKey, Reason};
use crate::store::{self, Store, Tx};
use crate::work::{Actor, Caller, Outcome, Settled, Work};
use time::Date;
use time::macros::date;

pub fn visitor(name: &str) -> Attendee {
    let person = Person {
        name: Name { family: "山田".to_owned(), given: name.to_owned() },
        kana: Name { family: "ヤマダ".to_owned(), given: name.to_owned() },
        birth_date: date!(1988 - 02 - 03),
        sex: Sex::Female,
        postal_code: None,
        address: Address::default(),
        phone: Phone::parse("090-1234-5678").unwrap(),
    };
    Attendee {
        person: person.into(),
        person_id: None,
        chart_number: None,
        address: Some(EmailAddress::parse("hanako@example.jp").unwrap()),
        lang: Lang::Ja,
        relation: None,
    }
}

/// What somebody of that name asks for.
pub fn request(name: &str, day: Date, start: &str) -> Request {
    let (key, visit) = (BookingKey::mint(), Visit::Return);
    Request {
        key,
        visit,
        day,
        start: time(start),
        attendee: visitor(name),
        account: None,
        right: BookingRight::Unasked,
        group: None,
    }
}

/// What a unit of work gave, or why it was refused.
pub type Judged<T, R> = Result<T, R>;

/// Does a unit of work inside a write, as a patient without a browser. Gives what was done, or the refusal.
pub fn done<T, R>(tx: &mut Tx<'_>, verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, R>) -> store::Result<Judged<T, R>> {
    done_by(tx, Actor::Patient, verb)
}

/// The same, in another role.
pub fn done_by<T, R>(
    tx: &mut Tx<'_>,
    by: Actor,
    verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, R>,
) -> store::Result<Judged<T, R>> {
    // A refusal takes back what this unit of work wrote, and nothing before it.
    tx.keep();
    let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let config = Config::from_environment(settings.into_iter()).unwrap();
    match Work::run(tx, &config, &Caller::without_browser(by, Lang::Ja), verb)?.settled {
        Settled::Done(done) => Ok(Ok(done)),
        Settled::Refused(refusal) => Ok(Err(refusal)),
        Settled::Denied(denied) => panic!("denied: {denied:?}"),
    }
}

/// Books in a write of its own.
pub fn booked(store: &Store, paper: &Paper, now: Moment, request: Request) -> Result<Reservation, Reason> {
    let paper = paper.clone();
    store.write_blocking(now, move |tx| done(tx, |work| book(work, paper.offer(), &request))).unwrap()
}

pub fn account() -> AccountId {
    AccountId::mint()
}
