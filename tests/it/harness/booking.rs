//! Booking through the pages, as a guest and signed in, for every test that needs somebody who has booked.

use super::browser::Browser;
use super::clinic::Clinic;
use super::clinics::{self, GENERAL, SAKURA};
use super::page::Page;
use super::people::HANAKO;
use super::stage::fill_in;
use super::work::done;
use mypage::reservation::{Reservation, ReservationId, Status, cancellation};
use mypage::store::Table;
use mypage::work::Actor;

/// The clinic of the samples, open for booking.
pub async fn sakura() -> Clinic {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    clinic
}

/// The calendar of a menu at the sample clinic.
pub fn calendar(menu: &str, visit: &str) -> String {
    format!("/b/{SAKURA}/menus/{menu}?visit={visit}")
}

/// Presses a slot on a calendar: `9:30` on a day such as `4月2日(木)`.
pub async fn choose(browser: &mut Browser, page: &Page, day: &str, time: &str) -> Page {
    browser.submit(page.form(&slot(page, day, time))).await
}

/// The whole text of the button of a slot, with the places left that stand on it.
pub fn slot(page: &Page, day: &str, time: &str) -> String {
    let name = format!("{day}{time} を選ぶ");
    let buttons: Vec<String> = page.forms().iter().flat_map(|form| form.buttons()).collect();
    let found = buttons.iter().find(|button| button.starts_with(&name));
    found.unwrap_or_else(|| panic!("no {name:?} at {} among {buttons:?}", page.path())).clone()
}

/// Where the link of a day leads whose whole name begins so.
pub fn day(page: &Page, name: &str) -> Option<String> {
    let links = page.links();
    links.into_iter().find(|(text, _)| text.replace(' ', "").starts_with(name)).map(|(_, href)| href)
}

/// 受診者, reached from the menus: 一般内科 as 初診 on 2 April at 9:30.
pub async fn to_person(browser: &mut Browser) -> Page {
    let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    choose(browser, &page, "4月2日(木)", "9:30").await
}

/// 確認, with somebody of the fixtures typed in, or the account's own person.
pub async fn to_confirmation(browser: &mut Browser, email: &str) -> Page {
    let page = to_person(browser).await;
    let form = page.form("確認へ");
    // Somebody who is signed in has been chosen already, as the only one for whom the account books.
    let guest = form.fields.iter().any(|input| input.name == "email");
    browser.submit(if guest { fill_in(form, email).fill("メールアドレス", email) } else { form }).await
}

/// 受診者 of the second of two people for whom a guest books, with both typed. `group` is their calendar.
pub async fn another_person(browser: &mut Browser, group: &str, email: &str) -> String {
    let page = browser.get(&format!("{group}&day=2026-04-06")).await;
    let page = choose(browser, &page, "4月6日(月)", "9:30").await;
    let form = fill_in(page.form("次の方の入力へ"), HANAKO).fill("メールアドレス", email);
    let page = browser.submit(form).await;
    assert!(page.path().ends_with("/people/2"), "{}", page.text());
    let child =
        page.form("確認へ").fill("名", "小花").fill("メイ", "コハナ").fill("生年月日", "2024-01-15").choose("女性");
    let confirmation = browser.submit(child).await;
    assert_eq!(confirmation.h1(), "予約内容の確認", "{}", confirmation.text());
    page.path().to_owned()
}

/// The code in the only unread letter to an address.
pub async fn code(clinic: &Clinic, address: &str) -> String {
    let text = clinic.mail_to(address).await.text();
    let digits = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
    text.lines().map(str::trim).find(digits).expect("six digits").to_owned()
}

/// 予約確定 of a guest, who types the code from the mail; the confirmation is still unread.
pub async fn as_guest(clinic: &Clinic, browser: &mut Browser, email: &str) -> Page {
    let page = to_confirmation(browser, email).await;
    let code = code(clinic, email).await;
    browser.submit(page.form("予約を確定する").fill("確認コード", &code)).await
}

/// 予約確定 of somebody who is signed in; the confirmation is still unread.
pub async fn as_patient(browser: &mut Browser, email: &str) -> Page {
    let page = to_confirmation(browser, email).await;
    browser.submit(page.form("予約を確定する")).await
}

/// Every reservation that is stored.
pub fn all(clinic: &Clinic) -> Vec<Reservation> {
    const RESERVATIONS: Table<ReservationId, Reservation> = Table::new("reservation");
    let rows = clinic.floor.store.read_blocking(clinic.now(), |r| RESERVATIONS.range(r, .., 1_000)).unwrap();
    rows.into_iter().map(|(_, reservation)| reservation).collect()
}

/// Who is booked when: `悠真 9:30`, the earliest first.
pub fn visits(clinic: &Clinic) -> Vec<String> {
    let mut booked = all(clinic);
    booked.retain(Reservation::is_booked);
    booked.sort_by_key(|of| (of.slot.starts(), of.attendee.person.birth_date));
    let text = |of: &Reservation| format!("{} {}", of.attendee.person.name.given, of.slot.start);
    booked.iter().map(text).collect()
}

/// The only reservation that is stored.
pub fn only(clinic: &Clinic) -> Reservation {
    let mut found = all(clinic);
    assert_eq!(found.len(), 1, "reservations");
    let one = found.remove(0);
    assert_eq!(one.status, Status::Booked);
    one
}

/// Cancels everything that is booked, for another round.
pub async fn cancel_all(clinic: &Clinic) {
    let booked = all(clinic);
    let cancelled = clinic.floor.store.write(clinic.now(), move |tx| {
        for reservation in booked.iter().filter(|reservation| reservation.is_booked()) {
            done(tx, |work| cancellation::without_mail(work, reservation, Actor::Patient))?
                .expect("before the deadline");
        }
        Ok(())
    });
    cancelled.await.unwrap();
}
