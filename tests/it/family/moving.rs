//! Somebody moves: the members of the family who are reached in the same way go along.

use super::booking::book_for;
use super::*;
use crate::harness::booking::{all, sakura};

#[tokio::test]
async fn who_moves_takes_along_whoever_lives_there_and_nobody_else() {
    let clinic = Clinic::new();
    let (account, [sakura, yuma]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    // The brother lives elsewhere.
    let page = browser.get(&format!("/family/{}", yuma.text())).await;
    browser.submit(page.form("変更する").fill("電話番号", "03-1234-5678").fill("市区町村", "横浜市")).await;
    for along in [false, true] {
        let number = if along { "090-2222-3333" } else { "090-1111-2222" };
        let form = browser.get("/person").await.form("確認へ").fill("電話番号", number).fill("市区町村", "新宿区");
        let page = browser.submit(form).await;
        let told = page.text().contains("鈴木 さくら") && !page.text().contains("悠真");
        // Once the two differ, she does not go along any more.
        assert_eq!(told, !along, "{}", page.text());
        let form = page.form("登録する");
        browser.submit(if along { form } else { form.without("change_family") }).await;
    }
    let reached = |id| {
        let found = members(&clinic, &account).into_iter().find(|member| member.id == id).unwrap().person;
        (found.phone.hyphenated(), found.address.city)
    };
    let own = mypage::account::care::own;
    let own = clinic.floor.store.read_blocking(clinic.now(), |r| own(r, account.id)).unwrap().unwrap().person;
    assert_eq!(own.phone.hyphenated(), "090-2222-3333");
    let before = reached(sakura);
    assert_ne!(before.0, own.phone.hyphenated());
    // They live together again.
    let page = browser.get(&format!("/family/{}", sakura.text())).await;
    browser.submit(page.form("変更する").fill("電話番号", "090-2222-3333")).await;
    let form = browser.get("/person").await.form("確認へ").fill("電話番号", "090-4444-5555");
    let page = browser.submit(form).await;
    browser.submit(page.form("登録する")).await;
    assert_eq!(reached(sakura).0, "090-4444-5555");
    assert_eq!(reached(yuma), ("03-1234-5678".to_owned(), Some("横浜市".to_owned())));
}

#[tokio::test]
async fn a_move_reaches_the_visits_of_whoever_goes_along_and_of_nobody_else() {
    const NEW: &str = "090-2222-3333";
    for (own_visit, family_too, visits_too) in
        [(false, true, true), (true, true, true), (true, false, true), (true, true, false)]
    {
        let clinic = sakura().await;
        let (account, [sakura, yuma]) = family(&clinic).await;
        let own = people::own(&clinic.floor, account.id).id;
        let mut browser = clinic.signed_in(TARO).await;
        // The brother has a phone of his own.
        let page = browser.get(&format!("/family/{}", yuma.text())).await;
        browser.submit(page.form("変更する").fill("電話番号", "03-1234-5678")).await;
        book_for(&mut browser, sakura, "9:30", "").await;
        book_for(&mut browser, yuma, "10:00", "").await;
        if own_visit {
            book_for(&mut browser, own, "10:30", "").await;
        }
        let form = browser.get("/person").await.form("確認へ").fill("電話番号", NEW);
        let page = browser.submit(form).await;
        let asked = page.text();
        assert!(asked.contains("9:30") && asked.contains("鈴木 さくら"), "{asked}");
        assert_eq!(asked.contains("10:30"), own_visit, "{asked}");
        assert!(!asked.contains("10:00") && !asked.contains("悠真"), "{asked}");
        let form = page.form("登録する");
        let form = if family_too { form } else { form.without("change_family") };
        let form = if visits_too { form } else { form.without("change_reservations") };
        browser.submit(form).await;
        let is_new = |given: &str| {
            let of = all(&clinic).into_iter().find(|of| of.attendee.person.name.given == given);
            of.map(|of| of.attendee.person.phone.hyphenated() == NEW)
        };
        assert_eq!(is_new("さくら"), Some(family_too && visits_too));
        assert_eq!(is_new("太郎"), own_visit.then_some(visits_too));
        assert_eq!(is_new("悠真"), Some(false));
        clinic.ignore_mail();
    }
}
