//! A visit that was booked without an address comes under an account by its slip.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{HANAKO, TARO};
use mypage::reservation::Reservation;

/// Hanako of the fixtures: born in 1948, and her number ends with 5678.
const BORN: &str = "1948/4/5";
const DIGITS: &str = "5678";

async fn open() -> (Clinic, Browser, Reservation, String) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    let visit = booked::book_without_address(&clinic, HANAKO, "10:30").await;
    let slip = booked::receipt(&clinic, &visit).await;
    let browser = clinic.signed_in(HANAKO).await;
    (clinic, browser, visit, slip)
}

async fn attach(browser: &mut Browser, slip: &str, born: &str, digits: &str) -> Page {
    let page = browser.get(&format!("{slip}/attachment")).await;
    let form = page.form("追加する").fill("受診する方の生年月日", born).fill("電話番号の下4桁", digits);
    browser.submit(form).await
}

#[tokio::test]
async fn a_slip_adds_the_visit_to_my_page() {
    let (clinic, mut browser, visit, slip) = open().await;
    let page = browser.get(&slip).await;
    assert!(page.has_link("マイページに追加"));
    let page = attach(&mut browser, &slip, BORN, DIGITS).await;
    assert_eq!(page.path(), format!("/reservations/{}", visit.id.text()));
    let stored = booked::stored(&clinic, visit.id);
    assert!(stored.link.is_some() && stored.attendee.address.as_ref().is_some_and(|to| to.as_str() == HANAKO));
    assert!(browser.get("/dashboard").await.text().contains("10:30"));
    // The slip opens nothing any more: it may lie about.
    assert_eq!(clinic.plain().get(&slip).await.code(), 404);
}

#[tokio::test]
async fn who_does_not_know_both_gets_nothing_and_guesses_end() {
    let (clinic, mut browser, visit, slip) = open().await;
    for (born, digits) in [("1948/4/6", DIGITS), (BORN, "5679")] {
        let page = attach(&mut browser, &slip, born, digits).await;
        assert_eq!(page.code(), 422);
        assert!(page.text().contains("生年月日か電話番号の下4桁が、ご予約の内容と違います"), "{}", page.text());
    }
    for _ in 0..3 {
        attach(&mut browser, &slip, "1950/1/1", DIGITS).await;
    }
    assert_eq!(attach(&mut browser, &slip, BORN, DIGITS).await.code(), 429);
    assert!(booked::stored(&clinic, visit.id).link.is_none());
}

#[tokio::test]
async fn a_visit_that_was_booked_with_an_address_is_nobodys_to_attach() {
    let (clinic, mut browser, ..) = open().await;
    let of = booked::book(&clinic, TARO, "9:30", false).await;
    let slip = booked::receipt(&clinic, &of).await;
    assert!(!browser.get(&slip).await.has_link("マイページに追加"));
    assert_eq!(browser.get(&format!("{slip}/attachment")).await.code(), 404);
}
