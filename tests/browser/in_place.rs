//! What JavaScript adds: an answer in place of a new page, the focus where it helps, and passwords that can be shown.

use crate::harness::every_way;
use crate::sign_in::WRONG;
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
use serde_json::json;

#[tokio::test]
async fn a_refused_form_is_answered_in_place_when_scripts_run() {
    every_way(async |person| {
        person.visits("/sign-up").await;
        person.sees("メールアドレス確認").await;
        person.remembers_this_page().await;
        person.fills("メールアドレス", "").await;
        person.presses("メール送信").await;
        person.is_refused("メールアドレス確認", &["メールアドレスを入力してください"]).await;
        assert_eq!(person.is_still_on_it().await, person.has_javascript());
        person.is_at("/sign-up").await;
        person.has_focus_on("problems").await;
        person.touches("メールアドレスを入力してください").await;
        person.has_focus_on("email").await;
    })
    .await;
}

#[tokio::test]
async fn an_accepted_form_leads_to_the_next_page_and_back_leads_back() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.visits("/person").await;
        person.sees("ご利用情報の設定").await;
        person.presses("確認へ").await;
        person.sees("ご利用情報の確認").await;
        person.is_at("/person/confirmation").await;
        person.goes_back().await;
        person.sees("ご利用情報の設定").await;
        person.is_at("/person").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_into_a_password_field_can_be_shown() {
    every_way(async |person| {
        person.visits("/sign-in").await;
        person.fills("メールアドレス", ADDRESS).await;
        person.fills("パスワード", PASSWORD).await;
        if !person.has_javascript() {
            let shown = "return document.querySelector('.reveal-button').checkVisibility()";
            assert_eq!(person.asks(shown, json!([])).await, json!(false), "a button that could do nothing");
            return;
        }
        person.touches("表示する").await;
        assert_eq!(person.property("パスワード", "type").await, "text");
        assert_eq!(person.has_in("パスワード").await, PASSWORD);
        person.touches("隠す").await;
        assert_eq!(person.property("パスワード", "type").await, "password");
        person.touches("表示する").await;
        person.presses("ログイン").await;
        person.is_refused("アカウント認証", &[WRONG]).await;
        assert_eq!(person.property("パスワード", "type").await, "password");
    })
    .await;
}
