//! Limits and double bookings are seen across the accounts that share a person.

use super::*;
use crate::family::booking::book_for;
use crate::harness::booking::{all, calendar, choose};
use crate::harness::clinics::{GENERAL, VACCINE};

/// Sends the form of 受診者 for the shared person, who wants a time of a menu.
async fn wants(shared: &mut Shared, menu: &str, day: (&str, &str), start: &str) -> Page {
    let browser = &mut shared.taro;
    let page = browser.get(&format!("{}&day={}", calendar(menu, "first"), day.0)).await;
    let page = choose(browser, &page, day.1, start).await;
    browser.submit(page.form("確認へ").forge("who", &shared.sakura.text())).await
}

#[tokio::test]
async fn b6_a_person_is_not_booked_twice_at_one_time_by_two_accounts() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.hanako, shared.sakura, "9:30", "").await;
    let page = wants(&mut shared, GENERAL, ("2026-04-02", "4月2日(木)"), "9:30").await;
    assert!(page.text().contains("すでに") && !page.has_button("予約を確定する"), "{}", page.text());
    let page = wants(&mut shared, GENERAL, ("2026-04-02", "4月2日(木)"), "10:30").await;
    assert!(page.text().contains("9:30"), "that she is there on this day anyway is said: {}", page.text());
    assert_eq!(all(&shared.clinic).len(), 1);
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn the_limit_of_a_menu_counts_what_the_other_has_booked() {
    let mut shared = Shared::new().await;
    let day = ("2026-04-02", "4月2日(木)");
    let page = wants(&mut shared, VACCINE, day, "9:00").await;
    shared.taro.submit(page.form("予約を確定する")).await;
    assert_eq!(all(&shared.clinic).len(), 1);
    std::mem::swap(&mut shared.taro, &mut shared.hanako);
    let page = wants(&mut shared, VACCINE, day, "9:15").await;
    assert!(page.text().contains("お一人1件まで"), "{}", page.text());
    assert!(!page.has_button("予約を確定する"));
    shared.clinic.ignore_mail();
}
