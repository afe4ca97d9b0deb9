//! メールアドレスの変更.

use super::{asks_to_sign_in, is_signed_in, opens};
use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::{FUTURE, ask_for_link};

#[tokio::test]
async fn l5_the_new_address_confirms_and_the_old_one_is_told_plain_and_by_htmx() {
    let mut outcomes = Vec::new();
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let before = people::find(&clinic.floor, HANAKO).unwrap();
        let page = browser.get("/account").await;
        assert_eq!(page.h1(), "アカウント変更");
        let page = browser.submit(page.form("送信する").fill("新しいメールアドレス", FUTURE)).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/account/email/sent", "メールを送信しました"));
        let page = browser.get(&clinic.link_to(FUTURE).await).await;
        assert!(page.text().contains(FUTURE));
        assert_eq!(people::find(&clinic.floor, HANAKO), Some(before.clone()), "no effect before it is confirmed");
        assert!(clinic.mails_to(HANAKO).await.is_empty());
        let page = browser.submit(page.form("変更する")).await;
        assert_eq!(page.path(), "/account");
        assert_eq!(page.role("status").as_deref(), Some("メールアドレスを変更しました。"));
        assert!(clinic.mail_to(HANAKO).await.subject().contains("メールアドレスが変更されました"));
        let after = people::find(&clinic.floor, FUTURE).unwrap();
        assert_eq!(mypage::account::Account { address: before.address.clone(), ..after.clone() }, before);
        assert_eq!(people::find(&clinic.floor, HANAKO), None);
        assert!(opens(&browser, FUTURE, people::password(HANAKO)).await);
        assert!(!opens(&browser, HANAKO, people::password(HANAKO)).await);
        outcomes.push((after.address, after.agreements));
    }
    assert_eq!(outcomes[0], outcomes[1]);
}

#[tokio::test]
async fn l5_confirming_ends_all_other_sessions_and_links() {
    let clinic = Clinic::new();
    let mut here = clinic.signed_in(HANAKO).await;
    let mut elsewhere = clinic.signed_in(HANAKO).await;
    let reset = ask_for_link(&clinic, &mut clinic.plain(), "/password-reset", HANAKO).await;
    let change = ask_for_link(&clinic, &mut here, "/account/email", FUTURE).await;
    let old_token = here.token();
    let page = here.get(&change).await;
    here.submit(page.form("変更する")).await;
    assert!(is_signed_in(&mut here).await, "this browser goes on");
    assert_ne!(here.token(), old_token, "with a new token");
    assert!(!is_signed_in(&mut elsewhere).await);
    assert_eq!(clinic.plain().get(&reset).await.code(), 410, "a reset that was under way");
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn the_link_works_in_a_session_of_the_account_and_nowhere_else() {
    let clinic = Clinic::new();
    let mut asking = clinic.signed_in(HANAKO).await;
    let link = ask_for_link(&clinic, &mut asking, "/account/email", FUTURE).await;
    let mut strangers = clinic.signed_in(TARO).await;
    let before = [people::find(&clinic.floor, HANAKO), people::find(&clinic.floor, TARO)];
    let page = strangers.get(&link).await;
    assert_eq!((page.code(), page.h1().as_str()), (410, "このURLは使えません"), "somebody else is signed in");
    // The owner of the mailbox of a mistyped address has the link, but no password.
    let mut nobodys = clinic.plain();
    let page = nobodys.get(&link).await;
    assert_eq!(page.path(), "/sign-in");
    for browser in [&mut strangers, &mut nobodys] {
        let proof = browser.get("/terms").await.form("日本語").value("_csrf");
        browser.send(Ask::posting(&link, &[("_csrf".to_owned(), proof)])).await;
    }
    assert_eq!([people::find(&clinic.floor, HANAKO), people::find(&clinic.floor, TARO)], before);
    // The owner signs in where the link was opened, and is led back to it.
    let form = nobodys.get(&link).await.form("ログイン");
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
    let page = nobodys.submit(form).await;
    assert_eq!(page.path(), link);
    let page = nobodys.submit(page.form("変更する")).await;
    assert_eq!(page.path(), "/account");
    assert!(people::find(&clinic.floor, FUTURE).is_some());
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn s6_the_password_is_asked_for_again_when_it_was_given_over_five_minutes_ago() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        clinic.minutes_pass(4);
        assert!(!browser.get("/account/email").await.form("送信する").asks_password());
        let early = browser.get("/account/email").await.form("送信する").fill("新しいメールアドレス", FUTURE);
        clinic.minutes_pass(1);
        let page = browser.submit(early).await;
        assert_eq!(
            (page.code(), page.wrong_fields()),
            (422, vec!["email_current_password".to_owned()]),
            "a page drawn earlier"
        );
        let form = page.form("送信する");
        let page = browser.submit(form.clone().fill("現在のパスワード", "wrong wrong wrong")).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email_current_password".to_owned()]));
        assert!(clinic.mails_to(FUTURE).await.is_empty());
        let page = browser.submit(form.fill("現在のパスワード", people::password(HANAKO))).await;
        assert_eq!(page.path(), "/account/email/sent");
        assert_eq!(clinic.mails_to(FUTURE).await.len(), 1);
        assert!(!browser.get("/account/email").await.form("送信する").asks_password(), "fresh again");
        clinic.minutes_pass(61);
    }
}

#[tokio::test]
async fn s6_a_link_that_is_confirmed_is_no_password() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let link = ask_for_link(&clinic, &mut browser, "/account/email", FUTURE).await;
    clinic.minutes_pass(5);
    let form = browser.get(&link).await.form("変更する");
    assert_eq!(browser.submit(form).await.path(), "/account");
    clinic.mail_to(HANAKO).await;
    assert!(browser.get("/account/email").await.form("送信する").asks_password());
}

#[tokio::test]
async fn somebody_elses_address_is_told_so_by_mail_alone() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, TARO).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get("/account/email").await.form("送信する").fill("新しいメールアドレス", TARO);
    assert_eq!(browser.submit(form).await.path(), "/account/email/sent");
    let letter = clinic.mail_to(TARO).await;
    assert!(letter.text().contains("変更できません") && !letter.text().contains("/link/"));
}

#[tokio::test]
async fn an_address_that_was_taken_meanwhile_stays_its_owners() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let link = ask_for_link(&clinic, &mut browser, "/account/email", TARO).await;
    people::register(&clinic.floor, TARO).await;
    let form = browser.get(&link).await.form("変更する");
    let (hanako, taro) = (people::find(&clinic.floor, HANAKO), people::find(&clinic.floor, TARO));
    assert_eq!(browser.submit(form).await.code(), 410);
    assert_eq!((people::find(&clinic.floor, HANAKO), people::find(&clinic.floor, TARO)), (hanako, taro));
}

#[tokio::test]
async fn the_present_address_and_none_are_refused() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get("/account/email").await.form("送信する");
    for typed in ["", "no address", HANAKO, "HANAKO@example.jp", "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ"]
    {
        let page = browser.submit(form.clone().fill("新しいメールアドレス", typed)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned()]), "{typed}");
    }
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first() {
    let clinic = Clinic::new();
    for path in ["/account", "/account/email", "/account/email/sent"] {
        asks_to_sign_in(&clinic, path).await;
    }
}
