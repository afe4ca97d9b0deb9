//! The menu (manual 4): お客様ID (4-1), the pages it leads to, and how it opens and closes.

use crate::harness::{Person, every_way};
use crate::sign_up::has_an_account;
use fantoccini::key::Key;
use serde_json::json;

/// Waits until the menu is open, or closed.
pub async fn is_open(person: &Person, open: bool) {
    let script = "return document.querySelector('details.menu').open === arguments[0]";
    person.until(script, json!([open])).await;
}

#[tokio::test]
async fn the_menu_shows_the_customer_id_and_leads_everywhere() {
    every_way(async |person| {
        has_an_account(&person).await;
        is_open(&person, false).await;
        person.touches("メニュー").await;
        is_open(&person, true).await;
        let id = person.asks("return document.querySelector('.menu-panel dl').innerText", json!([])).await;
        let id = id.as_str().unwrap().to_owned();
        assert!(id.starts_with("お客様ID"), "{id}");
        assert!(id.chars().filter(char::is_ascii_digit).count() >= 8, "{id}");
        assert_eq!(person.faults().await, Vec::<String>::new(), "with the menu open");
        for page in ["アカウント変更", "ご利用情報の設定", "利用規約", "プライバシーポリシー"]
        {
            person.follows(page).await;
            person.sees(page).await;
            is_open(&person, false).await;
            person.touches("メニュー").await;
            is_open(&person, true).await;
        }
        person.touches("メニュー").await;
        is_open(&person, false).await;
    })
    .await;
}

#[tokio::test]
async fn escape_and_a_press_outside_close_the_menu_when_scripts_run() {
    every_way(async |person| {
        has_an_account(&person).await;
        let closes = !person.has_javascript();
        person.touches("メニュー").await;
        is_open(&person, true).await;
        person.strikes(Key::Tab).await;
        person.has_focus_on("a").await;
        person.strikes(Key::Escape).await;
        is_open(&person, closes).await;
        if person.has_javascript() {
            person.has_focus_on("summary").await;
            person.touches("メニュー").await;
            is_open(&person, true).await;
            person.asks("document.querySelector('h1').click(); return null", json!([])).await;
            is_open(&person, false).await;
        }
    })
    .await;
}
