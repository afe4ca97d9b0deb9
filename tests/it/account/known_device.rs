//! P4: the cookie by which a device is known.

use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::{leaving, press};

const WRONG: &str = "wrong wrong wrong";

async fn enter(browser: &mut Browser, email: &str) -> Page {
    browser.sign_in(email, people::password(email)).await
}

async fn leave(browser: &mut Browser) {
    let page = browser.get("/account").await;
    assert_eq!(browser.submit(page.form("ログアウト")).await.path(), "/sign-in");
}

/// Wrong passwords for the addresses, from clients of their own, until nobody elsewhere gets in.
async fn lock_out(clinic: &Clinic, emails: &[&str]) {
    for email in emails {
        for n in 0..10 {
            let mut attacker = clinic.plain().at(&format!("198.51.100.{n}"));
            assert_eq!(attacker.sign_in(email, WRONG).await.code(), 422);
        }
    }
}

/// A new browser with that token of a device.
fn with_device(clinic: &Clinic, token: &str) -> Browser {
    let mut browser = clinic.plain().at("198.51.100.99");
    browser.put_cookie("device", token);
    browser
}

#[tokio::test]
async fn p4_a_device_has_a_new_token_after_each_sign_in_and_a_copy_of_the_old_one_is_worth_nothing() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut own = clinic.plain();
    enter(&mut own, HANAKO).await;
    let stolen = own.cookie("device");
    leave(&mut own).await;
    assert_eq!(enter(&mut own, HANAKO).await.path(), "/dashboard");
    assert_ne!(own.cookie("device"), stolen);
    lock_out(&clinic, &[HANAKO]).await;
    assert_eq!(enter(&mut with_device(&clinic, &stolen), HANAKO).await.code(), 429);
    leave(&mut own).await;
    assert_eq!(enter(&mut own, HANAKO).await.path(), "/dashboard");
}

#[tokio::test]
async fn p4_a_device_that_a_family_shares_stays_known_to_each_of_them() {
    let clinic = Clinic::new();
    for email in [HANAKO, TARO] {
        people::register(&clinic.floor, email).await;
    }
    let mut shared = clinic.plain();
    for email in [HANAKO, TARO, TARO] {
        assert_eq!(enter(&mut shared, email).await.path(), "/dashboard");
        leave(&mut shared).await;
    }
    lock_out(&clinic, &[HANAKO, TARO]).await;
    // What one types wrong there is none of the other's.
    for _ in 0..10 {
        assert_eq!(shared.sign_in(TARO, WRONG).await.code(), 422);
    }
    assert_eq!(enter(&mut shared, TARO).await.code(), 429);
    assert_eq!(enter(&mut shared, HANAKO).await.path(), "/dashboard");
    leave(&mut shared).await;
    // And a sign-in of one of them lets nobody begin to count anew for the other.
    assert_eq!(enter(&mut shared, TARO).await.code(), 429);
}

#[tokio::test]
async fn p4_a_device_that_forgets_is_not_known() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    crate::harness::booked::open(&clinic).await;
    people::register(&clinic.floor, HANAKO).await;
    let mut own = clinic.plain();
    enter(&mut own, HANAKO).await;
    let token = own.cookie("device");
    press(&mut own, "/b/sakura/forgotten").await;
    assert_eq!(own.cookie("device"), "");
    lock_out(&clinic, &[HANAKO]).await;
    assert_eq!(enter(&mut with_device(&clinic, &token), HANAKO).await.code(), 429);
}

#[tokio::test]
async fn leaving_takes_the_cookie_of_the_device_away() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    people::register(&clinic.floor, HANAKO).await;
    let mut own = clinic.plain();
    enter(&mut own, HANAKO).await;
    assert_ne!(own.cookie("device"), "");
    let form = leaving(&mut own, people::password(HANAKO)).await;
    assert_eq!(own.submit(form).await.path(), "/withdrawn");
    assert_eq!(own.cookie("device"), "");
}
