//! ログアウト.

use super::is_signed_in;
use crate::harness::clinic::Clinic;
use crate::harness::people::HANAKO;

#[tokio::test]
async fn s4_signing_out_ends_the_session_on_the_server_plain_and_by_htmx() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let mut other = clinic.signed_in(HANAKO).await;
        let mut copied = browser.clone();
        let page = browser.get("/dashboard").await;
        let page = browser.submit(page.form("ログアウト")).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/sign-in", "アカウント認証"));
        assert_eq!(page.role("status").as_deref(), Some("ログアウトしました。"));
        assert_ne!(browser.token(), copied.token(), "a new token that signs nobody in");
        assert!(!is_signed_in(&mut browser).await);
        assert!(!is_signed_in(&mut copied).await, "the old cookie is worth nothing");
        assert!(is_signed_in(&mut other).await, "another device stays signed in");
    }
}

#[tokio::test]
async fn a_visitor_who_is_signed_out_already_gets_the_same_answer() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get("/dashboard").await.form("ログアウト");
    clinic.minutes_pass(31 * 24 * 60);
    assert_eq!(browser.submit(form).await.path(), "/sign-in");
}
