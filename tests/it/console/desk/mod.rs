//! Booking, moving and cancelling at the desk and by phone.

mod booking;
mod changes;
mod finding;
mod grid;
mod length;
mod taking_back;
mod unit;
mod unit_change;
mod whole_day;

use crate::harness::booked::{self, FRIDAY};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA, VACCINE};
use crate::harness::page::Page;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, DOCTOR, OWNER, RECEPTION};
use mypage::clinic::{ClinicId, TimeOfDay};
use mypage::reservation::desk::{Channel, DeskAct};
use mypage::reservation::{Reservation, Status, rows};
use mypage::staff::Role;
use time::Date;

pub const FULL: &str = "満席です";

pub async fn open() -> (Clinic, Browser) {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let browser = staff::signed_in(&clinic, RECEPTION).await;
    clinic.mails_to(RECEPTION).await;
    (clinic, browser)
}

pub fn at(menu: &str, start: &str) -> String {
    format!("/console/c/{SAKURA}/days/{FRIDAY}/bookings/{menu}/{start}")
}

pub fn visit(of: &Reservation, rest: &str) -> String {
    format!("/console/c/{SAKURA}/visits/{}{rest}", of.id.text())
}

pub fn of_day(clinic: &Clinic, day: Date) -> Vec<Reservation> {
    let id = ClinicId::parse(SAKURA).unwrap();
    clinic.floor.store.read_blocking(clinic.now(), |r| rows::of_day(r, &id, day)).unwrap()
}

/// The only visit at a time of Friday.
pub fn visit_at(clinic: &Clinic, start: &str) -> Reservation {
    let found = of_day(clinic, FRIDAY).into_iter().filter(|of| of.slot.start == clinics::time(start) && of.is_booked());
    let [one] = <[Reservation; 1]>::try_from(found.collect::<Vec<_>>()).expect("one visit");
    one
}

/// Where the page leads for a time of the usual menu.
pub fn free(page: &Page, start: &str) -> String {
    let links = page.links().into_iter().map(|(_, href)| href);
    links.into_iter().find(|href| href.contains(&format!("/{GENERAL}/{start}"))).expect("a free time")
}

pub fn no_index_is_wrong(clinic: &Clinic) {
    for check in mypage::app::INDEXES {
        assert_eq!(clinic.floor.store.read_blocking(clinic.now(), |r| check(r)).unwrap(), []);
    }
}

/// Books for that caller; gives the visit.
pub async fn books_by_phone(clinic: &Clinic, browser: &mut Browser, start: &str) -> Reservation {
    let page = browser.get(&at(GENERAL, &start.replace(':', "-"))).await;
    browser.submit(caller(&page)).await;
    visit_at(clinic, start)
}

/// Somebody who calls, of whom the kana and the phone are known.
pub fn caller(page: &Page) -> crate::harness::form::Form {
    page.form("予約する").fill("セイ", "やまもと").fill("メイ", "ﾊﾅ").fill("電話番号", "090-9999-0000")
}
