//! How 一日を締める ends: what is left in its head, that nothing is, and who has closed the day.

use super::closing::{CLOSING, FRIDAY, evening, sets};
use crate::harness::booked;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::people::HANAKO;
use crate::harness::staff::{self, DOCTOR, OWNER, RECEPTION};
use mypage::mail::failed::Failed;
use mypage::reservation::Reservation;
use mypage::staff::Role;
use mypage::store::Table;

const RECORD: &str = "締めを記録する";

/// Has the mail about a visit given up now.
async fn give_up(clinic: &Clinic, key: u64, about: &Reservation) {
    let failed = Failed {
        to: "h***@".to_owned(),
        why: "550 no such user".to_owned(),
        at: clinic.now(),
        attempts: 1,
        about: Some(about.id.text()),
    };
    let table: Table<u64, Failed> = Table::new("mail_failed");
    clinic.floor.store.write(clinic.now(), move |tx| table.put(tx, &key, &failed)).await.unwrap();
}

/// Settles all three of the evening.
async fn settle(browser: &mut Browser) {
    let page = browser.get(CLOSING).await;
    browser.submit(page.form("全員を無断キャンセルにする")).await;
}

#[tokio::test]
async fn the_head_says_how_many_things_are_left_and_leads_to_them() {
    let (clinic, mut browser, [one, ..]) = evening().await;
    let monday = booked::FRIDAY.saturating_add(time::Duration::days(3));
    let coming = booked::on(&clinic, HANAKO, monday, "9:30").await;
    sets(&mut browser, &one, "arrived").await;
    give_up(&clinic, 1, &coming).await;
    let page = browser.get(CLOSING).await;
    assert!(page.text().contains("あと4件: 来院の確認、終了の確認、連絡の必要な方"), "{}", page.text());
    for (name, part) in [("来院の確認", "#to-confirm"), ("終了の確認", "#to-finish"), ("連絡の必要な方", "#to-call")]
    {
        assert!(page.links().iter().any(|(label, href)| label == name && href == part), "{:?}", page.links());
        assert!(String::from_utf8_lossy(&page.body).contains(&format!("id=\"{}\"", &part[1..])), "{part}");
    }
    browser.submit(page.form("終了")).await;
    settle(&mut browser).await;
    let page = browser.get(CLOSING).await;
    assert!(page.text().contains("あと1件: 連絡の必要な方"), "{}", page.text());
    let page = browser.submit(page.form("連絡済みにする")).await;
    assert!(page.text().contains("本日の業務は終了です"), "{}", page.text());
    assert!(page.text().contains("来院 1名 (初診1名・再診0名)、無断キャンセル2名"), "{}", page.text());
    assert!(!page.text().contains("メールが届かなかった方"), "{}", page.text());
    // Another mail about it that is given up afterwards is another thing to do.
    clinic.minutes_pass(5);
    give_up(&clinic, 2, &coming).await;
    assert!(browser.get(CLOSING).await.text().contains("あと1件: 連絡の必要な方"));
}

#[tokio::test]
async fn a_day_is_not_over_while_somebody_is_still_to_come() {
    let (clinic, mut browser, _) = evening().await;
    let saturday = booked::FRIDAY.next_day().unwrap();
    booked::on(&clinic, HANAKO, saturday, "9:30").await;
    settle(&mut browser).await;
    let path = format!("/console/c/{SAKURA}/days/{saturday}/closing");
    let page = browser.get(&path).await;
    let said = ["いま処理が必要な予約はありません", "このあと1名の来院予定があります"];
    assert!(said.iter().all(|said| page.text().contains(said)), "{}", page.text());
    assert!(!page.has_button(RECORD), "before the day");
    let fields = [("_csrf".to_owned(), page.form("ログアウト").value("_csrf"))];
    assert_eq!(browser.send(Ask::posting(&format!("{path}/record"), &fields)).await.code(), 409);
    assert!(!browser.get(&path).await.text().contains("締めました"));
    clinic.minutes_pass(14 * 60);
    let page = staff::session(&clinic, RECEPTION).await.get(&path).await;
    assert!(said.iter().all(|said| page.text().contains(said)), "on the day itself: {}", page.text());
    assert!(!page.text().contains("業務は終了です"), "{}", page.text());
}

#[tokio::test]
async fn who_closed_the_day_and_when_is_noted_and_shown_in_the_book() {
    for htmx in [false, true] {
        let (clinic, browser, [one, ..]) = evening().await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        settle(&mut browser).await;
        clinic.minutes_pass(5);
        let page = browser.get(CLOSING).await;
        let page = browser.submit(page.form(RECORD)).await;
        let first = "19:05 uketsuke さん が締めました";
        assert_eq!((page.code(), page.path()), (200, CLOSING));
        assert!(page.text().contains(first), "{}", page.text());
        assert!(!page.has_button(RECORD), "nothing has changed since");
        assert!(browser.get(FRIDAY).await.text().contains(first));
        // Nothing is locked, and what changed is closed once more.
        clinic.minutes_pass(5);
        let page = browser.get(FRIDAY).await;
        browser.submit(page.form("予約に戻す").pressing("予約に戻す").expect("the button")).await;
        sets(&mut browser, &one, "arrived").await;
        clinic.minutes_pass(5);
        staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
        let mut owner = staff::session(&clinic, OWNER).await;
        let page = owner.get(CLOSING).await;
        assert!(page.text().contains("記録のあとに予約が変更されました"), "{}", page.text());
        let (again, page) = (page.form(RECORD), owner.submit(page.form(RECORD)).await);
        let text = page.text();
        let (later, earlier) = (text.find("19:15 incho さん が締めました"), text.find(first));
        assert!(later.is_some() && later < earlier, "the later first: {text}");
        clinic.minutes_pass(1);
        let page = owner.submit(again).await;
        assert_eq!(page.text().matches("締めました").count(), 2, "pressed twice: {}", page.text());
    }
}

#[tokio::test]
async fn a_day_that_is_closed_on_another_says_when() {
    let (clinic, _, _) = evening().await;
    clinic.minutes_pass(14 * 60);
    let mut browser = staff::session(&clinic, RECEPTION).await;
    settle(&mut browser).await;
    let page = browser.get(CLOSING).await;
    assert!(page.text().contains("この日の業務は終了です"), "{}", page.text());
    let page = browser.submit(page.form(RECORD)).await;
    assert!(page.text().contains("4/4(土)9:00 uketsuke さん が締めました"), "{}", page.text());
}

#[tokio::test]
async fn a_doctor_sees_who_closed_the_day_and_does_not_close_it() {
    let (clinic, mut browser, _) = evening().await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    let mut doctor = staff::session(&clinic, DOCTOR).await;
    let page = doctor.get(CLOSING).await;
    assert!(!page.has_button(RECORD), "{}", page.text());
    let fields = [("_csrf".to_owned(), page.form("ログアウト").value("_csrf"))];
    assert_eq!(doctor.send(Ask::posting(&format!("{CLOSING}/record"), &fields)).await.code(), 404);
    let page = browser.get(CLOSING).await;
    assert!(!page.text().contains("締めました"), "{}", page.text());
    browser.submit(page.form(RECORD)).await;
    assert!(doctor.get(FRIDAY).await.text().contains("が締めました"), "although something is left");
}
