//! アカウント認証.

use super::is_signed_in;
use crate::harness::clinic::{Clinic, START};
use crate::harness::people::{self, HANAKO, TARO};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use mypage::account::{Account, change_readings, support};
use mypage::store::{Result, Tx};

#[tokio::test]
async fn the_right_password_leads_to_the_dashboard_plain_and_by_htmx() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for mut browser in clinic.both() {
        let page = browser.sign_in(HANAKO, people::password(HANAKO)).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/dashboard", "ダッシュボード"));
        assert!(is_signed_in(&mut browser).await);
        assert_eq!(browser.get("/sign-in").await.path(), "/dashboard", "a signed-in patient goes on");
        assert_eq!(browser.get("/").await.path(), "/dashboard");
    }
}

#[tokio::test]
async fn a_wrong_password_or_somebody_elses_opens_nothing() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    people::register(&clinic.floor, TARO).await;
    for mut browser in clinic.both() {
        for password in ["wrong wrong wrong", people::password(TARO), "Sakura-no-ki-no-shita"] {
            let page = browser.sign_in(HANAKO, password).await;
            assert_eq!(page.code(), 422);
            assert!(page.problems()[0].1.contains("メールアドレスまたはパスワードが違います"));
            assert!(!is_signed_in(&mut browser).await);
        }
    }
}

#[tokio::test]
async fn what_is_missing_is_named_beside_its_field() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        let page = browser.sign_in("", "").await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned(), "password".to_owned()]));
        let page = browser.sign_in("no address", "x").await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned()]));
    }
}

#[tokio::test]
async fn a_disabled_account_is_closed_and_says_so_only_to_its_owner() {
    let clinic = Clinic::new();
    let mut earlier = clinic.signed_in(HANAKO).await;
    let number = people::find(&clinic.floor, HANAKO).unwrap().customer_id;
    let now = clinic.now();
    let close = move |account: Account| account.disable(now);
    clinic.floor.store.write(clinic.now(), move |tx| support::change(tx, number, &close)).await.unwrap();
    assert!(!is_signed_in(&mut earlier).await, "sessions end at once");
    let mut browser = clinic.plain();
    let page = browser.sign_in(HANAKO, people::password(HANAKO)).await;
    assert!(page.problems()[0].1.contains("現在ご利用いただけません"));
    let page = browser.sign_in(HANAKO, "wrong wrong wrong").await;
    assert!(page.problems()[0].1.contains("メールアドレスまたはパスワードが違います"));
    clinic.floor.store.write(clinic.now(), move |tx| support::change(tx, number, &Account::enable)).await.unwrap();
    assert!(super::opens(&browser, HANAKO, people::password(HANAKO)).await);
}

/// The password of somebody, hashed with too little effort.
fn weak(email: &str) -> String {
    let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8 * 1024, 1, 1, None).unwrap());
    weak.hash_password_with_salt(people::password(email).as_bytes(), &[7; 16]).unwrap().to_string()
}

#[tokio::test]
async fn p2_a_hash_with_weaker_parameters_is_made_anew_at_sign_in() {
    let clinic = Clinic::new();
    let account = people::register(&clinic.floor, HANAKO).await;
    let weak = weak(HANAKO);
    let (number, stored) = (account.customer_id, weak.clone());
    let weaken = move |account: Account| Account { password: stored.clone(), ..account };
    clinic.floor.store.write(clinic.now(), move |tx| support::change(tx, number, &weaken)).await.unwrap();
    let mut browser = clinic.plain();
    browser.sign_in(HANAKO, "wrong wrong wrong").await;
    assert_eq!(people::find(&clinic.floor, HANAKO).unwrap().password, weak, "a wrong one changes nothing");
    assert_eq!(browser.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
    let strong = people::find(&clinic.floor, HANAKO).unwrap().password;
    assert!(strong.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{strong}");
    assert!(super::opens(&browser, HANAKO, people::password(HANAKO)).await);
    assert_eq!(people::find(&clinic.floor, HANAKO).unwrap().password, strong, "once is enough");
}

#[tokio::test]
async fn what_changes_while_a_password_is_checked_stays_and_refuses_a_sign_in_only_where_it_decides_one() {
    type Change = fn(&mut Tx<'_>, &Account) -> Result<()>;
    let read: Change = |tx, account| change_readings(tx, account.id, |read| read.0.extend([("winter".to_owned(), 1)]));
    let close: Change = |tx, of| support::change(tx, of.customer_id, &|account| account.disable(START)).map(drop);
    let other: Change = |tx, of| {
        let changed = |account| Account { password: "another".to_owned(), ..account };
        support::change(tx, of.customer_id, &changed).map(drop)
    };
    for (change, place) in [(read, "/dashboard"), (close, "/sign-in"), (other, "/sign-in")] {
        let clinic = Clinic::new();
        let number = people::register(&clinic.floor, HANAKO).await.customer_id;
        let weaken = move |account| Account { password: weak(HANAKO), ..account };
        clinic.floor.store.write(clinic.now(), move |tx| support::change(tx, number, &weaken)).await.unwrap();
        let account = people::find(&clinic.floor, HANAKO).unwrap();
        let mut browser = clinic.plain();
        let form = browser.get("/sign-in").await.form("ログイン");
        let form = form.fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
        // The request finds the account, and the change comes before the request's own writes have their turn.
        let (open, gate) = std::sync::mpsc::channel::<()>();
        let gate = std::sync::Mutex::new(gate);
        let store = &clinic.floor.store;
        let shut = store.write(clinic.now(), move |_| Ok(gate.lock().unwrap().recv().is_ok()));
        let changed =
            store.write(clinic.now(), move |tx| change(tx, &account).and(mypage::account::find(tx, account.id)));
        let release = async move { drop(open) };
        let (_, changed, page, ()) = tokio::join!(shut, changed, browser.submit(form), release);
        assert_eq!(page.path(), place);
        let (changed, now) = (changed.unwrap().unwrap(), people::find(&clinic.floor, HANAKO).unwrap());
        assert_eq!(Account { password: changed.password.clone(), ..now.clone() }, changed);
        assert_eq!(now.password == changed.password, place == "/sign-in", "only who signs in gets a stronger hash");
    }
}
