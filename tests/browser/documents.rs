//! 利用規約 (manual 4-4), プライバシーポリシー (4-5), and the language of every page.

use crate::harness::{Person, every_way};
use serde_json::json;

async fn reads_in(person: &Person, lang: &str) {
    person.until("return document.documentElement.lang === arguments[0]", json!([lang])).await;
}

#[tokio::test]
async fn the_documents_can_be_read_by_everybody_in_both_languages() {
    every_way(async |person| {
        person.visits("/").await;
        person.sees("アカウント認証").await;
        person.follows("利用規約").await;
        person.sees("利用規約").await;
        person.reads("第1条").await;
        person.follows("プライバシーポリシー").await;
        person.sees("プライバシーポリシー").await;
        person.presses("English").await;
        person.sees("Privacy policy").await;
        reads_in(&person, "en").await;
        person.follows("Terms of use").await;
        person.sees("Terms of use").await;
        person.visits("/sign-in").await;
        person.sees("Sign in").await;
        person.presses("日本語").await;
        person.sees("アカウント認証").await;
        reads_in(&person, "ja").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_is_not_there_leads_back() {
    every_way(async |person| {
        person.visits("/no-such-page").await;
        person.in_passing().sees("ページが見つかりません").await;
        let faults = person.faults().await;
        assert!(matches!(&faults[..], [only] if only.contains("/no-such-page")), "{faults:?}");
        person.follows("トップページへ").await;
        person.sees("アカウント認証").await;
    })
    .await;
}
