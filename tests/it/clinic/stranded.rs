//! A closure, fewer places or a menu that goes: the coming reservations that are hit are known, and stay booked.

use crate::harness::clinic::START;
use crate::harness::clinics::{GENERAL, SAKURA, VACCINE, menus, sakura, time, with_units};
use crate::harness::work::done;
use mypage::account::BookingRight;
use mypage::clinic::{self, Clinic, ClinicId, ClosedDays, Closure, DayOff, Menu, UnitName, Visit};
use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::Draft;
use mypage::reservation::{self, Attendee, Request, Reservation, cancellation, stranded};
use mypage::slots::{BookingKey, Offer, Offers, Reason};
use mypage::store::Store;
use mypage::work::Actor;
use time::Date;
use time::macros::date;

/// A Tuesday.
const DAY: Date = date!(2026 - 11 - 24);

fn now() -> Moment {
    time("9:00").on(date!(2026 - 11 - 20))
}

fn id() -> ClinicId {
    ClinicId::parse(SAKURA).unwrap()
}

/// The rules of a clinic, and what is booked there.
struct Book {
    store: Store,
}

impl Book {
    fn open() -> Self {
        let book = Self { store: Store::memory() };
        book.change(sakura(), menus());
        book
    }

    fn change(&self, clinic: Clinic, menus: Vec<Menu>) {
        self.store.write_blocking(START, move |tx| clinic::rows::put(tx, &clinic, &menus)).unwrap();
    }

    /// Books, some minutes after now.
    fn book(&self, minutes: i64, menu: &str, day: Date, start: &str) -> Reservation {
        self.book_with(minutes, menu, day, (start, None))
    }

    /// The same with the unit of that name, if one is asked for.
    fn book_with(&self, minutes: i64, menu: &str, day: Date, (start, unit): (&str, Option<&str>)) -> Reservation {
        let (menu, start, unit) = (menu.to_owned(), time(start), unit.map(str::to_owned));
        let booked = self.store.write_blocking(now().plus_minutes(minutes), move |tx| {
            let offers = Offers::of(tx, &id())?.unwrap();
            let menu = offers.menus.iter().find(|own| own.id.as_str() == menu).unwrap();
            let offer = Offer::of(&offers.clinic, &offers.menus, menu);
            let offer = offer.with(unit.as_ref().and_then(|unit| offer.choosable_unit(unit)));
            let key = BookingKey::mint();
            // Somebody else each time.
            let address = EmailAddress::parse(&format!("{}@example.jp", u128::from_be_bytes(*key.bytes()))).unwrap();
            let request = Request {
                right: BookingRight::Unasked,
                key,
                visit: Visit::Return,
                day,
                start,
                attendee: Attendee { address: Some(address), ..visitor() },
                account: None,
                group: None,
            };
            done(tx, |work| reservation::book(work, offer, &request))
        });
        booked.unwrap().unwrap()
    }

    /// The numbers of the stranded reservations, with the reason.
    fn stranded(&self) -> Vec<(String, Option<Reason>)> {
        let found = self.store.read_blocking(START, |r| stranded(r, &id())).unwrap();
        found.into_iter().map(|one| (one.reservation.number.to_string(), one.reason)).collect()
    }
}

fn visitor() -> Attendee {
    let draft = Draft {
        family_name: "山田".into(),
        given_name: "花子".into(),
        family_kana: "ヤマダ".into(),
        given_kana: "ハナコ".into(),
        birth_date: "2020-02-03".into(),
        sex: "female".into(),
        phone: "090-0000-0001".into(),
        ..Draft::default()
    };
    let address = EmailAddress::parse("hanako@example.jp").unwrap();
    Attendee {
        person: draft.check(DAY).unwrap().into(),
        person_id: None,
        chart_number: None,
        address: Some(address),
        lang: Lang::Ja,
        relation: None,
    }
}

fn closed_on(day: Date, part: Option<(&str, &str)>) -> Clinic {
    let mut clinic = sakura();
    let part = part.map(|(from, until)| (time(from), time(until)));
    clinic.closures.push(Closure {
        days: ClosedDays::Span { from: day, until: day },
        part,
        reason: None,
        reason_in_english: None,
    });
    clinic
}

