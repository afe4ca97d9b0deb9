//! Several people of a family who come together: booked in one go, moved and cancelled alone or together.

mod after;
mod booking;
mod interval;
mod limits;
mod moving;
mod race;
mod refused;
mod reminder;

use super::family;
use crate::harness::booking::{all, choose, day, visits};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::page::Page;
use mypage::reservation::{Reservation, rows};

const DAY: &str = "4月3日(金)";
const FORM: &str = "/b/sakura/group";
const TO_SLOTS: &str = "日時を選ぶ";
const BOOK: &str = "2人の予約を確定する";

/// The form with both children in it, who come for 一般内科.
fn both(page: &Page) -> Form {
    let form = page.form(TO_SLOTS).tick("鈴木 さくら(4歳)").tick("鈴木 悠真(7歳)");
    form.select("診療メニュー", "初診: 一般内科")
}

/// The calendar of Friday for what was chosen in the form.
async fn to_calendar(browser: &mut Browser, form: Form) -> Page {
    let page = browser.submit(form).await;
    assert_eq!(page.h1(), "日時を選ぶ", "{}", page.text());
    let href = day(&page, DAY).expect("the day can be chosen");
    browser.get(&href).await
}

/// 確認 of both children, one after the other.
async fn to_confirmation(browser: &mut Browser, start: &str) -> Page {
    let page = browser.get(FORM).await;
    let page = to_calendar(browser, both(&page)).await;
    choose(browser, &page, DAY, start).await
}

/// Both children booked for Friday, the first one at that time; the mail is still unread.
pub async fn booked(browser: &mut Browser, start: &str) -> Page {
    let page = to_confirmation(browser, start).await;
    let page = browser.submit(page.form(BOOK)).await;
    assert_eq!(page.h1(), "予約確定", "{}", page.text());
    page
}

/// The reservation of the child of that name.
fn of(clinic: &Clinic, given: &str) -> Reservation {
    let found = all(clinic).into_iter().find(|of| of.is_booked() && of.attendee.person.name.given == given);
    found.unwrap_or_else(|| panic!("nothing is booked for {given}"))
}

/// The page of the reservation of the child of that name.
pub async fn detail(browser: &mut Browser, clinic: &Clinic, given: &str) -> Page {
    browser.get(&format!("/reservations/{}", of(clinic, given).id.text())).await
}

fn in_its_group(clinic: &Clinic, of: &Reservation) -> usize {
    let group = of.group.expect("it was booked with others");
    clinic.floor.store.read_blocking(clinic.now(), |r| rows::of_group(r, group)).unwrap().len()
}
