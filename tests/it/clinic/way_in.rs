//! L10: マイクリニック登録 for a signed-out visitor: by signing in, by way of a new password, or by signing up, on whatever
//! device the mail is read.

use super::{registered, with_sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{NEW_PASSWORD, fill_in};
use mypage::session;

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

/// The page パスワードを忘れた方, reached from a clinic's URL.
async fn forgotten_from(browser: &mut Browser, path: &str) -> Page {
    let page = browser.get(path).await;
    browser.follow(&page, "パスワードを忘れた方はこちら").await
}

/// Hanako signs in on a sign-in page.
async fn sign_in(browser: &mut Browser, page: &Page, password: &str) -> Page {
    browser.submit(page.form("ログイン").fill("メールアドレス", HANAKO).fill("パスワード", password)).await
}

/// A page after its language has been changed, and changed back.
async fn translated(browser: &mut Browser, page: &Page) -> Page {
    let english = browser.submit(page.form("English")).await;
    assert_eq!(english.lang(), "en");
    browser.submit(english.form("日本語")).await
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
        assert_eq!((page.code(), page.path(), page.h1().as_str()), (200, "/sign-in", "アカウント認証"));
        assert!(
            page.text().contains("マイクリニック登録") && page.text().contains("さくら内科クリニック"),
            "{}",
            page.text()
        );
        assert!(!page.has_button("登録"));
        let form = page.form("ログイン").fill("メールアドレス", HANAKO);
        let refused = browser.submit(form.clone().fill("パスワード", "wrong wrong wrong")).await;
        assert_eq!(refused.code(), 422);
        assert!(refused.text().contains("さくら内科クリニック"), "it still says for which clinic");
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
async fn l10_a_query_that_somebody_has_added_changes_nothing_however_long() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get(&format!("{path}?from={}", "x".repeat(600))).await;
    assert_eq!(page.form("ログイン").value("next"), path);
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
    let mut there = clinic.plain();
    let page = there.get(link).await;
    assert_eq!(page.form("ログイン").value("next"), path);
    assert!(asks_about_sakura(&sign_in(&mut there, &page, people::password(HANAKO)).await));
}

#[tokio::test]
async fn l10_the_target_survives_a_forgotten_password_whose_mail_is_read_on_another_device() {
    for htmx in [false, true] {
        let (clinic, path) = with_sakura().await;
        clinic.ignore_mail();
        people::register(&clinic.floor, HANAKO).await;
        let [mut here, mut there] =
            if htmx { [clinic.htmx(), clinic.htmx()] } else { [clinic.plain(), clinic.plain()] };
        let page = forgotten_from(&mut here, &path).await;
        assert_eq!(here.follow(&page, "ログインに戻る").await.form("ログイン").value("next"), path);
        let page = here.submit(page.form("送信する").fill("メールアドレス", "no address")).await;
        assert_eq!(page.code(), 422);
        let sent = here.submit(page.form("送信する").fill("メールアドレス", "hanako@exmaple.jp")).await;
        assert_eq!(here.follow(&sent, "ログインに戻る").await.form("ログイン").value("next"), path);
        let page = here.follow(&sent, "メールアドレスを入力し直す").await;
        here.submit(page.form("送信する").fill("メールアドレス", HANAKO)).await;
        let page = there.get(&clinic.link_to(HANAKO).await).await;
        let page = there.submit(page.form("登録").fill("新しいパスワード", "short")).await;
        let page = there.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
        assert_eq!(page.role("status").as_deref(), Some("新しいパスワードを登録しました。ログインしてください。"));
        assert!(asks_about_sakura(&sign_in(&mut there, &page, NEW_PASSWORD).await));
        assert!(registered(&clinic, HANAKO).is_empty(), "asked, not added");
    }
}

#[tokio::test]
async fn l10_a_visitor_without_an_account_is_led_on_by_the_mail_that_says_so() {
    let (clinic, path) = with_sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let form = forgotten_from(&mut browser, &path).await.form("送信する");
    let meant = browser.submit(form.fill("メールアドレス", "mika@gmial.com")).await;
    browser.submit(meant.form("こちらのメールアドレスに送信する")).await;
    let link = clinic.link_to("mika@gmail.com").await;
    assert!(link.starts_with("/sign-up/link/"), "{link}");
    assert!(asks_about_sakura(&finish(&mut clinic.plain(), &link).await));
}

#[tokio::test]
async fn l10_the_target_survives_a_mail_that_is_opened_too_late() {
    let (clinic, path) = with_sakura().await;
    clinic.ignore_mail();
    people::register(&clinic.floor, HANAKO).await;
    for (start, address, send) in
        [("パスワードを忘れた方はこちら", HANAKO, "送信する"), ("新規登録", MIKA, "メール送信")]
    {
        let mut here = clinic.plain();
        let page = here.get(&path).await;
        let page = here.follow(&page, start).await;
        here.submit(page.form(send).fill("メールアドレス", address)).await;
        let (mut there, link) = (clinic.plain(), clinic.link_to(address).await);
        let in_time = there.get(&link).await.form("登録");
        clinic.minutes_pass(24 * 60);
        // Opened after its end, and open while it ended.
        let late = [there.get(&link).await, there.submit(in_time.forge("password", NEW_PASSWORD)).await];
        for page in late {
            assert_eq!(page.code(), 410);
            assert_eq!(there.follow(&page, "もう一度メールを送る").await.form(send).value("next"), path);
            assert_eq!(there.follow(&page, "ログインに戻る").await.form("ログイン").value("next"), path);
        }
    }
}

#[tokio::test]
async fn l10_the_target_survives_a_change_of_language_on_every_page_of_the_way() {
    let (clinic, path) = with_sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let page = browser.get(&path).await;
    let refused = browser.submit(page.form("ログイン")).await;
    for page in [&page, &refused] {
        assert_eq!(translated(&mut browser, page).await.form("ログイン").value("next"), path);
    }
    for (link, send) in [("パスワードを忘れた方はこちら", "送信する"), ("新規登録", "メール送信")]
    {
        let page = browser.follow(&page, link).await;
        let refused = browser.submit(page.form(send)).await;
        for page in [&page, &refused] {
            assert_eq!(translated(&mut browser, page).await.form(send).value("next"), path);
        }
        let sent = browser.submit(page.form(send).fill("メールアドレス", MIKA)).await;
        let page = translated(&mut browser, &sent).await;
        assert_eq!(browser.follow(&page, "ログインに戻る").await.form("ログイン").value("next"), path);
        clinic.minutes_pass(1);
    }
}

#[tokio::test]
async fn l10_who_is_found_to_have_an_account_at_the_end_of_a_sign_up_is_led_on_by_signing_in() {
    let (clinic, path) = with_sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let form = sign_up_from(&mut browser, &path).await;
    browser.submit(form.fill("メールアドレス", HANAKO)).await;
    let link = clinic.link_to(HANAKO).await;
    people::register(&clinic.floor, HANAKO).await;
    let taken = finish(&mut browser, &link).await;
    assert_eq!(taken.h1(), "登録はお済みです");
    let page = browser.follow(&taken, "ログイン").await;
    assert!(asks_about_sakura(&sign_in(&mut browser, &page, people::password(HANAKO)).await));
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
    let links = clinic.floor.store.read_blocking(clinic.now(), |r| mypage::clinic::rows::links(r, account.id)).unwrap();
    assert!(links.is_empty());
    let form = page.form("ログイン").fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
    assert!(asks_about_sakura(&browser.submit(form).await));
}

async fn end_session(clinic: &Clinic, token: &str) {
    let hash = mypage::secret::Token::parse(token).unwrap().hash();
    clinic.floor.store.write(clinic.now(), move |tx| session::end(tx, &hash)).await.unwrap();
}
