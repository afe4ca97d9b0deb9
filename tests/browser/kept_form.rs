//! What somebody typed is there again after a look at another page, and in the other language (B8).

use crate::harness::{every_way, with_javascript};

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
