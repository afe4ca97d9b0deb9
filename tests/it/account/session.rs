//! How a session begins, how long it lasts, and what ends it.

use super::is_signed_in;
use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::engine::faulty::Faulty;
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::rows;
use crate::harness::stage::{FUTURE, NEW_PASSWORD, ask_for_link};
use mypage::account::support;
use mypage::store::{Options, RedbEngine, Store};
use std::io;
use std::time::Duration;

#[tokio::test]
async fn s3_signing_in_gives_a_new_token_and_the_planted_one_stays_worthless() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for planted in ["attacker-made", &"A".repeat(43)] {
        let mut attacker = clinic.plain();
        attacker.get("/sign-in").await;
        let mut victim = clinic.plain();
        victim.identify(planted);
        victim.sign_in(HANAKO, people::password(HANAKO)).await;
        assert_ne!(victim.token(), planted);
        attacker.identify(planted);
        assert!(!is_signed_in(&mut attacker).await);
        assert!(is_signed_in(&mut victim).await);
    }
}

#[tokio::test]
async fn s3_signing_in_again_ends_the_session_that_the_browser_came_with() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let mut copied = browser.clone();
    let form = clinic.plain().get("/sign-in").await.form("ログイン");
    let proof = browser.get("/dashboard").await.form("ログアウト").value("_csrf");
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO)).forge("_csrf", &proof);
    assert_eq!(browser.submit(form).await.path(), "/dashboard");
    assert_ne!(browser.token(), copied.token());
    assert!(!is_signed_in(&mut copied).await);
}

/// How many minutes a day has.
const DAY: i64 = 24 * 60;
const STAY: &str = "この端末でログインしたままにする";

/// The sign-in form of Hanako, filled in.
async fn signing_in(browser: &mut Browser, stays: bool) -> Form {
    let form = browser.get("/sign-in").await.form("ログイン");
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
    if stays { form.tick(STAY) } else { form }
}

/// The line that sets the cookie of the session, if the answer has one.
fn session_cookie(page: &Page) -> Option<String> {
    let mut lines = page.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap().to_owned());
    lines.find(|line| line.starts_with("session="))
}

#[tokio::test]
async fn s5_a_patient_who_stays_signed_in_does_so_for_thirty_days_from_the_last_use() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    for days in [29, 29, 1, 29] {
        clinic.minutes_pass(days * DAY);
        assert!(is_signed_in(&mut browser).await);
        clinic.written().await;
    }
    clinic.minutes_pass(30 * DAY - 1);
    assert!(is_signed_in(&mut browser).await);
    clinic.written().await;
    clinic.minutes_pass(30 * DAY);
    assert!(!is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn s5_a_session_is_written_and_its_cookie_given_anew_once_a_day() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let token = browser.token();
    // 10:00, and 22:00 of the same day.
    clinic.minutes_pass(12 * 60);
    let at_first = rows::all(&clinic.floor.store);
    assert_eq!(session_cookie(&browser.get("/account").await), None);
    clinic.written().await;
    assert_eq!(rows::all(&clinic.floor.store), at_first);
    // 6:00 of the next day, which is less than a day later.
    clinic.minutes_pass(8 * 60);
    let cookie = session_cookie(&browser.get("/account").await).unwrap();
    assert!(cookie.starts_with(&format!("session={token};")) && cookie.contains("Max-Age=2592000"), "{cookie}");
    clinic.written().await;
    let noted = rows::all(&clinic.floor.store);
    let changed = rows::differences(&at_first, &noted);
    assert!(changed.len() == 2 && changed.iter().all(|key| key.starts_with("session")), "{changed:?}");
    for path in ["/account", "/dashboard", "/nowhere"] {
        assert_eq!(session_cookie(&browser.get(path).await), None, "{path}");
    }
    clinic.written().await;
    assert_eq!(rows::all(&clinic.floor.store), noted);
}

#[tokio::test]
async fn s5_without_the_tick_a_session_ends_with_the_browser_and_after_twelve_hours() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for mut browser in clinic.both() {
        let form = signing_in(&mut browser, false).await;
        browser.following = false;
        let cookie = session_cookie(&browser.submit(form).await).unwrap();
        browser.following = true;
        assert!(!cookie.contains("Max-Age") && !cookie.contains("Expires"), "{cookie}");
        for minutes in [11 * 60, 59] {
            clinic.minutes_pass(minutes);
            let page = browser.get("/account").await;
            assert_eq!((page.path(), session_cookie(&page)), ("/account", None));
            clinic.written().await;
        }
        clinic.minutes_pass(1);
        assert!(!is_signed_in(&mut browser).await);
    }
}

#[tokio::test]
async fn s5_with_the_tick_the_browser_keeps_the_session() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for mut browser in clinic.both() {
        let form = signing_in(&mut browser, true).await;
        let page = browser.submit(form.clone().fill("パスワード", "wrong wrong wrong")).await;
        assert_eq!((page.code(), page.form("ログイン").value("stay").as_str()), (422, "on"), "the tick stays");
        browser.following = false;
        let cookie = session_cookie(&browser.submit(form).await).unwrap();
        browser.following = true;
        assert!(cookie.contains("Max-Age=2592000"), "{cookie}");
        clinic.minutes_pass(29 * DAY);
        assert!(is_signed_in(&mut browser).await);
    }
}

