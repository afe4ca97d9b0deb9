//! Reservations made without going through the pages, and looked at the same way.

use super::browser::Browser;
use super::clinic::Clinic;
use super::clinics::{self, GENERAL, SAKURA, time};
use super::people::{self, TARO};
use super::work::done;
use mypage::account::{AccountId, BookingRight};
use mypage::booking::{Booking, Details, Done, ProvedAddress, Purpose, Stage, rows as bookings};
use mypage::clinic::{ClinicId, MenuId, Visit};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::reservation::{self, Attendee, Request, Reservation, ReservationId, rows};
use mypage::secret::Token;
use mypage::slots::{BookingKey, Offers};
use time::{Date, Month};

/// The day after tomorrow of the test's first day: a Friday. Until six in the evening before, it can be cancelled.
pub const FRIDAY: Date = match Date::from_calendar_date(2026, Month::April, 3) {
    Ok(day) => day,
    Err(_) => panic!("a day"),
};

/// Opens the clinic to book at.
pub async fn open(clinic: &Clinic) {
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
}

/// Books half an hour on Friday for somebody of the fixtures, under their account or as a guest.
pub async fn book(clinic: &Clinic, email: &str, start: &str, signed_in: bool) -> Reservation {
    let account = match signed_in {
        true => Some(people::register(&clinic.floor, email).await.id),
        false => None,
    };
    store(clinic, email, email, (FRIDAY, start), account).await
}

/// Books for today, as a guest.
pub async fn book_today(clinic: &Clinic, email: &str, start: &str) -> Reservation {
    store(clinic, email, email, (clinic.now().jst_date(), start), None).await
}

/// Books for a day, as a guest.
pub async fn on(clinic: &Clinic, email: &str, day: Date, start: &str) -> Reservation {
    store(clinic, email, email, (day, start), None).await
}

/// Books a time for so many strangers.
pub async fn book_for_others(clinic: &Clinic, start: &str, many: usize) {
    for number in 0..many {
        store(clinic, TARO, &format!("stranger{number}@example.jp"), (FRIDAY, start), None).await;
    }
}

/// Books half an hour on Friday for somebody of the fixtures who gave no address.
pub async fn book_without_address(clinic: &Clinic, person: &str, start: &str) -> Reservation {
    store_for(clinic, person, None, (FRIDAY, start), None).await
}

/// Books for a person of the fixtures at an address.
async fn store(
    clinic: &Clinic,
    person: &str,
    address: &str,
    when: (Date, &str),
    account: Option<AccountId>,
) -> Reservation {
    store_for(clinic, person, Some(address), when, account).await
}

async fn store_for(
    clinic: &Clinic,
    person: &str,
    address: Option<&str>,
    (day, start): (Date, &str),
    account: Option<AccountId>,
) -> Reservation {
    let now = clinic.now();
    let request = Request {
        right: BookingRight::Unasked,
        key: BookingKey::mint(),
        visit: Visit::First,
        day,
        start: time(start),
        attendee: Attendee {
            person: people::draft(person).check(now.jst_date()).unwrap().into(),
            person_id: account.map(|account| people::own(&clinic.floor, account).id),
            chart_number: Some("00123".to_owned()),
            address: address.map(|address| EmailAddress::parse(address).unwrap()),
            lang: Lang::Ja,
            relation: None,
        },
        account,
        group: None,
    };
    let booked = clinic.floor.store.write(clinic.now(), move |tx| {
        let offers = Offers::of(tx, &ClinicId::parse(SAKURA).unwrap())?.expect("the clinic is open");
        let offer = offers.offer(&MenuId::parse(GENERAL).unwrap(), Visit::First).expect("a menu");
        done(tx, |work| reservation::book(work, offer, &request))
    });
    booked.await.unwrap().expect("a free slot")
}

/// The path behind a fresh URL of a mail about a reservation.
pub async fn receipt(clinic: &Clinic, reservation: &Reservation) -> String {
    let of = reservation.clone();
    let token = clinic.floor.store.write(clinic.now(), move |tx| rows::issue_token(tx, &of)).await.unwrap();
    format!("/r/{}", token.text())
}

/// Keeps in a browser what is left there of a booking as a guest; gives the path of that booking.
pub async fn left_here(clinic: &Clinic, browser: &mut Browser, of: &Reservation, proved: Option<&str>) -> String {
    browser.get("/terms").await;
    let (visitor, key) = (Token::parse(&browser.token()).unwrap().hash(), BookingKey::mint());
    let at = clinic.now();
    let proved = proved.map(|address| ProvedAddress { address: EmailAddress::parse(address).unwrap(), at });
    let booking = Booking {
        unit: None,
        clinic: of.clinic.clone(),
        menu: of.slot.menu.clone(),
        visit: of.service.visit,
        account: None,
        purpose: Purpose::New(Box::new(Details { proved, ..Details::default() })),
        stage: Stage::Done(Done { reservation: of.id, transfers: of.transfers, stayed: false }),
    };
    let kept = clinic.floor.store.write(clinic.now(), move |tx| bookings::put_booking(tx, visitor, key, &booking));
    kept.await.unwrap();
    format!("/b/{SAKURA}/bookings/{}", key.text())
}

/// A reservation as it is stored now.
pub fn stored(clinic: &Clinic, id: ReservationId) -> Reservation {
    clinic
        .floor
        .store
        .read_blocking(clinic.now(), |r| rows::find(r, id))
        .unwrap()
        .expect("reservations are never deleted")
}
