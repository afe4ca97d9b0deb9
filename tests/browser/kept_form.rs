//! What somebody typed is there again after a look at another page, and in the other language (B8).

use crate::harness::{every_way, with_javascript};
use crate::sign_up::has_an_account;

const TYPED: &str = "mika@exam";

#[tokio::test]
async fn b8_typed_words_outlast_a_look_at_another_page_and_a_change_of_language() {
    every_way(async |person| {
        person.visits("/sign-up").await;
        person.sees("メールアドレス確認").await;
        person.fills("メールアドレス", TYPED).await;
        person.follows("利用規約").await;
        person.sees("利用規約").await;
        person.goes_back().await;
        person.sees("メールアドレス確認").await;
        assert_eq!(person.has_in("メールアドレス").await, TYPED);
        person.presses("English").await;
        person.sees("Confirm your e-mail address").await;
        assert_eq!(person.has_in("E-mail address").await, TYPED);
    })
    .await;
}

#[tokio::test]
async fn b8_typed_words_are_there_when_their_page_is_opened_anew() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.fills("メールアドレス", TYPED).await;
        person.fills("パスワード", "himitsu no kotoba").await;
        person.visits("/terms").await;
        person.sees("利用規約").await;
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        assert_eq!(person.has_in("メールアドレス").await, TYPED);
        assert_eq!(person.has_in("パスワード").await, "", "a password is typed anew");
    })
    .await;
}

#[tokio::test]
async fn b8_what_was_typed_in_one_form_outlasts_the_refusal_of_another_one_on_its_page() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        person.visits("/account").await;
        person.fills("新しいメールアドレス", TYPED).await;
        person.fills("現在のパスワード", "a wrong password").await;
        person.fills("新しいパスワード", "図書館で借りた三冊の厚い本").await;
        person.presses("変更する").await;
        person.is_refused("アカウント変更", &["現在のパスワードが違います"]).await;
        assert_eq!(person.has_in("新しいメールアドレス").await, TYPED);
    })
    .await;
}
