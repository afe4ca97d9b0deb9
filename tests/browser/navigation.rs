//! Going on: links load their pages; parts of a page change in place, with a hint when it takes long, words when it fails,
//! and the whole page where the one that is there will not do.

use crate::booking::{CALENDAR, has_booked, opens_the_reservation};
use crate::choosing::{OTHER_DAYS, shows_the_times_of, turns_to_the_next_month};
use crate::clinic::has_asked_for_the_clinic;
use crate::harness::{Person, every_way, with_javascript};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
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
    let script = "return (document.querySelector('.htmx-request') !== null) === arguments[0]";
    person.until(script, json!([waiting])).await;
}

/// Is at the calendar; says two days that can be chosen.
async fn looks_at_days(person: &Person) -> [String; 2] {
    person.visits(CALENDAR).await;
    person.sees("日時を選ぶ").await;
    turns_to_the_next_month(person).await;
    let days: [String; 2] = person.words_of(OTHER_DAYS).await[..2].to_vec().try_into().unwrap();
    person.remembers_this_page().await;
    days
}

#[tokio::test]
async fn a_link_loads_its_page_and_back_leads_back() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.visits("/dashboard").await;
        person.sees("ダッシュボード").await;
        person.remembers_this_page().await;
        person.follows("プライバシーポリシー").await;
        person.sees("プライバシーポリシー").await;
        person.is_at("/privacy").await;
        assert!(!person.is_still_on_it().await);
        assert_eq!(person.asks("return scrollY", json!([])).await, json!(0));
        person.goes_back().await;
        person.sees("ダッシュボード").await;
        person.is_at("/dashboard").await;
    })
    .await;
}

#[tokio::test]
async fn a_patient_who_waits_sees_and_is_told_that_something_is_coming() {
    with_javascript(async |person| {
        let [day, _] = looks_at_days(&person).await;
        holds_requests(&person).await;
        person.touches(&day).await;
        is_waiting(&person, true).await;
        is_told(&person, "", "読み込んでいます").await;
        latest(&person, "goes").await;
        shows_the_times_of(&person, &day).await;
        is_told(&person, "", "").await;
        is_waiting(&person, false).await;
    })
    .await;
}

