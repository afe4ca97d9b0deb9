//! アカウント退会 (manual 4-2-3).

use crate::harness::{Person, every_way};
use crate::sign_in::{WRONG, signs_in};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
use serde_json::json;

/// The field is drawn larger, as a browser does it: what takes its place when the form is refused must not be given a style
/// of which the browser would complain.
async fn is_resized(person: &Person) {
    person.asks("document.querySelector('textarea').style.height = '12rem'; return null", json!([])).await;
}

#[tokio::test]
async fn a_person_leaves_and_the_account_is_gone() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.visits("/account").await;
        person.follows("ご利用のアカウントを削除して退会する").await;
        person.sees("退会").await;
        person.fills("ご意見・ご要望", "引っ越しのため").await;
        is_resized(&person).await;
        person.presses("送信して退会する").await;
        let unticked = "規約をお読みのうえ、チェックを入れてください";
        person.is_refused("退会", &["退会理由を選んでください", "現在のパスワードを入力してください", unticked]).await;
        assert_eq!(person.has_in("ご意見・ご要望").await, "引っ越しのため", "what was typed is kept");
        person.ticks("別のクリニックに通うことになった").await;
        person.fills("現在のパスワード", PASSWORD).await;
        person.ticks("規約に同意して退会する").await;
        person.presses("送信して退会する").await;
        person.sees("退会しました").await;
        person.reads("※クリニックに登録されている患者情報は削除されません。").await;
        person.receives(ADDRESS, "退会の手続きが完了しました").await;
        person.follows("ログインに戻る").await;
        person.sees("アカウント認証").await;
        signs_in(&person, ADDRESS, PASSWORD).await;
        person.is_refused("アカウント認証", &[WRONG]).await;
    })
    .await;
}