fn number(of: &Reservation) -> String {
    of.number.to_string()
}

#[test]
fn nothing_is_stranded_while_the_rules_are_those_of_the_booking() {
    let book = Book::open();
    for start in ["9:00", "9:00", "9:30", "14:00"] {
        book.book(0, GENERAL, DAY, start);
    }
    assert_eq!(book.stranded(), []);
}

#[test]
fn a_closure_strands_what_it_touches() {
    let book = Book::open();
    let [early, late, other] = [(DAY, "9:00"), (DAY, "14:00"), (DAY.next_day().unwrap(), "9:00")]
        .map(|(day, start)| number(&book.book(0, GENERAL, day, start)));
    book.change(closed_on(DAY, Some(("13:00", "18:00"))), menus());
    assert_eq!(book.stranded(), [(late.clone(), Some(Reason::NoSuchSlot))]);
    book.change(closed_on(DAY, None), menus());
    let closed = || Some(Reason::Closed(None));
    assert_eq!(book.stranded(), [(early, closed()), (late, closed())]);
    book.change(closed_on(DAY.next_day().unwrap(), None), menus());
    assert_eq!(book.stranded(), [(other, closed())]);
    book.change(sakura(), menus());
    assert_eq!(book.stranded(), [], "the rules are as before");
}

#[test]
fn of_fewer_places_those_booked_first_keep_theirs() {
    let book = Book::open();
    let [late, early] = [5, 1].map(|minutes| number(&book.book(minutes, GENERAL, DAY, "9:00")));
    let mut fewer = menus();
    fewer[0].places = 1;
    book.change(sakura(), fewer);
    assert_eq!(book.stranded(), [(late, Some(Reason::Full))], "and not {early}");
}

#[test]
fn a_menu_that_is_gone_strands_what_was_booked_of_it() {
    let book = Book::open();
    let kept = book.book(0, GENERAL, DAY, "9:00");
    let gone = number(&book.book(0, VACCINE, DAY, "9:00"));
    book.change(sakura(), menus().into_iter().filter(|menu| menu.id.as_str() != VACCINE).collect());
    assert_eq!(book.stranded(), [(gone, None)]);
    assert!(kept.is_booked());
}

#[test]
fn what_is_over_or_cancelled_or_only_booked_late_is_not_stranded() {
    let book = Book::open();
    let cancelled = book.book(0, GENERAL, DAY, "9:00");
    // An hour before is the last moment at which it can be booked; the clinic looks at it after that.
    let last = book.book(0, GENERAL, now().jst_date(), "14:00");
    book.store
        .write_blocking(START, move |tx| done(tx, |work| cancellation::without_mail(work, &cancelled, Actor::Patient)))
        .unwrap()
        .unwrap();
    assert_eq!(book.stranded(), []);
    book.change(closed_on(DAY, None), menus());
    assert_eq!(book.stranded(), []);
    book.change(closed_on(now().jst_date(), None), menus());
    let after = last.slot.starts().plus_minutes(1);
    assert_eq!(book.store.read_blocking(after, |r| stranded(r, &id())).unwrap(), []);
    assert_eq!(book.stranded(), [(number(&last), Some(Reason::Closed(None)))]);
}

#[test]
fn who_asked_for_a_doctor_is_named_when_that_one_is_away_and_nobody_else() {
    let book = Book::open();
    let (clinic, menus) = with_units();
    book.change(clinic.clone(), menus.clone());
    let asked = book.book_with(0, GENERAL, DAY, ("9:30", Some("B")));
    book.book(1, GENERAL, DAY, "10:00");
    assert_eq!(book.stranded(), []);
    let mut away = clinic;
    let days = ClosedDays::Span { from: DAY, until: DAY };
    away.pools[0].days_off.push(DayOff { unit: UnitName::new("B".to_owned()), days, part: None });
    book.change(away, menus);
    assert_eq!(
        book.stranded(),
        [(asked.number.to_string(), Some(Reason::Away { unit: Some(UnitName::new("B".to_owned())), words: None }))]
    );
}
