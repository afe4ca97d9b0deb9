//! Back and forward through pages that were put in place: the right page, at the place where it was left, with what was
//! typed on it; and links that are to open elsewhere.

use crate::harness::{Person, every_way, with_javascript};
use serde_json::json;

/// Presses a link without scrolling to it, as a mouse does.
async fn clicks(person: &Person, href: &str) {
    let script = "document.querySelector('footer a[href=\"' + arguments[0] + '\"]').click(); return null";
    person.asks(script, json!([href])).await;
}

async fn is_at_height(person: &Person, y: u32) {
    person.until("return Math.abs(scrollY - arguments[0]) < 2", json!([y])).await;
}

/// Scrolls, and waits until that is remembered.
async fn scrolls_to(person: &Person, y: u32) {
    person.asks("scrollTo(0, arguments[0]); return null", json!([y])).await;
    person.until("return Math.abs(history.state?.y - arguments[0]) < 2", json!([y])).await;
}

/// Whether the page is the one that its address names.
const RIGHT: &str = "
    const titles = {'/sign-in': 'アカウント認証', '/terms': '利用規約'};
    return document.readyState === 'complete'
        && document.querySelector('h1').textContent === titles[location.pathname]";

#[tokio::test]
async fn however_quickly_back_is_pressed_again_the_page_is_that_of_its_address() {
    with_javascript(async |person| {
        for milliseconds in (0..=120).step_by(20) {
            person.visits("/sign-in").await;
            person.sees("アカウント認証").await;
            person.follows("利用規約").await;
            person.sees("利用規約").await;
            person.follows("プライバシーポリシー").await;
            person.sees("プライバシーポリシー").await;
            let twice = "history.back(); setTimeout(() => history.back(), arguments[0]); return null";
            person.asks(twice, json!([milliseconds])).await;
            person.until("return location.pathname !== '/privacy'", json!([])).await;
            person.until(RIGHT, json!([])).await;
        }
    })
    .await;
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
async fn a_link_pressed_for_another_window_is_left_to_the_browser() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        let script = "
            const link = document.querySelector('footer a[href=\"/terms\"]');
            const press = (how) => link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ...how}));
            link.target = '_self';
            return [press({ctrlKey: true}), press({shiftKey: true}), press({metaKey: true}), press({})]";
        let left_to_the_browser = person.asks(script, json!([])).await;
        assert_eq!(left_to_the_browser, json!([true, true, true, false]));
    })
    .await;
}
