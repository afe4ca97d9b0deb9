//! How many visits somebody may have before them: told to the owner of the address, and to nobody else.

use crate::harness::booking::{self, all, choose, code, sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{CHECK_UP, VACCINE};
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::fill_in;
use mypage::account::Relation;
use mypage::person::{Draft, PersonId};

const BOOK: &str = "予約を確定する";
const LIMIT: &str = "お一人1件まで";
const SNOOP: &str = "snoop@example.jp";
const DAY: &str = "4月2日(木)";

/// Asks for a vaccination of the same child, up to 確認.
async fn ask(browser: &mut Browser, start: &str, email: &str) -> Page {
    let page = to_person(browser, start).await;
    let form = fill_in(page.form("確認へ"), HANAKO).fill("名", "小花").fill("生年月日", "2024-01-15");
    browser.submit(form.fill("メールアドレス", email)).await
}

async fn to_person(browser: &mut Browser, start: &str) -> Page {
    let page = browser.get(&format!("{}&day=2026-04-02", booking::calendar(VACCINE, "first"))).await;
    choose(browser, &page, DAY, start).await
}

/// The same child in Hanako's family.
async fn grandchild(clinic: &Clinic) -> PersonId {
    let account = people::register(&clinic.floor, HANAKO).await;
    let draft = people::draft(HANAKO).clone();
    let draft = Draft { given_name: "小花".to_owned(), birth_date: "2024-01-15".to_owned(), ..draft };
    people::add_relative(&clinic.floor, account.id, Relation::Other, &draft).await
}

/// The calendar within the booking whose 確認 was reached.
async fn slots(browser: &mut Browser, confirmation: &Page) -> Page {
    browser.get(&confirmation.path().replace("/confirmation", "/slots?day=2026-04-02")).await
}

#[tokio::test]
async fn only_who_proves_the_address_learns_that_somebody_is_expected() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let browser = || if htmx { clinic.htmx() } else { clinic.plain() };
        let (mut owner, mut snoop, mut again) = (browser(), browser(), browser());
        let page = ask(&mut owner, "9:00", HANAKO).await;
        let right = code(&clinic, HANAKO).await;
        assert_eq!(owner.submit(page.form(BOOK).fill("確認コード", &right)).await.h1(), "予約確定");
        clinic.mail_to(HANAKO).await;
        // The same person under another address, and under the same one before the code is typed.
        let page = ask(&mut snoop, "9:15", SNOOP).await;
        let calendar = slots(&mut snoop, &page).await;
        let elsewhere = (page.code(), page.h1(), calendar.text());
        snoop.submit(calendar.form("予約をやめる")).await;
        let page = ask(&mut again, "9:15", HANAKO).await;
        let calendar = slots(&mut again, &page).await;
        assert_eq!((page.code(), page.h1(), calendar.text()), elsewhere);
        assert_eq!((page.h1().as_str(), calendar.text().contains("上限")), ("予約内容の確認", false));
        // The reader of that mailbox is told.
        let right = code(&clinic, HANAKO).await;
        let page_before = page.clone();
        let page = again.submit(page.form(BOOK).fill("確認コード", &right)).await;
        assert_eq!((page.code(), page.h1().as_str()), (409, "すでにご予約があります"));
        assert!(page.role("alert").unwrap().contains(LIMIT), "{}", page.text());
        let calendar = slots(&mut again, &page_before).await;
        assert_eq!(calendar.h1(), "すでにご予約があります", "and no free times beside it");
        // It is reachable, and so is the clinic.
        let booked = page.links().into_iter().find(|(text, _)| text.contains("9:00")).expect("the reservation").1;
        assert_eq!(again.get(&booked).await.h1(), "予約確認");
        assert!(page.links().iter().any(|(_, href)| href.starts_with("tel:")));
        assert_eq!((all(&clinic).len(), clinic.mails_to(HANAKO).await.len()), (1, 0));
        assert_eq!(clinic.mails_to(SNOOP).await.len(), 1, "the code");
    }
}

#[tokio::test]
async fn who_is_signed_in_sees_the_limit_on_the_calendar() {
    let clinic = sakura().await;
    let who = grandchild(&clinic).await.text();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = to_person(&mut browser, "9:00").await;
    let page = browser.submit(page.form("確認へ").forge("who", &who)).await;
    assert_eq!(browser.submit(page.form(BOOK)).await.h1(), "予約確定");
    clinic.mail_to(HANAKO).await;
    let page = to_person(&mut browser, "9:15").await;
    let page = browser.submit(page.form("確認へ").forge("who", &who)).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "すでにご予約があります"));
    assert!(page.role("alert").unwrap().contains(LIMIT), "{}", page.text());
    let booked = page.links().into_iter().find(|(text, _)| text.contains("9:00")).expect("the reservation").1;
    assert_eq!(browser.get(&booked).await.code(), 200);
    let page = browser.get(&format!("{}/slots?day=2026-04-02", page.path())).await;
    assert_eq!(page.h1(), "すでにご予約があります");
}

#[tokio::test]
async fn another_visit_of_the_same_person_on_the_day_is_named_before_it_is_confirmed() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    let own = people::own(&clinic.floor, people::find(&clinic.floor, HANAKO).unwrap().id).id;
    assert_eq!(booking::as_patient(&mut browser, HANAKO).await.h1(), "予約確定");
    // The same person in another menu, ...
    let page = browser.get(&format!("{}&day=2026-04-02", booking::calendar(CHECK_UP, "first"))).await;
    let free = page.forms().iter().flat_map(|form| form.buttons()).find(|text| text.contains("4月2日")).unwrap();
    let page = browser.submit(page.form(&free)).await;
    let form = page.form("確認へ");
    let page = browser.submit(form.clone()).await;
    assert!(page.text().contains("同じ方の、同じ日のご予約がほかにあります。"), "{}", page.text());
    assert!(page.text().contains("9:30 一般内科"), "{}", page.text());
    // ... who may go on; somebody else of the household is not told of it.
    let other = grandchild(&clinic).await;
    let person = browser.get(page.path().trim_end_matches("/confirmation")).await;
    let other = browser.submit(person.form("確認へ").forge("who", &other.text())).await;
    assert_eq!(other.h1(), "予約内容の確認");
    assert!(!other.text().contains("同じ日のご予約"), "{}", other.text());
    let person = browser.get(page.path().trim_end_matches("/confirmation")).await;
    let again = browser.submit(person.form("確認へ").forge("who", &own.text())).await;
    assert_eq!(browser.submit(again.form(BOOK)).await.h1(), "予約確定");
}
