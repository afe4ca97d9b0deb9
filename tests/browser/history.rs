//! Back and forward: the right page, at the place where it was left, with what was typed on it and what has changed since;
//! and links that are to open elsewhere.

use crate::booking::{CALENDAR, has_booked, opens_the_reservation};
use crate::choosing::{OTHER_DAYS, turns_to_the_next_month};
use crate::harness::{Person, every_way, with_javascript};
use crate::sign_up::{ADDRESS, has_an_account};
use serde_json::{Value, json};

/// Presses a link without scrolling to it, as a mouse does.
async fn clicks(person: &Person, href: &str) {
    let script = "document.querySelector('footer a[href=\"' + arguments[0] + '\"]').click(); return null";
    person.asks(script, json!([href])).await;
}

async fn is_at_height(person: &Person, y: u32) {
    person.until("return Math.abs(scrollY - arguments[0]) < 2", json!([y])).await;
}

async fn scrolls_to(person: &Person, y: u32) {
    person.asks("scrollTo(0, arguments[0]); return null", json!([y])).await;
    is_at_height(person, y).await;
}

/// Where the page is, and which month and day its calendar shows.
async fn calendar(person: &Person) -> Value {
    let shown = "
        const words = (selector) => document.querySelector(selector)?.innerText ?? null;
        return [location.pathname + location.search, words('.month-name'), words('#slots-title')]";
    person.asks(shown, json!([])).await
}

#[tokio::test]
async fn however_quickly_back_is_pressed_again_the_calendar_is_that_of_its_address() {
    with_javascript(async |person| {
        for milliseconds in (0..=120).step_by(20) {
            person.visits(CALENDAR).await;
            person.sees("日時を選ぶ").await;
            let first = calendar(&person).await;
            turns_to_the_next_month(&person).await;
            let second = calendar(&person).await;
            let day = person.words_of(OTHER_DAYS).await.swap_remove(0);
            person.touches(&day).await;
            person
                .until(
                    "return document.getElementById('slots-title')?.innerText.startsWith(arguments[0])",
                    json!([day]),
                )
                .await;
            let third = calendar(&person).await;
            let twice = "history.back(); setTimeout(() => history.back(), arguments[0]); return null";
            person.asks(twice, json!([milliseconds])).await;
            let arrived = "return document.readyState === 'complete' && location.search !== arguments[0]";
            person.until(arrived, json!([address(&third).split_once('?').map(|(_, query)| format!("?{query}"))])).await;
            settles(&person, &[first, second]).await;
        }
    })
    .await;
}

fn address(calendar: &Value) -> String {
    calendar[0].as_str().unwrap().to_owned()
}

/// Comes to rest with one of these calendars at its own address.
async fn settles(person: &Person, known: &[Value]) {
    let right = "
        const words = (selector) => document.querySelector(selector)?.innerText ?? null;
        const now = [location.pathname + location.search, words('.month-name'), words('#slots-title')];
        return document.readyState === 'complete' && [...arguments].some((e) => JSON.stringify(e) === JSON.stringify(now))";
    person.until(right, json!(known)).await;
}

#[tokio::test]
async fn back_and_forward_lead_to_where_each_page_was_left() {
    with_javascript(async |person| {
        person.visits("/terms").await;
        person.sees("利用規約").await;
        scrolls_to(&person, 300).await;
        clicks(&person, "/privacy").await;
        person.sees("プライバシーポリシー").await;
        is_at_height(&person, 0).await;
        scrolls_to(&person, 500).await;
        person.goes_back().await;
        person.in_passing().sees("利用規約").await;
        is_at_height(&person, 300).await;
        person.asks("history.forward(); return null", json!([])).await;
        person.in_passing().sees("プライバシーポリシー").await;
        is_at_height(&person, 500).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_still_there_after_a_look_at_another_page() {
    every_way(async |person| {
        person.visits("/sign-up").await;
        person.sees("メールアドレス確認").await;
        person.fills("メールアドレス", "hanako@example.jp").await;
        person.follows("利用規約").await;
        person.sees("利用規約").await;
        person.goes_back().await;
        person.in_passing().sees("メールアドレス確認").await;
        assert_eq!(person.has_in("メールアドレス").await, "hanako@example.jp");
    })
    .await;
}

#[tokio::test]
async fn back_shows_what_has_changed_since_the_page_was_left() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        has_booked(&person).await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
        person.visits("/dashboard").await;
        person.sees("ダッシュボード").await;
        opens_the_reservation(&person).await;
        person.follows("予約をキャンセル").await;
        person.sees("予約のキャンセル").await;
        person.presses("キャンセルする").await;
        person.sees("予約詳細").await;
        person.receives(ADDRESS, "予約をキャンセルしました").await;
        person.asks("history.go(-2); return null", json!([])).await;
        person.in_passing().sees("ダッシュボード").await;
        person.reads("これからの予約はありません").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_pressed_for_another_window_is_left_to_the_browser() {
    with_javascript(async |person| {
        person.visits(CALENDAR).await;
        person.sees("日時を選ぶ").await;
        let script = "
            const link = document.querySelector('.turn a');
            const press = (how) => link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ...how}));
            link.target = '_self';
            return [press({ctrlKey: true}), press({shiftKey: true}), press({metaKey: true}), press({})]";
        let left_to_the_browser = person.asks(script, json!([])).await;
        assert_eq!(left_to_the_browser, json!([true, true, true, false]));
    })
    .await;
}
