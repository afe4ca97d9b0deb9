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

use super::ledger::{Booked, Request, book};
use super::{BookingKey, Offer, Reason, Visitor};
use crate::account::AccountId;
use crate::clinic::{
    AgeRange, Audience, Band, BookingPolicy, Clinic, ClinicId, ClosedDays, Closure, Deadline, Insurance, Menu, MenuId,
    Opening, Opens, Pool, PoolId, Site, TimeOfDay, Visit, Visits,
};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Address, Name, Person, Phone, Sex};
use crate::store::Store;
use time::macros::date;
use time::{Date, Weekday};

/// A Tuesday.
const TUESDAY: Date = date!(2026 - 11 - 24);

const WEEK: [Weekday; 5] = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

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
        id: ClinicId::parse("sakura").unwrap(),
        name: "さくら内科".to_owned(),
        kana: "サクラナイカ".to_owned(),
        director: None,
        departments: Vec::new(),
        site: Site {
            postal_code: None,
            address: "東京都渋谷区".to_owned(),
            access: None,
            map_url: None,
            parking: None,
        },
        phone: Phone::parse("03-1111-2222").unwrap(),
        fax: None,
        web_site: None,
        hours: vec![opening("9:00", "12:00"), opening("14:00", "18:00")],
        closures: vec![Closure { days: ClosedDays::Holidays, part: None, reason: None }],
        languages: Vec::new(),
        barrier_free: None,
        payment: Vec::new(),
        announcement: None,
        booking_notes: None,
        cancellation_policy: None,
        booking: BookingPolicy::default(),
        pools: vec![Pool { id: PoolId::parse("chairs").unwrap(), places: 2 }],
    }
}

/// 30 minutes, two at a time, bookable 60 days ahead until the visit begins.
fn menu(id: &str) -> Menu {
    Menu {
        id: MenuId::parse(id).unwrap(),
        order: 0,
        name: id.to_owned(),
        description: None,
        department: None,
        insurance: Insurance::Insured,
        visits: Visits::Both,
        minutes: 30,
        buffer_before: 0,
        buffer_after: 0,
        every: None,
        places: 2,
        places_per_day: None,
        pool: None,
        hours: None,
        valid_from: None,
        valid_until: None,
        audience: Audience::Patients,
        opens: Opens { days: 60, at: time("0:00") },
        closes: Deadline::Before { minutes: 0 },
        cancel_until: Deadline::Before { minutes: 60 },
        change_until: Deadline::Before { minutes: 120 },
        ages: AgeRange::default(),
        open_limit: None,
        preparation: None,
        bring: None,
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

/// Books in a write of its own.
fn booked(store: &Store, paper: &Paper, now: Moment, request: Request) -> Result<Booked, Reason> {
    let paper = paper.clone();
    store.write_blocking(move |tx| book(tx, now, paper.offer(), &request)).unwrap()
}

fn account() -> AccountId {
    AccountId::mint()
}
