//! Going from page to page: in place when scripts run, with a hint when it takes long, words when it fails, and the whole
//! window where the page that is there will not do.

use crate::booking::{has_booked, opens_the_reservation};
use crate::clinic::has_asked_for_the_clinic;
use crate::harness::{Person, every_way, with_javascript};
use crate::sign_up::{ADDRESS, has_an_account};
use serde_json::json;

/// From here on the person's requests go out when the test says so, and are lost if it says that.
async fn holds_requests(person: &Person) {
    let script = "
        const send = window.fetch;
        window.held = [];
        window.fetch = (what, how) => new Promise((answer, refuse) => {
            how.signal.addEventListener('abort', () => refuse(how.signal.reason));
            held.push({
                signal: how.signal,
                goes: () => answer(send(what, how)),
                isLost: () => refuse(new TypeError('lost on purpose')),
            });
        });
        return null";
    person.asks(script, json!([])).await;
}

/// What becomes of the latest request.
async fn latest(person: &Person, outcome: &str) {
    person.asks(&format!("held.at(-1).{outcome}(); return null"), json!([])).await;
}

async fn is_told(person: &Person, tone: &str, words: &str) {
    let script = "const {dataset, textContent} = document.getElementById('status');
        return (dataset.tone ?? '') === arguments[0] && textContent === arguments[1]";
    person.until(script, json!([tone, words])).await;
}

async fn is_waiting(person: &Person, waiting: bool) {
    let script = "return document.body.classList.contains('htmx-request') === arguments[0]";
    person.until(script, json!([waiting])).await;
}

#[tokio::test]
async fn a_link_is_followed_in_place_when_scripts_run_and_back_leads_back() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.sees("ダッシュボード").await;
        person.visits("/dashboard").await;
        person.sees("ダッシュボード").await;
        person.remembers_this_page().await;
        person.follows("プライバシーポリシー").await;
        person.sees("プライバシーポリシー").await;
        person.is_at("/privacy").await;
        assert_eq!(person.is_still_on_it().await, person.has_javascript());
        if person.has_javascript() {
            person.has_focus_on("h1").await;
            assert_eq!(person.asks("return scrollY", json!([])).await, json!(0));
        }
        person.goes_back().await;
        person.sees("ダッシュボード").await;
        person.is_at("/dashboard").await;
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_sees_and_is_told_that_a_page_is_coming() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        holds_requests(&person).await;
        person.touches("利用規約").await;
        is_waiting(&person, true).await;
        is_told(&person, "", "読み込んでいます").await;
        latest(&person, "goes").await;
        person.sees("利用規約").await;
        is_told(&person, "", "").await;
        is_waiting(&person, false).await;
    })
    .await;
}

#[tokio::test]
async fn a_lost_connection_is_told_and_the_page_stays_as_it_is() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        person.remembers_this_page().await;
        holds_requests(&person).await;
        person.touches("利用規約").await;
        is_waiting(&person, true).await;
        latest(&person, "isLost").await;
        is_told(&person, "failed", "通信できませんでした。電波の状態をご確認のうえ、もう一度お試しください。").await;
        is_waiting(&person, false).await;
        person.is_at("/sign-in").await;
        assert!(person.is_still_on_it().await);
        let faults = person.faults().await;
        assert!(faults.iter().all(|fault| fault.contains("lost on purpose")), "{faults:?}");
        person.touches("利用規約").await;
        is_told(&person, "", "").await;
        latest(&person, "goes").await;
        person.sees("利用規約").await;
    })
    .await;
}

#[tokio::test]
async fn of_two_links_pressed_in_a_hurry_the_later_one_is_followed() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        holds_requests(&person).await;
        person.touches("利用規約").await;
        person.until("return held.length === 1", json!([])).await;
        person.touches("プライバシーポリシー").await;
        person.until("return held.length === 2 && held[0].signal.aborted", json!([])).await;
        is_told(&person, "", "読み込んでいます").await;
        latest(&person, "goes").await;
        person.sees("プライバシーポリシー").await;
        person.is_at("/privacy").await;
    })
    .await;
}

#[tokio::test]
async fn the_answer_to_a_form_is_not_lost_to_a_link_pressed_before() {
    with_javascript(async |person| {
        person.visits("/sign-up").await;
        person.sees("メールアドレス確認").await;
        holds_requests(&person).await;
        person.touches("利用規約").await;
        person.until("return held.length === 1", json!([])).await;
        person.touches("メール送信").await;
        person.until("return held.length === 2 && held[0].signal.aborted", json!([])).await;
        latest(&person, "goes").await;
        person.is_refused("メールアドレス確認", &["メールアドレスを入力してください"]).await;
        person.is_at("/sign-up").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_of_a_newer_release_comes_with_its_own_stylesheet_and_script() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        person.remembers_this_page().await;
        is_of_another_mark(&person).await;
        person.follows("利用規約").await;
        person.sees("利用規約").await;
        assert!(!person.is_still_on_it().await, "the old stylesheet stays");
    })
    .await;
}

/// Makes the open page one of a release before, or of whoever was signed in before.
async fn is_of_another_mark(person: &Person) {
    person.asks("document.getElementById('header').dataset.mark = 'another'; return null", json!([])).await;
}

#[tokio::test]
async fn a8_no_part_of_a_page_is_put_into_the_page_of_another_visitor() {
    with_javascript(async |person| {
        person.visits("/b/sakura").await;
        person.sees("さくら内科クリニック Web予約").await;
        person.remembers_this_page().await;
        person.follows("プライバシーポリシー").await;
        person.sees("プライバシーポリシー").await;
        assert!(person.is_still_on_it().await, "of the same visitor");
        has_an_account(&person).await;
        has_asked_for_the_clinic(&person).await;
        person.presses("登録").await;
        person.sees("ダッシュボード").await;
        person.follows("さくら内科クリニック").await;
        person.sees("クリニック詳細").await;
        person.remembers_this_page().await;
        is_of_another_mark(&person).await;
        person.follows("クリニック詳細表示開閉").await;
        person.sees("クリニック詳細").await;
        assert!(!person.is_still_on_it().await, "two visitors on one page");
    })
    .await;
}

#[tokio::test]
async fn what_was_done_is_read_out() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        has_asked_for_the_clinic(&person).await;
        person.presses("登録").await;
        person.sees("ダッシュボード").await;
        is_told(&person, "spoken", "さくら内科クリニックをマイクリニックに登録しました。").await;
    })
    .await;
}

#[tokio::test]
async fn what_opened_or_closed_is_read_out() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        has_booked(&person).await;
        person.receives(ADDRESS, "予約を受け付けました").await;
        person.visits("/dashboard").await;
        person.sees("ダッシュボード").await;
        is_told(&person, "", "").await;
        opens_the_reservation(&person).await;
        is_told(&person, "spoken", "予約詳細を表示しました").await;
        let row = person.words_of("#reservations .opener").await.swap_remove(0);
        person.touches(&row).await;
        is_told(&person, "spoken", "予約詳細を閉じました").await;
        person.visits("/clinics/sakura").await;
        person.sees("クリニック詳細").await;
        person.touches("クリニック詳細表示開閉").await;
        is_told(&person, "spoken", "クリニック詳細情報を表示しました").await;
        person.touches("クリニック詳細表示開閉").await;
        is_told(&person, "spoken", "クリニック詳細情報を閉じました").await;
    })
    .await;
}