#[tokio::test]
async fn s5_a_new_password_and_a_new_address_leave_a_session_what_it_was() {
    for stays in [false, true] {
        let clinic = Clinic::new();
        clinic.ignore_mail();
        people::register(&clinic.floor, HANAKO).await;
        let mut browser = clinic.plain();
        let form = signing_in(&mut browser, stays).await;
        browser.submit(form).await;
        let link = ask_for_link(&clinic, &mut browser, "/account/email", FUTURE).await;
        let address = browser.get(&link).await.form("変更する");
        browser.following = false;
        let moved = browser.submit(address).await;
        let form = browser.get("/account/password").await.form("変更する");
        let form = form.fill("現在のパスワード", people::password(HANAKO)).fill("新しいパスワード", NEW_PASSWORD);
        let changed = browser.submit(form).await;
        browser.following = true;
        for page in [moved, changed] {
            let cookie = session_cookie(&page).unwrap();
            assert_eq!(cookie.contains("Max-Age=2592000"), stays, "{cookie}");
        }
        clinic.minutes_pass(12 * 60);
        assert_eq!(is_signed_in(&mut browser).await, stays);
    }
}

#[tokio::test]
async fn s5_what_was_begun_by_a_clock_that_was_ahead_ends_by_the_right_one() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let start = clinic.now();
    clinic.floor.clock.advance_to(start.plus_days(400));
    let mut browser = clinic.plain();
    let form = signing_in(&mut browser, false).await;
    browser.submit(form).await;
    clinic.floor.clock.advance_to(start);
    assert!(is_signed_in(&mut browser).await);
    clinic.written().await;
    clinic.minutes_pass(12 * 60);
    assert!(!is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn d5_a_full_disk_leaves_a_session_its_end_and_its_pages() {
    let disk = Faulty::new(|| io::ErrorKind::StorageFull.into());
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).expect("memory opens");
    let options = Options { retry: Duration::from_secs(3600), ..Options::default() };
    let store = Store::start(engine, options).expect("it starts");
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    let mut browser = clinic.signed_in(HANAKO).await;
    disk.break_after(0);
    for days in [1, 1, 27] {
        clinic.minutes_pass(days * DAY);
        for path in ["/account", "/dashboard", "/account/sessions"] {
            let page = browser.get(path).await;
            assert_eq!((page.code(), page.path()), (200, path));
        }
        assert!(clinic.floor.store.write(clinic.now(), |_| Ok(())).await.is_err(), "nothing can be written");
    }
    clinic.minutes_pass(DAY);
    assert!(!is_signed_in(&mut browser).await, "thirty days from the last use that was written");
}

#[tokio::test]
async fn tokens_that_are_none_sign_nobody_in_and_break_nothing() {
    let clinic = Clinic::new();
    for token in ["", "x", "\"", "A", &"A".repeat(43), &"A".repeat(10_000), "%00", "a b", "=", "../.."] {
        let mut browser = clinic.plain();
        browser.identify(token);
        assert!(!is_signed_in(&mut browser).await, "{token}");
    }
}

/// A page's form, filled in as a patient would.
async fn asked(browser: &mut Browser, path: &str) -> Form {
    let page = browser.get(path).await;
    match path {
        "/account/email" => page.form("送信する").fill("新しいメールアドレス", FUTURE),
        "/account/password" => page
            .form("変更する")
            .fill("現在のパスワード", people::password(HANAKO))
            .fill("新しいパスワード", NEW_PASSWORD),
        "/account/withdrawal" => page
            .form("送信して退会する")
            .choose("その他")
            .fill("現在のパスワード", people::password(HANAKO))
            .tick("規約に同意して退会する"),
        "/person" => page.form("確認へ").fill("建物名", "ひまわり荘"),
        _ => page.form("登録する"),
    }
}

#[tokio::test]
async fn s4_what_a_session_asks_for_is_not_done_when_it_ends_before_it_is_written() {
    for path in ["/account/email", "/account/password", "/account/withdrawal", "/person", "/person/confirmation"] {
        let clinic = Clinic::new();
        let mut browser = clinic.signed_in(HANAKO).await;
        if path == "/person/confirmation" {
            let form = asked(&mut browser, "/person").await;
            browser.submit(form).await;
        }
        let form = asked(&mut browser, path).await;
        let account = people::find(&clinic.floor, HANAKO).unwrap();
        let person = people::person(&clinic.floor, &account);
        // The request is let in, and the account is closed before the request's own write has its turn.
        let (open, gate) = std::sync::mpsc::channel::<()>();
        let gate = std::sync::Mutex::new(gate);
        let (store, number, now) = (&clinic.floor.store, account.customer_id, clinic.now());
        let shut = store.write(clinic.now(), move |_| Ok(gate.lock().unwrap().recv().is_ok()));
        let closed = store.write(clinic.now(), move |tx| support::change(tx, number, &|account| account.disable(now)));
        let release = async move { drop(open) };
        let (_, closed, page, ()) = tokio::join!(shut, closed, browser.submit(form), release);
        assert_eq!(page.path(), "/sign-in", "{path}");
        let after = people::find(&clinic.floor, HANAKO);
        assert_eq!(after, closed.unwrap(), "{path}");
        assert_eq!(people::person(&clinic.floor, &account), person, "{path}");
        assert_eq!(clinic.mails_to(HANAKO).await.len() + clinic.mails_to(FUTURE).await.len(), 0, "{path}");
        assert!(!is_signed_in(&mut browser).await, "{path}");
    }
}