#[tokio::test]
async fn a_lost_connection_is_told_and_the_page_stays_as_it_is() {
    with_javascript(async |person| {
        let [day, _] = looks_at_days(&person).await;
        let here = person.asks("return location.href", json!([])).await;
        holds_requests(&person).await;
        person.touches(&day).await;
        is_waiting(&person, true).await;
        latest(&person, "isLost").await;
        is_told(&person, "failed", "通信できませんでした。電波の状態をご確認のうえ、もう一度お試しください。").await;
        is_waiting(&person, false).await;
        assert_eq!(person.asks("return location.href", json!([])).await, here);
        assert!(person.is_still_on_it().await);
        let faults = person.faults().await;
        assert!(faults.iter().all(|fault| fault.contains("lost on purpose")), "{faults:?}");
        person.touches(&day).await;
        is_told(&person, "", "").await;
        latest(&person, "goes").await;
        shows_the_times_of(&person, &day).await;
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_not_sent_is_told_and_stays_as_it_was_typed() {
    with_javascript(async |person| {
        person.visits("/sign-up").await;
        person.sees("メールアドレス確認").await;
        person.fills("メールアドレス", "hanako").await;
        holds_requests(&person).await;
        person.touches("メール送信").await;
        is_waiting(&person, true).await;
        is_told(&person, "", "送信しています").await;
        person.touches("メール送信").await;
        assert_eq!(person.asks("return held.length", json!([])).await, json!(1), "sent twice");
        latest(&person, "isLost").await;
        is_told(&person, "failed", "通信できませんでした。電波の状態をご確認のうえ、もう一度お試しください。").await;
        assert_eq!(person.has_in("メールアドレス").await, "hanako");
        person.touches("メール送信").await;
        latest(&person, "goes").await;
        person.until("return document.querySelector('#problems') !== null", json!([])).await;
        assert_eq!(person.has_in("メールアドレス").await, "hanako");
    })
    .await;
}

#[tokio::test]
async fn of_two_days_pressed_in_a_hurry_the_later_one_is_shown() {
    with_javascript(async |person| {
        let [first, second] = looks_at_days(&person).await;
        holds_requests(&person).await;
        person.touches(&first).await;
        person.until("return held.length === 1", json!([])).await;
        person.touches(&second).await;
        person.until("return held.length === 2 && held[0].signal.aborted", json!([])).await;
        is_told(&person, "", "読み込んでいます").await;
        latest(&person, "goes").await;
        shows_the_times_of(&person, &second).await;
    })
    .await;
}

#[tokio::test]
async fn the_answer_to_a_form_is_not_lost_to_a_link_pressed_before() {
    with_javascript(async |person| {
        person.visits("/sign-up").await;
        person.sees("メールアドレス確認").await;
        holds_requests(&person).await;
        let hurry = "
            document.querySelector('footer a[href=\"/terms\"]').click();
            document.querySelector('main form').requestSubmit();
            return null";
        person.asks(hurry, json!([])).await;
        person.until("return held.length === 1", json!([])).await;
        // Time enough for the page of the link, if it were still on its way.
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        latest(&person, "goes").await;
        person.is_refused("メールアドレス確認", &["メールアドレスを入力してください"]).await;
        person.is_at("/sign-up").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_of_a_newer_release_comes_with_its_whole_page() {
    with_javascript(async |person| {
        let [day, _] = looks_at_days(&person).await;
        // The open page becomes one of the release before.
        person.asks("document.getElementById('header').dataset.mark = 'another'; return null", json!([])).await;
        person.touches(&day).await;
        shows_the_times_of(&person, &day).await;
        assert!(!person.is_still_on_it().await, "the old stylesheet stays");
        person.has_on_the_screen("slots-title").await;
    })
    .await;
}

/// Signs out in another window.
async fn signs_out_elsewhere(person: &Person) {
    let script = "
        const form = document.querySelector('form[action=\"/sign-out\"]'), request = new XMLHttpRequest();
        request.open('POST', form.action, false);
        request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
        request.send(new URLSearchParams(new FormData(form)).toString());
        return new URL(request.responseURL).pathname";
    assert_eq!(person.asks(script, json!([])).await, json!("/sign-in"));
    // The browser does not like to be asked in this way, which is no fault of the page.
    person.in_passing().faults().await;
}

#[tokio::test]
async fn a8_no_part_of_a_page_is_put_into_the_page_of_another_visitor() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        has_asked_for_the_clinic(&person).await;
        person.presses("登録").await;
        person.sees("ダッシュボード").await;
        person.follows("さくら内科クリニック").await;
        person.sees("クリニック詳細").await;
        signs_out_elsewhere(&person).await;
        person.remembers_this_page().await;
        person.follows("クリニック詳細表示開閉").await;
        person.sees("アカウント認証").await;
        assert!(!person.is_still_on_it().await, "a sign-in page inside a page");
        person.goes_back().await;
        person.in_passing().sees("アカウント認証").await;
        person.hands_in("/sign-in", json!({ "email": ADDRESS, "password": PASSWORD }), "/dashboard").await;
        person.visits("/clinics/sakura").await;
        person.sees("クリニック詳細").await;
        signs_out_elsewhere(&person).await;
        person.hands_in("/sign-in", json!({ "email": ADDRESS, "password": PASSWORD }), "/dashboard").await;
        person.remembers_this_page().await;
        person.follows("クリニック詳細表示開閉").await;
        person.sees("クリニック詳細").await;
        person.reads_row("院長", "佐倉 一郎").await;
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
        // It has the focus, by which it is read out; to say it once more would be twice.
        let focused = "const here = document.activeElement;
            return here.getAttribute('role') === 'status' && here.innerText.trim() === arguments[0]";
        person.until(focused, json!(["さくら内科クリニックをマイクリニックに登録しました。"])).await;
        is_told(&person, "", "").await;
    })
    .await;
}

#[tokio::test]
async fn what_opened_or_closed_is_read_out() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        has_booked(&person).await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
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
