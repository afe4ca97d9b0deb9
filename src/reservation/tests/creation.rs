use super::*;
use crate::clinic::{Audience, LinkId, Visits, rows as clinics};
use crate::person::PatientDetails;
use crate::reservation::cancellation::without_mail;
use crate::reservation::change::Refusal;
use crate::reservation::check::check_indexes;
use crate::reservation::listing::{Listing, Summary};

use crate::reservation::ownership::{adopt, part};
use crate::reservation::rescheduling::{NotMoved, reschedule};
use crate::reservation::rows::{coming_of_link, find};
use crate::slots::{Asker, Days, Offers, WantedSlot};
use crate::store::Reader;

/// A clinic in a store, whose indexes are looked over after each write.
pub(super) struct Book {
    pub(super) store: Store,
    pub(super) paper: Paper,
}

impl Book {
    pub(super) fn with(menu: Menu) -> Self {
        Self { store: Store::memory(), paper: Paper::with(vec![menu]) }
    }

    fn book(&self, now: Moment, request: Request) -> Result<Reservation, Reason> {
        let outcome = booked(&self.store, &self.paper, now, request);
        self.is_sound();
        outcome
    }

    pub(super) fn made(&self, name: &str, day: Date, start: &str) -> Reservation {
        self.book(early(), request(name, day, start)).unwrap()
    }

    pub(super) fn moved(
        &self,
        now: Moment,
        old: &Reservation,
        day: Date,
        start: &str,
    ) -> Result<Reservation, NotMoved> {
        let (paper, old, to) =
            (self.paper.clone(), old.clone(), WantedSlot { key: BookingKey::mint(), day, start: time(start) });
        let outcome = self
            .store
            .write_blocking(now, move |tx| {
                done(tx, |work| reschedule(work, paper.offer(), &old, to, None, Actor::Patient))
            })
            .unwrap();
        self.is_sound();
        outcome
    }

    pub(super) fn cancelled(&self, now: Moment, old: &Reservation) -> Result<Reservation, Refusal> {
        let old = old.clone();
        let outcome = self
            .store
            .write_blocking(now, move |tx| done(tx, |work| without_mail(work, &old, Actor::Patient)))
            .unwrap();
        self.is_sound();
        outcome
    }

    pub(super) fn left(&self, now: Moment, asker: Asker<'_>, day: Date, start: &str) -> Result<u32, Reason> {
        let days = self.store.read_blocking(now, |r| Days::of(r, self.paper.offer(), asker)?.plans(day..=day)).unwrap();
        days[0].slots.iter().find(|slot| slot.start == time(start)).unwrap().places.clone()
    }

    fn read<T>(&self, f: impl FnOnce(&dyn Reader) -> crate::store::Result<T>) -> T {
        self.store.read_blocking(early(), f).unwrap()
    }

    pub(super) fn is_sound(&self) {
        assert_eq!(self.read(check_indexes), vec![]);
    }
}

#[test]
fn what_is_booked_carries_what_the_patient_was_told() {
    let mut book = Book::with(Menu { bring: Some("保険証".to_owned()), ..menu("naika") });
    let made = book.made("a", TUESDAY, "9:30");
    book.paper.menus[0].name = "別名".to_owned();
    assert_eq!(book.read(|r| find(r, made.id)), Some(made.clone()));
    assert_eq!((made.service.name.as_str(), made.service.bring.as_deref()), ("naika", Some("保険証")));
    assert_eq!((made.booked, made.link, made.sequence), (early(), None, 0));
    assert_eq!(book.left(early(), Asker::default(), TUESDAY, "9:30"), Ok(1));
}

#[test]
fn who_books_signed_in_registers_the_clinic_and_only_once() {
    let book = Book::with(menu("naika"));
    let owner = account();
    let account = Some(owner);
    let first = book.book(early(), Request { account, ..request("a", TUESDAY, "9:30") }).unwrap();
    let second = book.book(early(), Request { account, ..request("a", TUESDAY, "10:00") }).unwrap();
    assert_eq!(first.link, second.link);
    let links = book.read(|r| clinics::links(r, owner));
    assert_eq!(links.iter().map(|link| (Some(link.id), link.since)).collect::<Vec<_>>(), [(first.link, first.booked)]);
    let listed = book.read(|r| coming_of_link(r, links[0].id, 10));
    let entry = |of: &Reservation| Listing { id: of.id, starts: of.slot.starts(), summary: Summary::of(of) };
    assert_eq!(listed, [entry(&first), entry(&second)]);
}

