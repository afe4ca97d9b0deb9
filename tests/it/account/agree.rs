//! Agreeing to a new version of the documents.

use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::{self, SAKURA};
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::NEW_PASSWORD;
use mypage::clinic::{ClinicId, registration_code};
use mypage::store::Store;
use std::io::Write;

/// A clinic over the same store, after the operator has put new terms into place.
fn with_new_terms(store: Store) -> Clinic {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all("version: 2026-05-01\n# 新しい規約\n".as_bytes()).unwrap();
    let settings = vec![("MYPAGE_SERVICE_TERMS_FILE", file.path().display().to_string())];
    // The file is read while the settings are checked, and not later.
    Clinic::open(Setup { store, settings, ..Setup::default() })
}

#[tokio::test]
async fn new_terms_are_asked_for_before_anything_else_plain_and_by_htmx() {
    for htmx in [false, true] {
        let before = Clinic::new();
        let old = people::register(&before.floor, HANAKO).await;
        let clinic = with_new_terms(before.floor.store.clone());
        clinic.minutes_pass(60);
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.sign_in(HANAKO, people::password(HANAKO)).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/agreement", "規約が新しくなりました"));
        for path in ["/dashboard", "/account", "/account/email", "/account/password", "/person", "/notices"] {
            assert_eq!(browser.get(path).await.path(), "/agreement", "{path}");
        }
        assert_eq!(browser.get(&page.link("利用規約を読む")).await.h1(), "利用規約");
        assert_eq!(browser.get("/account/withdrawal").await.h1(), "退会", "a patient who does not agree may leave");
        let refused = browser.submit(page.form("同意して進む")).await;
        assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["agree".to_owned()]));
        assert_eq!(people::find(&clinic.floor, HANAKO), Some(old.clone()));
        let form = page.form("同意して進む").tick("利用規約とプライバシーポリシーに同意する");
        assert_eq!(browser.submit(form).await.path(), "/dashboard");
        let new = people::find(&clinic.floor, HANAKO).unwrap();
        assert_eq!(new.agreements.len(), 2, "the earlier agreement is kept");
        assert_eq!(new.agreements[0], old.agreements[0]);
        assert_eq!((new.agreements[1].terms.as_str(), new.agreements[1].at), ("2026-05-01", clinic.now()));
    }
}

/// Agrees, at the second attempt and in the other language.
async fn agree(browser: &mut Browser, asked: &Page) -> Page {
    assert_eq!(asked.path(), "/agreement");
    let page = browser.submit(asked.form("English")).await;
    let refused = browser.submit(page.form("Agree and go on")).await;
    let page = browser.submit(refused.form("日本語")).await;
    browser.submit(page.form("同意して進む").tick("利用規約とプライバシーポリシーに同意する")).await
}

/// A clinic with new terms, to which Hanako of the fixtures has not agreed yet, and its registration URL.
async fn before_agreeing() -> (Clinic, String) {
    let before = Clinic::new();
    people::register(&before.floor, HANAKO).await;
    clinics::open(&before.floor, clinics::sakura(), clinics::menus()).await;
    let sakura = ClinicId::parse(SAKURA).unwrap();
    let code = before
        .floor
        .store
        .write(before.floor.clock.now(), move |tx| registration_code::give(tx, &sakura))
        .await
        .unwrap();
    (with_new_terms(before.floor.store.clone()), format!("/c/{code}"))
}

#[tokio::test]
async fn the_page_that_was_asked_for_is_come_back_to_after_agreeing() {
    for wanted in ["/account/password", "/person", "/notices?page=2"] {
        let (clinic, _) = before_agreeing().await;
        let mut browser = clinic.signed_in(HANAKO).await;
        let asked = browser.get(wanted).await;
        assert_eq!(asked.form("同意して進む").value("next"), wanted);
        let page = agree(&mut browser, &asked).await;
        assert_eq!(page.path(), wanted.split('?').next().unwrap());
    }
}

#[tokio::test]
async fn l10_the_target_survives_new_terms_plain_and_by_htmx() {
    for htmx in [false, true] {
        let (clinic, path) = before_agreeing().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.get(&path).await;
        let form = page.form("ログイン").fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
        let asked = browser.submit(form).await;
        // A session that ends here costs another sign-in and no more.
        let mut signed_out = browser.clone();
        signed_out.cookies.clear();
        let again = signed_out.get("/agreement?next=%2Fperson").await;
        assert_eq!(again.form("ログイン").value("next"), "/agreement?next=%2Fperson");
        let page = agree(&mut browser, &asked).await;
        assert!(page.dialog().is_some_and(|dialog| dialog.contains("さくら内科クリニック")), "{}", page.path());
    }
}

#[tokio::test]
async fn after_a_form_that_new_terms_stopped_the_way_is_its_page() {
    let before = Clinic::new();
    let mut browser = before.signed_in(HANAKO).await;
    let form = browser.get("/account/password").await.form("変更する");
    let form = form.forge("password", NEW_PASSWORD).forge("next", "/person");
    let clinic = with_new_terms(before.floor.store.clone());
    let mut later = clinic.plain();
    later.cookies = browser.cookies;
    let asked = later.submit(form).await;
    assert_eq!(asked.form("同意して進む").value("next"), "/account/password");
    assert_eq!(agree(&mut later, &asked).await.path(), "/account/password");
}

#[tokio::test]
async fn nobody_agrees_for_anybody_else() {
    let clinic = with_new_terms(Clinic::new().floor.store.clone());
    assert_eq!(clinic.plain().get("/agreement").await.path(), "/sign-in");
}
