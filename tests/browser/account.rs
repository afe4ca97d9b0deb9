//! アカウント変更 (manual 4-2): メールアドレスの変更 and パスワードの変更.

use crate::harness::every_way;
use crate::sign_in::{signs_in, signs_out};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};

const NEW_ADDRESS: &str = "yamada@clinic.example";
const NEW_PASSWORD: &str = "図書館で借りた三冊の厚い本";

#[tokio::test]
async fn a_new_address_takes_effect_when_it_is_confirmed() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.touches("メニュー").await;
        person.follows("アカウント変更").await;
        person.sees("アカウント変更").await;
        person.fills("新しいメールアドレス", ADDRESS).await;
        person.presses("送信する").await;
        person.is_refused("アカウント変更", &["現在のメールアドレスと同じです"]).await;
        person.fills("新しいメールアドレス", NEW_ADDRESS).await;
        person.presses("送信する").await;
        person.sees("メールを送信しました").await;
        let mail = person.receives(NEW_ADDRESS, "新しいメールアドレスの確認").await;
        person.opens_link_of(&mail).await;
        person.sees("メールアドレスの変更").await;
        person.presses("変更する").await;
        person.sees("アカウント変更").await;
        person.reads("メールアドレスを変更しました。").await;
        person.reads(NEW_ADDRESS).await;
        person.receives(ADDRESS, "メールアドレスが変更されました").await;
        signs_out(&person).await;
        signs_in(&person, NEW_ADDRESS, PASSWORD).await;
        person.sees("ダッシュボード").await;
    })
    .await;
}

#[tokio::test]
async fn a_password_is_changed_with_the_present_one() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.visits("/account").await;
        person.fills("現在のパスワード", "a wrong password").await;
        person.fills("新しいパスワード", NEW_PASSWORD).await;
        person.presses("変更する").await;
        person.is_refused("アカウント変更", &["現在のパスワードが違います"]).await;
        person.fills("現在のパスワード", PASSWORD).await;
        person.fills("新しいパスワード", NEW_PASSWORD).await;
        person.presses("変更する").await;
        person.sees("アカウント変更").await;
        person.reads("パスワードを変更しました。").await;
        person.receives(ADDRESS, "パスワードが変更されました").await;
        signs_out(&person).await;
        signs_in(&person, ADDRESS, NEW_PASSWORD).await;
        person.sees("ダッシュボード").await;
    })
    .await;
}
