//! L10: マイクリニック登録 for whoever is signed out: by signing in, or by signing up on whatever device the mail is read.

use super::{registered, with_sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{NEW_PASSWORD, fill_in};
use mypage::web::session;

const MIKA: &str = "mika@example.jp";

/// From the link in a mail to the end of the sign-up.
async fn finish(browser: &mut Browser, link: &str) -> Page {
    let page = browser.get(link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let page = browser.submit(fill_in(page.form("確認へ"), HANAKO)).await;
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await
}

/// The form of 新規登録, reached from a clinic's URL.
async fn sign_up_from(browser: &mut Browser, path: &str) -> Form {
    let page = browser.get(path).await;
    browser.follow(&page, "新規登録").await.form("メール送信")
}

fn asks_about_sakura(page: &Page) -> bool {
    page.path() == "/dashboard"
        && page.has_button("登録")
        && page.dialog().is_some_and(|dialog| dialog.contains("さくら内科クリニック"))
}

#[tokio::test]
async fn l10_signed_out_it_says_which_clinic_it_is_and_signing_in_leads_to_the_question() {
    let (clinic, path) = with_sakura().await;
    people::register(&clinic.floor, HANAKO).await;
    for mut browser in clinic.both() {
        let page = browser.get(&path).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "マイクリニック登録"));
        assert!(page.text().contains("さくら内科クリニック"), "{}", page.text());
        assert!(!page.has_button("登録"));
        let page = browser.follow(&page, "ログイン").await;
        let form = page.form("ログイン").fill("メールアドレス", HANAKO);
        let refused = browser.submit(form.clone().fill("パスワード", "wrong wrong wrong")).await;
        assert_eq!(refused.code(), 422);
        let form = refused.form("ログイン").fill("パスワード", people::password(HANAKO));
        assert!(asks_about_sakura(&browser.submit(form).await));
        assert!(registered(&clinic, HANAKO).is_empty(), "asked, not added");
    }
}

#[tokio::test]
async fn l10_the_target_survives_a_sign_up_whose_mail_is_read_on_another_device() {
    for htmx in [false, true] {
        let (clinic, path) = with_sakura().await;
        let [mut here, mut there] =
            if htmx { [clinic.htmx(), clinic.htmx()] } else { [clinic.plain(), clinic.plain()] };
        // By way of the sign-in page, as those go who first think that they have an account.
        let page = here.get(&path).await;
        let page = here.follow(&page, "ログイン").await;
        let page = here.follow(&page, "新規登録").await;
        here.submit(page.form("メール送信").fill("メールアドレス", MIKA)).await;
        let page = finish(&mut there, &clinic.link_to(MIKA).await).await;
        assert!(asks_about_sakura(&page), "{} {}", page.path(), page.text());
        assert!(registered(&clinic, MIKA).is_empty());
        let page = there.submit(page.form("登録")).await;
        assert_eq!(page.role("status").as_deref(), Some("さくら内科クリニックをマイクリニックに登録しました。"));
        assert_eq!(registered(&clinic, MIKA).len(), 1);
    }
}

#[tokio::test]
async fn l10_the_target_survives_a_mistyped_address() {
    let (clinic, path) = with_sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let form = sign_up_from(&mut browser, &path).await;
    let page = browser.submit(form.fill("メールアドレス", "no address")).await;
    let page = browser.submit(page.form("メール送信").fill("メールアドレス", "mika@gmial.com")).await;
    let meant = browser.submit(page.form("こちらのメールアドレスに送信する")).await;
    let link = clinic.link_to("mika@gmail.com").await;
    assert!(asks_about_sakura(&finish(&mut clinic.plain(), &link).await), "as it was suggested");
    let page = browser.follow(&meant, "メールアドレスを入力し直す").await;
    browser.submit(page.form("メール送信").fill("メールアドレス", MIKA)).await;
    let link = clinic.link_to(MIKA).await;
    assert!(asks_about_sakura(&finish(&mut clinic.plain(), &link).await), "as it was typed again");
}

#[tokio::test]
async fn l10_an_address_that_has_an_account_is_led_on_by_its_mail() {
    let (clinic, path) = with_sakura().await;
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let form = sign_up_from(&mut browser, &path).await;
    browser.submit(form.fill("メールアドレス", HANAKO)).await;
    let letter = clinic.mail_to(HANAKO).await.text();
    let base = clinic.floor.config.base_url();
    let link = letter.lines().find_map(|line| line.strip_prefix(base)).expect("a link");
    let page = clinic.plain().get(link).await;
    assert_eq!(page.form("ログイン").value("next"), path);
}

#[tokio::test]
async fn l10_a_session_that_ends_before_the_button_is_pressed_costs_a_sign_in_and_no_more() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get(&path).await.form("登録");
    let (token, account) = (browser.token(), people::find(&clinic.floor, HANAKO).unwrap());
    end_session(&clinic, &token).await;
    let page = browser.submit(form).await;
    assert_eq!(page.path(), "/sign-in");
    let links = clinic.floor.store.read(|r| mypage::clinic::store::links(r, account.id)).unwrap();
    assert!(links.is_empty());
    let form = page.form("ログイン").fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
    assert!(asks_about_sakura(&browser.submit(form).await));
}

async fn end_session(clinic: &Clinic, token: &str) {
    let hash = mypage::secret::Token::parse(token).unwrap().hash();
    clinic.floor.store.write(move |tx| session::end(tx, &hash)).await.unwrap();
}
