//! B9: who has used a limit up reads what can be done at once.

use crate::harness::booking::{calendar, sakura, slot};
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::GENERAL;
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use poem::http::Method;

/// The answer that says that it was tried too often.
async fn spent(browser: &mut Browser, path: &str, sent: &[(String, String)]) -> Page {
    for _ in 0..200 {
        let page = browser.send(Ask::posting(path, sent)).await;
        if page.code() == 429 {
            return page;
        }
    }
    panic!("200 tries and no end");
}

#[tokio::test]
async fn b9_wrong_passwords_lead_to_a_new_password_and_in_a_session_everything_else_goes_on() {
    let clinic = Clinic::new();
    let mut owner = clinic.signed_in(HANAKO).await;
    let mut stranger = clinic.plain();
    let form = stranger.get("/sign-in").await.form("ログイン");
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", "wrong wrong wrong");
    let page = spent(&mut stranger, &form.action, &form.sent()).await;
    assert_eq!(page.link("パスワードを再設定する"), "/password-reset");
    let page = owner.get("/account").await;
    let form = page.form("変更する");
    let form =
        form.fill("現在のパスワード", "wrong wrong wrong").fill("新しいパスワード", "図書館で借りた三冊の厚い本");
    let page = spent(&mut owner, &form.action, &form.sent()).await;
    assert!(page.text().contains("ほかの操作は、そのままご利用いただけます。"), "{}", page.text());
    assert!(!page.text().contains("お電話"), "{}", page.text());
    assert_eq!(owner.get("/dashboard").await.code(), 200);
    clinic.ignore_mail();
}

#[tokio::test]
async fn b9_who_waits_for_a_mail_is_told_that_those_that_were_sent_still_work() {
    let clinic = Clinic::new();
    clinic.signed_in(HANAKO).await;
    for (path, button) in [("/password-reset", "送信する"), ("/sign-up", "メール送信")] {
        let mut browser = clinic.plain();
        let form = browser.get(path).await.form(button).fill("メールアドレス", "yamada@example.jp");
        let page = spent(&mut browser, &form.action, &form.sent()).await;
        assert!(page.text().contains("すでにお送りしたメールのURLは、期限までお使いいただけます。"), "{}", page.text());
    }
    clinic.ignore_mail();
}

#[tokio::test]
async fn b9_who_has_chosen_too_many_times_reads_the_clinics_phone_and_the_way_to_it() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = browser.send(Ask::of(Method::GET, &calendar(GENERAL, "first"))).await;
    let form = page.form(&slot(&page, "4月1日(水)", "14:00"));
    let page = spent(&mut browser, &form.action, &form.sent()).await;
    let phone = page.links().into_iter().find(|(_, href)| href.starts_with("tel:"));
    assert!(phone.is_some(), "{:?}", page.links());
    assert_eq!(page.link("さくら内科クリニック"), "/b/sakura");
    assert!(page.text().contains("手続き中の予約は、そのまま続けられます。"), "{}", page.text());
    clinic.ignore_mail();
}
