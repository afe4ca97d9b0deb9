//! What a browser of some years ago makes of the pages: one that knows neither `:has()` nor `:modal` nor
//! `@media (scripting)`.

use crate::booking::{CALENDAR, takes_the_next_free};
use crate::clinic::{has_asked_for_the_clinic, is_raised};
use crate::harness::{Person, with_javascript};
use crate::menu::is_open;
use crate::sign_up::has_an_account;
use fantoccini::key::Key;
use serde_json::json;

/// Whether a ring is drawn around this element, a part of it or beside what has the focus in it.
const HAS_A_RING: &str = "
    const place = document.querySelector(arguments[0]);
    const drawn = ({ content, outlineStyle, outlineWidth }, pseudo) =>
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && (!pseudo || content !== 'none');
    return place.contains(document.activeElement) && [place, ...place.querySelectorAll('*')].some((e) =>
        [null, '::before', '::after'].some((pseudo) => drawn(getComputedStyle(e, pseudo), pseudo)));
";

/// Goes on by the Tab key until the focus is in this element.
async fn tabs_to(person: &Person, selector: &str) {
    for _ in 0..30 {
        let there = "return document.querySelector(arguments[0]).contains(document.activeElement)";
        if person.asks(there, json!([selector])).await == json!(true) {
            return;
        }
        person.strikes(Key::Tab).await;
    }
    panic!("the focus never came to {selector}");
}

#[tokio::test]
async fn an_older_browser_raises_the_question_and_runs_every_script() {
    with_javascript(async |person| {
        if !person.has_an_older_browser().await {
            return;
        }
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        person.until("return document.querySelector('.reveal-button').checkVisibility()", json!([])).await;
        has_an_account(&person).await;
        has_asked_for_the_clinic(&person).await;
        is_raised(&person).await;
        person.strikes(Key::Escape).await;
        person.is_at("/dashboard").await;
    })
    .await;
}

#[tokio::test]
async fn an_older_browser_shows_where_the_focus_is() {
    with_javascript(async |person| {
        if !person.has_an_older_browser().await {
            return;
        }
        person.visits(CALENDAR).await;
        person.sees("日時を選ぶ").await;
        takes_the_next_free(&person).await;
        person.sees("受診者の情報を入力する").await;
        tabs_to(&person, ".choice").await;
        person.until(HAS_A_RING, json!([".choice"])).await;
        has_an_account(&person).await;
        has_asked_for_the_clinic(&person).await;
        person.presses("登録").await;
        person.sees("ダッシュボード").await;
        person.visits("/clinics/sakura").await;
        person.sees("クリニック詳細").await;
        tabs_to(&person, ".clinic-head").await;
        person.until(HAS_A_RING, json!([".clinic-head"])).await;
    })
    .await;
}

/// A tap on what is no control is no click on a phone of Apple.
#[tokio::test]
async fn a_tap_that_is_no_click_closes_the_menu() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        person.touches("メニュー").await;
        is_open(&person, true).await;
        let tap = "
            for (const kind of ['pointerdown', 'pointerup']) {
                document.querySelector('h1').dispatchEvent(new PointerEvent(kind, { bubbles: true }));
            }
            return null";
        person.asks(tap, json!([])).await;
        is_open(&person, false).await;
    })
    .await;
}