#[test]
fn who_is_refused_leaves_nothing() {
    let book = Book::with(Menu { places: 1, ..menu("naika") });
    book.made("a", TUESDAY, "9:30");
    let account = account();
    let lost = book.book(early(), Request { account: Some(account), ..request("b", TUESDAY, "9:30") });
    assert_eq!(lost.unwrap_err(), Reason::Full);
    assert_eq!(book.read(|r| clinics::links(r, account)), []);
}

#[test]
fn a_cancelled_place_is_free_again() {
    let book = Book::with(Menu { places: 1, open_limit: Some(1), ..menu("naika") });
    let made = book.made("a", TUESDAY, "9:30");
    assert_eq!(book.book(early(), request("a", TUESDAY, "14:00")).unwrap_err(), Reason::Limit(1));
    let cancelled = book.cancelled(early(), &made).unwrap();
    assert_eq!(book.cancelled(early(), &cancelled), Err(Refusal::NotBooked));
    book.made("a", TUESDAY, "9:30");
}

#[test]
fn the_limit_tells_siblings_of_one_birthday_apart() {
    let book = Book::with(Menu { places: 9, open_limit: Some(1), ..menu("naika") });
    let first = request("ユウ", TUESDAY, "9:30");
    book.book(early(), first.clone()).unwrap();
    let another = |change: fn(&mut PatientDetails)| {
        let mut request = Request { key: BookingKey::mint(), start: time("10:00"), ..first.clone() };
        change(&mut request.attendee.person);
        request
    };
    assert_eq!(book.book(early(), another(|_| {})).unwrap_err(), Reason::Limit(1));
    book.book(early(), another(|twin| "悠".clone_into(&mut twin.name.given))).unwrap();
    book.book(early(), another(|twin| twin.sex = Some(Sex::Other))).unwrap();
}

#[test]
fn the_limit_counts_what_was_booked_with_the_same_address_and_is_not_judged_without_one() {
    let book = Book::with(Menu { open_limit: Some(1), ..menu("naika") });
    let Attendee { person, address, .. } = book.made("a", TUESDAY, "9:30").attendee;
    let other = EmailAddress::parse("somebody@example.jp").unwrap();
    let left = |address| {
        book.left(early(), Asker { person: Some(person.identity()), address, ..Asker::default() }, TUESDAY, "14:00")
    };
    let mixed = EmailAddress::parse("Hanako@Example.jp").unwrap();
    assert_eq!(left(address.as_ref()), Err(Reason::Limit(1)));
    assert_eq!(left(Some(&mixed)), Err(Reason::Limit(1)), "the same mailbox");
    assert_eq!((left(Some(&other)), left(None)), (Ok(2), Ok(2)));
    let visitor = Attendee { address: Some(other), ..visitor("a") };
    book.book(early(), Request { attendee: visitor, ..request("a", TUESDAY, "14:00") }).unwrap();
}

#[test]
fn visits_that_have_been_do_not_count_for_the_limit() {
    let book = Book::with(Menu { open_limit: Some(1), ..menu("naika") });
    book.made("a", TUESDAY, "9:30");
    let next = date!(2026 - 11 - 25);
    let before = Moment::from_millis(at(TUESDAY, "9:30").millis() - 1);
    assert_eq!(book.book(before, request("a", next, "9:30")).unwrap_err(), Reason::Limit(1));
    assert!(book.book(before, request("b", next, "9:30")).is_ok(), "somebody else");
    assert!(book.book(at(TUESDAY, "9:30"), request("a", next, "9:30")).is_ok());
}

#[test]
fn the_next_free_slots_are_found_as_far_ahead_as_can_be_booked() {
    let mut book = Book::with(Menu { places: 1, opens: Opens { days: 300, at: time("0:00") }, ..menu("naika") });
    let next = |book: &Book, limit| {
        book.read(|r| Days::of(r, book.paper.offer(), Asker::default())?.next_free(TUESDAY, limit))
    };
    book.made("a", TUESDAY, "9:00");
    assert_eq!(next(&book, 2), [(TUESDAY, time("9:30")), (TUESDAY, time("10:00"))]);
    let last = date!(2027 - 08 - 29);
    book.paper.clinic.closures.push(closed(TUESDAY, date!(2027 - 08 - 26), None, None));
    assert_eq!(next(&book, 1), [(date!(2027 - 08 - 27), time("9:00"))]);
    assert_eq!(next(&book, 1000).last(), Some(&(date!(2027 - 08 - 27), time("17:30"))), "{last} is a Sunday");
    book.paper.menus[0].valid_until = Some(date!(2027 - 08 - 26));
    assert_eq!(next(&book, 1), []);
}

