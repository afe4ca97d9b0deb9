//! P4 and P5: the cookie by which a device is known, and how often the right password may be given.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::{NEW_PASSWORD, leaving, press};

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

#[tokio::test]
async fn p5_right_passwords_have_a_ceiling_whose_page_says_what_to_do_now() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    people::register(&clinic.floor, HANAKO).await;
    people::register(&clinic.floor, TARO).await;
    let (mut own, mut same) = (clinic.plain(), clinic.plain());
    enter(&mut own, HANAKO).await;
    // Of sessions begun at one moment it is chance which ends first when there are too many.
    clinic.minutes_pass(1);
    for n in 1..60 {
        let mut robot = clinic.plain().at(&format!("198.51.100.{n}"));
        assert_eq!(enter(&mut robot, HANAKO).await.path(), "/dashboard", "{n}");
    }
    for mut refused in [same.clone(), clinic.htmx()] {
        let pages = [refused.sign_in(HANAKO, people::password(HANAKO)).await, refused.sign_in(HANAKO, WRONG).await];
        for page in &pages {
            assert_eq!(page.code(), 429);
            let said = &page.problems()[0].1;
            assert!(
                said.contains("そのままお使いいただけます") && said.contains("パスワードを忘れた方はこちら"),
                "{said}"
            );
            assert!(page.has_link("パスワードを忘れた方はこちら"));
        }
        assert_eq!(pages[0].text(), pages[1].text(), "whatever the password");
    }
    assert_eq!(enter(&mut same, TARO).await.path(), "/dashboard", "others are not touched");
    leave(&mut same).await;
    // The own device has its own number, and what the page says lets in at once.
    let (mut before, mut known) = (own.clone(), own.clone());
    assert_eq!(before.get("/account").await.path(), "/sign-in", "the sixty sessions since have ended this one");
    assert_eq!(enter(&mut known, HANAKO).await.path(), "/dashboard");
    let page = same.get("/password-reset").await;
    same.submit(page.form("送信する").fill("メールアドレス", HANAKO)).await;
    let page = same.get(&clinic.link_to(HANAKO).await).await;
    same.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
    assert_eq!(same.sign_in(HANAKO, NEW_PASSWORD).await.path(), "/dashboard");
}

#[tokio::test]
async fn p5_the_ceiling_ends_after_an_hour_and_counts_within_a_session_too() {
    let clinic = Clinic::new();
    let mut own = clinic.signed_in(HANAKO).await;
    let form = own.get("/account/password").await.form("変更する");
    let form = form.fill("現在のパスワード", people::password(HANAKO)).fill("新しいパスワード", "short");
    let ask = || Ask::posting(&form.action, &form.sent());
    for n in 0..60 {
        assert_eq!(own.send(ask()).await.code(), 422, "{n}");
    }
    assert_eq!(own.send(ask()).await.code(), 429);
    clinic.minutes_pass(60);
    assert_eq!(own.send(ask()).await.code(), 422);
}
