//! パスワードを忘れた方 and パスワード再設定.

use super::{is_signed_in, opens};
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::{NEW_PASSWORD, ask_for_link};

#[tokio::test]
async fn a_forgotten_password_is_replaced_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        people::register(&clinic.floor, HANAKO).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.get("/sign-in").await;
        let page = browser.follow(&page, "パスワードを忘れた方はこちら").await;
        assert_eq!(page.h1(), "パスワードを忘れた方");
        let page = browser.submit(page.form("送信する").fill("メールアドレス", HANAKO)).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/password-reset/sent", "メールを送信しました"));
        let page = browser.get(&clinic.link_to(HANAKO).await).await;
        assert_eq!(page.h1(), "パスワード再設定");
        let page = browser.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
        assert_eq!(page.path(), "/sign-in");
        assert_eq!(page.role("status").as_deref(), Some("新しいパスワードを登録しました。ログインしてください。"));
        assert!(!is_signed_in(&mut browser).await, "a link alone signs nobody in");
        assert!(clinic.mail_to(HANAKO).await.subject().contains("パスワードが変更されました"));
        assert!(opens(&browser, HANAKO, NEW_PASSWORD).await);
        assert!(!opens(&browser, HANAKO, people::password(HANAKO)).await);
    }
}

#[tokio::test]
async fn s4_a_reset_ends_every_session_on_every_device() {
    let clinic = Clinic::new();
    let mut devices = [clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await];
    let mut stranger = clinic.signed_in(TARO).await;
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/password-reset", HANAKO).await;
    let page = browser.get(&link).await;
    browser.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
    for device in &mut devices {
        assert!(!is_signed_in(device).await);
    }
    assert!(is_signed_in(&mut stranger).await, "somebody else's session goes on");
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn an_address_without_an_account_is_told_so_by_mail_alone() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/password-reset").await.form("送信する").fill("メールアドレス", "nobody@example.jp");
    assert_eq!(browser.submit(form).await.h1(), "メールを送信しました");
    let letter = clinic.mail_to("nobody@example.jp").await;
    assert!(letter.text().contains("登録されていません") && letter.text().contains("/sign-up/link/"));
}

#[tokio::test]
async fn a_password_that_breaks_the_rules_is_refused_and_the_link_stays_good() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/password-reset", HANAKO).await;
    let form = browser.get(&link).await.form("登録");
    let before = people::find(&clinic.floor, HANAKO);
    for password in ["", "short", "123456789012", "hanako hanako", "山田花子の病院の日々です", "yamada no hanasaki"]
    {
        let page = browser.submit(form.clone().fill("新しいパスワード", password)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["password".to_owned()]), "{password}");
    }
    assert_eq!(people::find(&clinic.floor, HANAKO), before);
    let page = browser.submit(form.fill("新しいパスワード", NEW_PASSWORD)).await;
    assert_eq!(page.path(), "/sign-in");
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn a_link_of_another_kind_opens_nothing_here() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let reset = ask_for_link(&clinic, &mut clinic.plain(), "/password-reset", HANAKO).await;
    let before = rows::all(&clinic.floor.store);
    for start in ["/sign-up/link/", "/email-change/link/"] {
        let path = reset.replace("/password-reset/link/", start);
        let page = browser.get(&path).await;
        assert_eq!((page.code(), page.h1().as_str()), (410, "このURLは使えません"), "{path}");
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}