#[test]
fn a_calendar_from_a_day_to_an_earlier_one_is_empty() {
    let book = Book::with(menu("naika"));
    let days = TUESDAY..=date!(2026 - 11 - 23);
    assert_eq!(book.read(|r| Days::of(r, book.paper.offer(), Asker::default())?.plans(days)), []);
}

#[test]
fn patients_are_offered_only_what_is_for_them() {
    let menus =
        vec![Menu { visits: Visits::First, ..menu("first") }, Menu { audience: Audience::Staff, ..menu("staff") }];
    let offers = Offers { clinic: clinic().into(), menus };
    let offered = |id: &str, visit| offers.offer(&MenuId::parse(id).unwrap(), visit).is_some();
    assert!(offered("first", Visit::First));
    assert!(!offered("first", Visit::Return));
    assert!(!offered("staff", Visit::First));
    assert!(!offered("gone", Visit::First));
}

#[test]
fn a_guests_reservation_is_put_under_an_account_and_nobody_elses() {
    let book = Book::with(menu("naika"));
    let made = book.made("a", TUESDAY, "9:30");
    let (owner, other) = (account(), account());
    let adopting = |who| book.store.write_blocking(early(), move |tx| adopt(tx, made.id, who)).unwrap();
    let adopted = adopting(owner).unwrap();
    let link = book.read(|r| clinics::link(r, owner, &book.paper.clinic.id)).unwrap().id;
    assert_eq!(adopted, Reservation { link: Some(link), transfers: 1, ..made.clone() });
    assert_eq!(adopting(other), None);
    assert_eq!(adopting(owner), None);
    assert_eq!(book.read(|r| clinics::links(r, other)), [], "nothing is registered in vain");
    let unknown = book
        .store
        .write_blocking(early(), move |tx| adopt(tx, crate::reservation::ReservationId::mint(early()), other));
    assert_eq!(unknown.unwrap(), None);
    book.is_sound();
}

#[test]
fn a_link_that_goes_is_parted_from_all_its_reservations() {
    let book = Book::with(Menu { places: 200, ..menu("naika") });
    let (mine, others) = (account(), account());
    let signed_in =
        |who, number: usize| Request { account: Some(who), ..request(&number.to_string(), TUESDAY, "9:30") };
    let paper = book.paper.clone();
    let links = book.store.write_blocking(early(), move |tx| {
        let mut made = |who, number| book_one(tx, &paper, &signed_in(who, number));
        let links: Vec<LinkId> = (0..150).map(|number| made(mine, number)).collect();
        Ok((links[0], made(others, 150)))
    });
    let (link, other) = links.unwrap();
    assert_eq!(book.store.write_blocking(early(), move |tx| part(tx, mine, link)).unwrap(), 150);
    assert_eq!(book.read(|r| coming_of_link(r, link, 500)), []);
    assert_eq!(book.read(|r| coming_of_link(r, other, 500)).len(), 1);
    assert_eq!(book.left(early(), Asker::default(), TUESDAY, "9:30"), Ok(49), "they stay booked");
    assert_eq!(book.store.write_blocking(early(), move |tx| part(tx, mine, link)).unwrap(), 0);
    book.is_sound();
}

fn book_one(tx: &mut crate::store::Tx<'_>, paper: &Paper, request: &Request) -> LinkId {
    done(tx, |work| book(work, paper.offer(), request)).unwrap().unwrap().link.unwrap()
}

#[test]
fn b5_promises_are_moments_of_the_clock_in_japan() {
    let store = Store::memory();
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.menus[0].cancel_until = Deadline::AtClock { days: 1, at: time("24:00") };
    paper.menus[0].change_until = Deadline::Before { minutes: 10 * 60 };
    paper.clinic.booking.reminder = Some(Reminder { days: 3, at: time("18:00") });
    let now = at(date!(2027 - 12 - 20), "9:00");
    let first = date!(2028 - 01 - 03);
    let reservation = booked(&store, &paper, now, request("a", first, "9:00")).unwrap();
    assert_eq!(reservation.deadlines.cancel, at(first, "0:00"));
    assert_eq!(reservation.deadlines.change, at(date!(2028 - 01 - 02), "23:00"));
    assert_eq!(reservation.reminder, Some(at(date!(2027 - 12 - 31), "18:00")));
}
