//! A store with one clinic and one menu, at which anybody can book without pages.

use crate::harness::clinic::START;
use crate::harness::clinics::{self, sakura, time};
use crate::harness::work::done;
use mypage::account::BookingRight;
use mypage::clinic::{Menu, Visit};
use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::{Address, Name, Person, Phone, Sex};
use mypage::reservation::{Attendee, Request, Reservation, book};
use mypage::slots::{Asker, BookingKey, DayPlan, Days, Offer, Offers, Reason};
use mypage::store::{self, Store};
use std::sync::Arc;
use time::Date;
use time::macros::date;

pub const TUESDAY: Date = date!(2026 - 04 - 07);

#[derive(Clone)]
pub struct Desk {
    pub store: Store,
    pub offers: Arc<Offers>,
    pub now: Moment,
}

impl Desk {
    pub fn with(change: impl Fn(Menu) -> Menu) -> Self {
        Self::on(Store::memory(), change)
    }

    /// Nothing of the clinic is stored: what is on offer is passed in.
    pub fn on(store: Store, change: impl Fn(Menu) -> Menu) -> Self {
        let mut menu = change(clinics::menu("naika", "一般内科", 0));
        menu.opens.days = 120;
        let offers = Arc::new(Offers { clinic: sakura().into(), menus: vec![menu] });
        Self { store, offers, now: time("12:00").on(date!(2026 - 04 - 01)) }
    }

    pub fn offer(&self) -> Offer<'_> {
        Offer::of(&self.offers.clinic, &self.offers.menus, &self.offers.menus[0])
    }

    pub fn request(&self, number: usize, day: Date, start: &str) -> Request {
        let (key, visit) = (BookingKey::mint(), Visit::Return);
        Request {
            right: BookingRight::Unasked,
            key,
            visit,
            day,
            start: time(start),
            attendee: visitor(number),
            account: None,
            group: None,
        }
    }

    pub async fn book(self, number: usize, day: Date, start: &str) -> store::Result<Result<Reservation, Reason>> {
        let (now, request, desk) = (self.now, self.request(number, day, start), self.clone());
        self.store.write(now, move |tx| done(tx, |work| book(work, desk.offer(), &request))).await
    }

    pub fn calendar(&self, asker: Asker<'_>, day: Date) -> DayPlan {
        let plans = self.store.read_blocking(START, |r| Days::of(r, self.offer(), asker)?.plans(day..=day));
        plans.unwrap().remove(0)
    }
}

pub fn visitor(number: usize) -> Attendee {
    let person = Person {
        name: Name { family: "山田".to_owned(), given: format!("{number}") },
        kana: Name { family: "ヤマダ".to_owned(), given: format!("ハナコ{number}") },
        birth_date: date!(1988 - 02 - 03),
        sex: Sex::Other,
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
