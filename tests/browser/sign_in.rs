//! ログイン (manual 3-1-3) and ログアウト (4-6).

use crate::harness::{Person, every_way};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};

pub const WRONG: &str = "メールアドレスまたはパスワードが違います。もう一度ご確認ください";

/// Types both on アカウント認証 and presses ログイン.
pub async fn signs_in(person: &Person, address: &str, password: &str) {
    person.fills("メールアドレス", address).await;
    person.fills("パスワード", password).await;
    person.presses("ログイン").await;
}

/// Signs out by the menu.
pub async fn signs_out(person: &Person) {
    person.touches("メニュー").await;
    person.presses("ログアウト").await;
    person.sees("アカウント認証").await;
}

#[tokio::test]
async fn a_person_signs_out_and_in_again() {
    every_way(async |person| {
        has_an_account(&person).await;
        signs_out(&person).await;
        person.reads("ログアウトしました。").await;
        person.visits("/dashboard").await;
        person.sees("アカウント認証").await;
        signs_in(&person, ADDRESS, "a wrong password").await;
        person.is_refused("アカウント認証", &[WRONG]).await;
        assert_eq!(person.has_in("メールアドレス").await, ADDRESS, "the address is kept");
        assert_eq!(person.has_in("パスワード").await, "", "a password never comes back");
        signs_in(&person, ADDRESS, PASSWORD).await;
        person.sees("ダッシュボード").await;
    })
    .await;
}

#[tokio::test]
async fn signing_in_leads_to_the_page_that_was_asked_for() {
    every_way(async |person| {
        has_an_account(&person).await;
        signs_out(&person).await;
        person.visits("/account").await;
        person.sees("アカウント認証").await;
        signs_in(&person, ADDRESS, PASSWORD).await;
        person.sees("アカウント変更").await;
        person.is_at("/account").await;
    })
    .await;
}
