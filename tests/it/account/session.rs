//! How a session begins, how long it lasts, and what ends it.

use super::is_signed_in;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{FUTURE, NEW_PASSWORD};
use mypage::account::support;

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

#[tokio::test]
async fn s5_a_patient_stays_signed_in_for_thirty_days_and_no_longer() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    clinic.minutes_pass(30 * 24 * 60 - 1);
    assert!(is_signed_in(&mut browser).await);
    clinic.minutes_pass(1);
    assert!(!is_signed_in(&mut browser).await);
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
