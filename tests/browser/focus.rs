//! Where the focus is after a form was sent: on what came of it, with a ring for somebody who uses the keyboard.

use crate::booking::CALENDAR;
use crate::clinic::has_registered;
use crate::harness::{Person, with_javascript};
use crate::sign_up::has_an_account;
use fantoccini::key::Key;
use serde_json::json;

const NOTICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/notice.md");

/// Presses a button or follows a link by the keyboard: it has the focus, and Enter is struck.
async fn strikes_on(person: &Person, selector: &str) {
    let focus = "document.querySelector(arguments[0]).focus(); return null";
    person.asks(focus, json!([selector])).await;
    person.strikes(Key::Enter).await;
}

#[tokio::test]
async fn a_page_after_a_form_begins_with_what_was_done() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        person.operator_runs(&["notice", "publish", NOTICE]);
        person.visits("/notices").await;
        person.sees("お知らせ").await;
        person.presses("すべて既読にする").await;
        person.sees("お知らせ").await;
        person.has_focus_on_words("すべてのお知らせを既読にしました。", false).await;
        has_registered(&person).await;
        person.visits("/clinics/sakura/removal").await;
        person.sees("マイクリニックから解除").await;
        strikes_on(&person, "main button").await;
        person.sees("ダッシュボード").await;
        person.has_focus_on_words("さくら内科クリニックをマイクリニックから解除しました。", true).await;
        person.follows("利用規約").await;
        person.sees("利用規約").await;
        person.has_focus_on("body").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_in_another_language_begins_at_its_title() {
    with_javascript(async |person| {
        person.visits("/terms").await;
        person.sees("利用規約").await;
        person.presses("English").await;
        person.has_focus_on_words("Terms of use", false).await;
        strikes_on(&person, "footer button[lang=ja]").await;
        person.has_focus_on_words("利用規約", true).await;
    })
    .await;
}

#[tokio::test]
async fn a_heading_that_gets_the_focus_shows_it_to_somebody_at_the_keyboard_alone() {
    with_javascript(async |person| {
        person.visits(CALENDAR).await;
        person.sees("日時を選ぶ").await;
        let month = person.words_of(".turn a:last-child").await.swap_remove(0);
        person.touches(&month).await;
        person.has_focus_on_words("カレンダーから選ぶ", false).await;
        strikes_on(&person, ".month a").await;
        person.has_focus_on("slots-title").await;
        let heading = person.words_of("#slots-title").await.swap_remove(0);
        person.has_focus_on_words(&heading, true).await;
    })
    .await;
}
