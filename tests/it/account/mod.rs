//! The life of an account, through the pages as people use them: without JavaScript and with htmx.

mod agree;
mod change_email;
mod change_password;
mod document;
mod edit_person;
mod enumeration;
mod events;
mod former_address;
mod guessing;
mod known_device;
mod mail_link;
mod mails;
mod notice;
mod own_data;
mod postal_code;
mod reset_password;
mod session;
mod sessions;
mod sign_in;
mod sign_out;
mod sign_up;
mod stored;
mod withdraw;
mod withdraw_booked;

use crate::harness::browser::Browser;
use crate::harness::people::HANAKO;

/// Whether this browser is signed in.
async fn is_signed_in(browser: &mut Browser) -> bool {
    let page = browser.get("/account").await;
    assert!(["/account", "/sign-in"].contains(&page.path()), "{}", page.path());
    page.path() == "/account"
}

/// Whether somebody can sign in with these words.
async fn opens(browser: &Browser, email: &str, password: &str) -> bool {
    let mut browser = browser.clone();
    browser.cookies.clear();
    let page = browser.sign_in(email, password).await;
    assert!(matches!(page.code(), 200 | 422), "{}", page.code());
    page.path() == "/dashboard"
}

/// A signed-out visitor is sent to sign in first, and comes back.
async fn asks_to_sign_in(clinic: &crate::harness::clinic::Clinic, path: &str) {
    for mut browser in clinic.both() {
        let page = browser.get(path).await;
        assert_eq!(page.path(), "/sign-in", "{path}");
        assert_eq!(page.form("ログイン").value("next"), path);
    }
    let mut expired = clinic.signed_in(HANAKO).await;
    let page = expired.get(path).await;
    assert_eq!(page.path(), path);
}
