//! In which role a reservation was booked, moved and cancelled.

use crate::harness::booked::{self, FRIDAY, book, receipt, stored};
use crate::harness::booking::{as_guest, as_patient, choose, only, sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use mypage::reservation::Status;
use mypage::work::Actor;

const DIGITS: &str = "電話番号の下4桁";

#[tokio::test]
async fn a_guest_and_a_patient_book_in_their_own_roles() {
    let clinic = sakura().await;
    let mut guest = clinic.plain();
    as_guest(&clinic, &mut guest, HANAKO).await;
    assert_eq!(only(&clinic).booked_by, Some(Actor::Guest));
    clinic.mail_to(HANAKO).await;

    let clinic = sakura().await;
    let mut patient = clinic.signed_in(HANAKO).await;
    as_patient(&mut patient, HANAKO).await;
    assert_eq!(only(&clinic).booked_by, Some(Actor::Patient));
    clinic.mail_to(HANAKO).await;
}

/// Moves the reservation whose calendar this is, to Friday at ten.
async fn move_to_ten(browser: &mut Browser, calendar: &Page) {
    let page = browser.get(&format!("{}?day={FRIDAY}", calendar.path())).await;
    let page = choose(browser, &page, "4月3日(金)", "10:00").await;
    let page = browser.submit(page.form("変更を確定する")).await;
    assert_eq!(page.h1(), "予約を変更しました");
}

#[tokio::test]
async fn the_url_of_a_mail_makes_nobody_its_patient() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let path = receipt(&clinic, &of).await;
    // Signed in or not: what is done with the URL is done by somebody who has the URL.
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("{path}/change")).await;
    let page = browser.submit(page.form("日時を選び直す").fill(DIGITS, "5678")).await;
    move_to_ten(&mut browser, &page).await;
    assert_eq!(stored(&clinic, of.id).history[0].by, Some(Actor::Guest));
    let page = browser.get(&format!("{path}/cancellation")).await;
    browser.submit(page.form("キャンセルする").fill(DIGITS, "5678")).await;
    let expected = Status::Cancelled { at: clinic.now(), by: Some(Actor::Guest) };
    assert_eq!(stored(&clinic, of.id).status, expected);
    assert_eq!(clinic.mails_to(HANAKO).await.len(), 2);
}

#[tokio::test]
async fn a_patient_moves_and_cancels_in_their_own_role() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
    let page = browser.submit(page.form("予約を変更")).await;
    move_to_ten(&mut browser, &page).await;
    assert_eq!(stored(&clinic, of.id).history[0].by, Some(Actor::Patient));
    let page = browser.get(&format!("/reservations/{}/cancellation", of.id.text())).await;
    browser.submit(page.form("キャンセルする")).await;
    let expected = Status::Cancelled { at: clinic.now(), by: Some(Actor::Patient) };
    assert_eq!(stored(&clinic, of.id).status, expected);
    assert_eq!(clinic.mails_to(HANAKO).await.len(), 2);
}
