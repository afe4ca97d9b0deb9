//! パスワードを忘れた方 and パスワード再設定 (manual 3-1-4).

use crate::harness::every_way;
use crate::sign_in::{signs_in, signs_out};
use crate::sign_up::{ADDRESS, has_an_account};

const NEW: &str = "図書館で借りた三冊の厚い本";

#[tokio::test]
async fn a_forgotten_password_is_set_anew() {
    every_way(async |person| {
        has_an_account(&person).await;
        signs_out(&person).await;
        person.follows("パスワードを忘れた方はこちら").await;
        person.sees("パスワードを忘れた方").await;
        person.fills("メールアドレス", ADDRESS).await;
        person.presses("送信する").await;
        person.sees("メールを送信しました").await;
        let mail = person.receives(ADDRESS, "パスワードの再設定").await;
        person.opens_link_of(&mail).await;
        person.sees("パスワード再設定").await;
        person.fills("新しいパスワード", NEW).await;
        person.presses("登録").await;
        person.sees("アカウント認証").await;
        person.reads("新しいパスワードを登録しました。ログインしてください。").await;
        person.receives(ADDRESS, "パスワードが変更されました").await;
        signs_in(&person, ADDRESS, NEW).await;
        person.sees("ダッシュボード").await;
        person.opens_link_of(&mail).await;
        person.sees("このURLは使えません").await;
        person.follows("もう一度メールを送る").await;
        person.sees("パスワードを忘れた方").await;
    })
    .await;
}
