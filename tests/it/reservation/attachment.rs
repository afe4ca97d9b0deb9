//! A visit that was booked without an address comes under an account by its slip.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::{NEW_PASSWORD, fill_in};
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

#[tokio::test]
async fn who_signs_up_for_it_or_has_forgotten_the_password_comes_back_to_the_visit_in_that_browser() {
    const MIKA: &str = "mika@example.jp";
    let (clinic, _, _, slip) = open().await;
    let attachment = format!("{slip}/attachment");
    let token = slip.rsplit('/').next().unwrap();
    // 新規登録: the mail says nothing of the slip, which any address could be sent.
    let mut browser = clinic.plain();
    let page = browser.get(&attachment).await;
    let page = browser.follow(&page, "新規登録").await;
    browser.submit(page.form("メール送信").fill("メールアドレス", MIKA)).await;
    let link = clinic.link_to(MIKA).await;
    assert!(!link.contains(token), "{link}");
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let page = browser.submit(fill_in(page.form("確認へ"), TARO)).await;
    let page = browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert_eq!(page.path(), attachment);
    // Once there, it is over: the next one who signs in here goes nowhere special.
    let page = browser.submit(page.form("ログアウト")).await;
    assert_eq!(sign_in(&mut browser, &page, MIKA, NEW_PASSWORD).await.path(), "/dashboard");
    // パスワードを忘れた方.
    let mut browser = clinic.plain();
    let page = browser.get(&attachment).await;
    let page = browser.follow(&page, "パスワードを忘れた方はこちら").await;
    browser.submit(page.form("送信する").fill("メールアドレス", HANAKO)).await;
    let link = clinic.link_to(HANAKO).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
    assert_eq!(sign_in(&mut browser, &page, HANAKO, NEW_PASSWORD).await.path(), attachment);
    // Nor does somebody else in that browser come there, who signs in while the mail is awaited.
    let mut shared = clinic.plain();
    let page = shared.get(&attachment).await;
    let page = shared.follow(&page, "新規登録").await;
    shared.submit(page.form("メール送信").fill("メールアドレス", "somebody@example.jp")).await;
    let page = shared.get("/sign-in").await;
    assert_eq!(sign_in(&mut shared, &page, HANAKO, NEW_PASSWORD).await.path(), "/dashboard");
    assert_eq!(shared.cookie("__Host-next"), "", "and it is over");
    // In another browser there is nothing of it.
    let mut other = clinic.plain();
    let page = other.get("/sign-in").await;
    assert_eq!(sign_in(&mut other, &page, HANAKO, NEW_PASSWORD).await.path(), "/dashboard");
}

#[tokio::test]
async fn a_browser_keeps_no_place_that_is_not_on_this_site_or_no_value_of_a_cookie() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    for (next, is_kept) in [("/r/a/attachment", true), ("/r/a/b;Domain=example.jp", false), ("//example.jp/a/b", false)]
    {
        let mut browser = clinic.plain();
        let page = browser.get(&format!("/sign-up?next={}", next.replace(';', "%3B").replace('/', "%2F"))).await;
        browser.following = false;
        let page = browser.submit(page.form("メール送信").fill("メールアドレス", "mika@example.jp")).await;
        let set: Vec<&str> = page.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok()).collect();
        assert_eq!(set.iter().any(|line| line.contains("next=")), is_kept, "{next}: {set:?}");
        clinic.minutes_pass(2);
    }
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    browser.put_cookie("__Host-next", "x.//example.jp/");
    let page = browser.get("/sign-in").await;
    assert_eq!(sign_in(&mut browser, &page, HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
}

async fn sign_in(browser: &mut Browser, page: &Page, address: &str, password: &str) -> Page {
    browser.submit(page.form("ログイン").fill("メールアドレス", address).fill("パスワード", password)).await
}
