//! Without a connection: the page that says so, and the next visits on a device that was asked to keep them.
//!
//! The connection is lost by stopping the server: a browser's own emulation does not reach what its service worker asks for.

use crate::booking::has_booked;
use crate::harness::{Person, with_javascript};
use crate::sign_in::signs_out;
use crate::sign_up::{ADDRESS, has_an_account};
use serde_json::json;

const OFFLINE: &str = "インターネットに接続されていません";
const KEEP: &str = "この端末で、オフラインでも次のご予約を表示する";

/// Waits until the service worker has its shell; the next page is the first that passes through it.
async fn has_a_worker(person: &Person) {
    let active = "return navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated')";
    person.until(active, json!([])).await;
}

/// Has been asked on this device to keep the next visits, and opens a page anew.
async fn was_asked_to_keep_visits(person: &Person, page: &str, title: &str) {
    person.asks("localStorage.setItem('device-copy-owner', 'somebody'); return null", json!([])).await;
    person.visits(page).await;
    person.sees(title).await;
}

/// Waits until the device holds a copy, or none.
async fn holds_a_copy(person: &Person, wanted: bool) {
    let script = "const [wanted] = arguments; return caches.has('device-copy').then((has) => has === wanted)";
    person.until(script, json!([wanted])).await;
}

/// Asks for a page in vain, and says what of the next visits is shown instead.
async fn is_offline(person: &Person) -> String {
    person.loses_the_connection();
    person.visits("/dashboard").await;
    person.sees(OFFLINE).await;
    person.is_at("/dashboard").await;
    let shown = person.asks("return document.getElementById('device-copy-shown').innerText", json!([])).await;
    shown.as_str().unwrap().to_owned()
}

/// Has booked a visit, and asks the device to keep it.
async fn keeps_a_visit(person: &Person) {
    has_an_account(person).await;
    has_booked(person).await;
    person.receives(ADDRESS, "予約完了のお知らせ").await;
    person.visits("/account").await;
    person.sees("アカウント変更").await;
    person.follows("オフラインでの表示").await;
    person.ticks(KEEP).await;
    person.reads("この端末に保存しました。").await;
    holds_a_copy(person, true).await;
    has_a_worker(person).await;
}

#[tokio::test]
async fn a_page_without_a_connection_says_so_and_leads_back() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        was_asked_to_keep_visits(&person, "/sign-in", "アカウント認証").await;
        has_a_worker(&person).await;
        assert_eq!(is_offline(&person).await, "");
        let drawn =
            "return getComputedStyle(document.querySelector('main .button')).backgroundColor !== 'rgba(0, 0, 0, 0)'";
        person.until(drawn, json!([])).await;
        person.visits("/terms").await;
        person.sees(OFFLINE).await;
        person.is_connected_again().await;
        person.follows("再読み込み").await;
        person.sees("利用規約").await;
        person.is_at("/terms").await;
    })
    .await;
}

#[tokio::test]
async fn the_page_without_a_connection_speaks_the_language_that_was_chosen() {
    with_javascript(async |person| {
        person.visits("/terms").await;
        person.sees("利用規約").await;
        person.presses("English").await;
        person.sees("Terms of use").await;
        was_asked_to_keep_visits(&person, "/terms", "Terms of use").await;
        let ready = "return caches.keys().then((names) => names.length === 1 && names[0].endsWith('-en'))";
        person.until(ready, json!([])).await;
        has_a_worker(&person).await;
        person.loses_the_connection();
        person.visits("/terms").await;
        person.sees("You are offline").await;
    })
    .await;
}

#[tokio::test]
async fn the_next_visits_are_shown_only_where_they_were_asked_for_and_go_with_the_sign_out() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        has_booked(&person).await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
        holds_a_copy(&person, false).await;
        let none = "return navigator.serviceWorker.getRegistration().then((it) => it === undefined)";
        person.until(none, json!([])).await;
        person.visits("/account").await;
        person.sees("アカウント変更").await;
        person.ticks(KEEP).await;
        person.reads("この端末に保存しました。").await;
        has_a_worker(&person).await;
        is_offline(&person).await;
        for words in ["次のご予約", "最終更新", "さくら内科クリニック", "山田 花子", "電話"] {
            person.reads(words).await;
        }
        person.is_connected_again().await;
        person.follows("再読み込み").await;
        person.sees("ダッシュボード").await;
        signs_out(&person).await;
        holds_a_copy(&person, false).await;
        assert_eq!(is_offline(&person).await, "");
    })
    .await;
}

#[tokio::test]
async fn turning_it_off_deletes_what_is_kept() {
    with_javascript(async |person| {
        keeps_a_visit(&person).await;
        person.visits("/account").await;
        person.sees("アカウント変更").await;
        assert_eq!(person.property(KEEP, "checked").await, "true");
        person.ticks(KEEP).await;
        person.reads("この端末から消しました。").await;
        holds_a_copy(&person, false).await;
        let none = "return navigator.serviceWorker.getRegistration().then((it) => it === undefined)";
        person.until(none, json!([])).await;
    })
    .await;
}

#[tokio::test]
async fn what_another_account_had_kept_goes_and_what_is_over_is_not_shown() {
    with_javascript(async |person| {
        keeps_a_visit(&person).await;
        let over = "
            return caches.open('device-copy').then(async (store) => {
                const text = await (await store.match('/dashboard/device-copy')).text();
                await store.put('/dashboard/device-copy', new Response(text.replace(/data-ends=\"\\d+\"/, 'data-ends=\"1\"')));
            });";
        person.asks(over, json!([])).await;
        is_offline(&person).await;
        person.reads("次のご予約はありません。").await;
        let shown = person.asks("return document.querySelector('main').innerText", json!([])).await;
        assert!(!shown.as_str().unwrap().contains("山田"));
        person.is_connected_again().await;
        person.visits("/terms").await;
        person.sees("利用規約").await;
        person.asks("localStorage.setItem('device-copy-owner', 'somebody else'); return null", json!([])).await;
        person.visits("/dashboard").await;
        person.sees("ダッシュボード").await;
        holds_a_copy(&person, false).await;
        person.until("return localStorage.getItem('device-copy-owner') === null", json!([])).await;
    })
    .await;
}
