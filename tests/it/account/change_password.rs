//! パスワードの変更.

use super::{asks_to_sign_in, is_signed_in, opens};
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{FUTURE, NEW_PASSWORD, ask_for_link};

#[tokio::test]
async fn s4_a_changed_password_ends_all_other_sessions_and_links_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let mut elsewhere = clinic.signed_in(HANAKO).await;
        let links = [
            ask_for_link(&clinic, &mut clinic.plain(), "/password-reset", HANAKO).await,
            ask_for_link(&clinic, &mut elsewhere, "/account/email", FUTURE).await,
        ];
        let old = browser.clone();
        let form = browser.get("/account/password").await.form("変更する");
        let form = form.fill("現在のパスワード", people::password(HANAKO)).fill("新しいパスワード", NEW_PASSWORD);
        let page = browser.submit(form).await;
        assert_eq!(page.path(), "/account");
        assert!(page.role("status").unwrap().starts_with("パスワードを変更しました。"));
        assert!(clinic.mail_to(HANAKO).await.subject().contains("パスワードが変更されました"));
        assert!(is_signed_in(&mut browser).await, "this browser goes on");
        for mut dead in [elsewhere, old] {
            assert!(!is_signed_in(&mut dead).await);
        }
        for link in links {
            assert_eq!(browser.get(&link).await.code(), 410, "{link}");
        }
        assert!(opens(&browser, HANAKO, NEW_PASSWORD).await);
        assert!(!opens(&browser, HANAKO, people::password(HANAKO)).await);
    }
}

#[tokio::test]
async fn s6_the_present_password_is_always_asked_for_and_all_problems_come_at_once() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let before = people::find(&clinic.floor, HANAKO);
        let form = browser.get("/account/password").await.form("変更する");
        let both = ["current_password".to_owned(), "password".to_owned()];
        for (present, new, wrong) in [
            ("", "", &both[..]),
            ("wrong wrong wrong", "short", &both[..]),
            ("", NEW_PASSWORD, &both[..1]),
            ("wrong wrong wrong", NEW_PASSWORD, &both[..1]),
            (people::password(HANAKO), "123456789012", &both[1..]),
            (people::password(HANAKO), "hanako@example.jp!", &both[1..]),
        ] {
            let form = form.clone().fill("現在のパスワード", present).fill("新しいパスワード", new);
            let page = browser.submit(form).await;
            assert_eq!((page.code(), page.wrong_fields()), (422, wrong.to_vec()), "{present} {new}");
        }
        let page = browser.submit(form.without("current_password").fill("新しいパスワード", NEW_PASSWORD)).await;
        assert_eq!(page.code(), 422, "a form without the field");
        assert_eq!(people::find(&clinic.floor, HANAKO), before);
        clinic.minutes_pass(16);
    }
}

#[tokio::test]
async fn of_two_changes_at_once_one_wins_and_the_other_signs_in_again() {
    let clinic = Clinic::new();
    let (mut one, mut two) = (clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await);
    let fill = |form: crate::harness::form::Form, new| {
        form.fill("現在のパスワード", people::password(HANAKO)).fill("新しいパスワード", new)
    };
    let first = fill(one.get("/account/password").await.form("変更する"), NEW_PASSWORD);
    let second = fill(two.get("/account/password").await.form("変更する"), "yama ni yuki ga furu");
    let (first, second) = tokio::join!(one.submit(first), two.submit(second));
    let mut paths = [first.path(), second.path()];
    paths.sort_unstable();
    assert_eq!(paths, ["/account", "/sign-in"]);
    assert_eq!(clinic.mails_to(HANAKO).await.len(), 1);
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first() {
    asks_to_sign_in(&Clinic::new(), "/account/password").await;
}
