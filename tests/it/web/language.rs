//! The language switch in the footer.

use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO};

#[tokio::test]
async fn the_browsers_language_is_spoken_until_another_is_chosen() {
    let clinic = Clinic::new();
    for (header, lang) in
        [("en", "en"), ("ja", "ja"), ("fr", "ja"), ("fr,en;q=0.5,ja;q=0.9", "ja"), ("en-GB,ja;q=0.1", "en")]
    {
        let mut browser = clinic.plain();
        browser.headers.push(("accept-language", header.to_owned()));
        assert_eq!(browser.get("/sign-in").await.lang(), lang, "{header}");
    }
    for browser in clinic.both() {
        let mut browser = browser.in_english();
        let page = browser.get("/terms").await;
        let page = browser.submit(page.form("日本語")).await;
        assert_eq!((page.path(), page.lang().as_str()), ("/terms", "ja"), "it comes back to the page");
        assert_eq!(browser.get("/sign-in").await.h1(), "アカウント認証");
    }
}

#[tokio::test]
async fn a_patients_choice_goes_along_to_other_devices() {
    let clinic = Clinic::new();
    let mut phone = clinic.signed_in(HANAKO).await;
    let page = phone.get("/account").await;
    let page = phone.submit(page.form("English")).await;
    assert_eq!((page.path(), page.h1().as_str()), ("/account", "Account"));
    let mut computer = clinic.plain();
    computer.sign_in(HANAKO, people::password(HANAKO)).await;
    assert_eq!(computer.get("/dashboard").await.h1(), "Dashboard");
}

#[tokio::test]
async fn the_language_pressed_before_signing_in_stays() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let page = browser.get("/sign-in").await;
    browser.submit(page.form("English")).await;
    let form = browser.get("/sign-in").await.form("Sign in");
    let form = form.fill("E-mail address", HANAKO).fill("Password", people::password(HANAKO));
    assert_eq!(browser.submit(form).await.h1(), "Dashboard");
    // What a browser says of itself is no wish, and the account's language stays.
    let mut foreign = clinic.plain();
    foreign.headers.push(("accept-language", "ja".to_owned()));
    foreign.sign_in(HANAKO, people::password(HANAKO)).await;
    assert_eq!(foreign.get("/dashboard").await.h1(), "Dashboard");
}

#[tokio::test]
async fn a_language_that_we_do_not_speak_changes_nothing() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("English");
    for lang in ["fr", "", "\u{0}", "<script>", &"e".repeat(100_000)] {
        let sent: Vec<_> = form.clone().forge("_", "").sent();
        let sent: Vec<_> =
            sent.into_iter().map(|(k, v)| if k == "lang" { (k, lang.to_owned()) } else { (k, v) }).collect();
        let page = browser.send(crate::harness::browser::Ask::posting("/language", &sent)).await;
        assert_eq!((page.code(), page.lang().as_str()), (200, "ja"), "{lang:.20}");
    }
}
