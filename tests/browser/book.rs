//! 予約台帳 while it is open: what comes appears by itself where scripts run, and nothing that somebody is at is disturbed.

use crate::booking::{CALENDAR, has_booked, next_free};
use crate::harness::{Person, every_way, every_way_for_two, with_javascript};
use crate::sign_up::{ADDRESS, has_an_account};
use mypage::clock::Clock;
use mypage::staff::Authenticator;
use serde_json::json;
use std::time::{Duration, Instant};
use time::{Date, Month};

const RECEPTION: &str = "uketsuke@clinic.example";
const PASSWORD: &str = "夜の図書館と灯台と鯨の歌が好き";

/// Joins the staff of the clinic, up to its book of today.
async fn joins_the_staff(person: &Person) {
    let said = person.operator_runs(&["staff", "invite", RECEPTION, "sakura", "reception"]);
    let link = said.split_whitespace().find(|word| word.contains("/console/invitations/")).expect("a link");
    person.visits(&person.path_of(link)).await;
    person.fills("氏名", "受付 花").await;
    person.fills("パスワード", PASSWORD).await;
    person.presses("認証アプリの設定へ").await;
    person.reads("確認コード").await;
    // It stands in a fold, behind the QR code.
    let secret = person.asks("return document.querySelector('code.secret').textContent", json!([])).await;
    let app = Authenticator::of_text(secret.as_str().expect("a text").trim()).expect("a secret");
    person.fills("確認コード", &app.code(Clock::System.now())).await;
    person.presses("確認して登録する").await;
    person.presses("控えたので、はじめる").await;
    person.reads("さくら内科クリニック").await;
}

/// The day of a button such as 「11月30日(月)9:30 を選ぶ」: the next of that name.
fn day_of(words: &str) -> Date {
    let number = |text: &str| text.trim().parse::<u8>().expect("a number");
    let (month, rest) = words.split_once('月').expect("a month");
    let (month, day) = (number(month), number(rest.split_once('日').expect("a day").0));
    let today = Clock::System.now().jst_date();
    let years = [today.year(), today.year() + 1];
    let days = years.map(|year| Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap());
    days.into_iter().find(|day| today <= *day).expect("a day to come")
}

#[tokio::test]
async fn a_booking_appears_in_the_open_book_and_disturbs_nobody() {
    every_way_for_two(async |reception, patient| {
        joins_the_staff(&reception).await;
        has_an_account(&patient).await;
        patient.visits(CALENDAR).await;
        let day = day_of(&next_free(&patient).await.swap_remove(0));
        let book = format!("/console/c/sakura/days/{day}");
        reception.visits(&book).await;
        reception.reads("この日のご予約はありません").await;
        if !reception.has_javascript() {
            has_booked(&patient).await;
            patient.receives(ADDRESS, "予約完了のお知らせ").await;
            reception.follows("更新").await;
            reception.reads("山田 花子").await;
            return;
        }
        let typing = "const q = document.querySelector('[name=q]'); q.focus(); q.value = '佐'; return null";
        reception.asks(typing, json!([])).await;
        reception.remembers_this_page().await;
        // The stream is there once it has been heard.
        reception.until("return document.getElementById('book-stale').hidden", json!([])).await;
        has_booked(&patient).await;
        let begun = Instant::now();
        reception.reads("山田 花子").await;
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        assert!(reception.is_still_on_it().await, "nothing was loaded anew");
        let kept = "const q = document.querySelector('[name=q]'); return [q.value, document.activeElement === q]";
        assert_eq!(reception.asks(kept, json!([])).await, json!(["佐", true]));
        let marked = "return document.querySelectorAll('.book-line[data-changed]').length";
        assert_eq!(reception.asks(marked, json!([])).await, json!(1));
        patient.receives(ADDRESS, "予約完了のお知らせ").await;
        assert_eq!(reception.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn who_presses_and_is_asked_for_a_reason_has_it_on_the_screen() {
    every_way(async |reception| {
        joins_the_staff(&reception).await;
        reception.visits(CALENDAR).await;
        let day = day_of(&next_free(&reception).await.swap_remove(0));
        reception.visits(&format!("/console/c/sakura/days/{day}/bookings/naika/11-30")).await;
        reception.fills("セイ", "ヤマモト").await;
        reception.fills("電話番号", "090-9999-0000").await;
        reception.selects("所要時間", "120分").await;
        reception.presses("予約する").await;
        reception.reads("ご確認ください").await;
        let on_the_screen =
            "const asked = document.querySelector('main .alert-warning'), box = asked.getBoundingClientRect();
            return document.activeElement === asked && 0 <= box.top && box.bottom <= innerHeight";
        reception.until(on_the_screen, json!([])).await;
        assert_eq!(reception.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_book_that_hears_nothing_says_since_when() {
    every_way_for_two(async |reception, _| {
        if !reception.has_javascript() {
            return;
        }
        joins_the_staff(&reception).await;
        reception.until("return document.getElementById('book-stale').hidden", json!([])).await;
        reception.loses_the_connection();
        tokio::time::sleep(Duration::from_secs(15)).await;
        let said = "const stale = document.getElementById('book-stale');
                    return !stale.hidden && /^\\d+:\\d\\dから更新できていません/.test(stale.innerText.trim())";
        reception.until(said, json!([])).await;
        reception.is_connected_again().await;
        reception.until("return document.getElementById('book-stale').hidden", json!([])).await;
    })
    .await;
}

#[tokio::test]
async fn in_the_grid_a_visit_is_dragged_to_another_place_and_slots_are_chosen_by_dragging() {
    every_way_for_two(async |reception, patient| {
        if !reception.has_javascript() {
            return;
        }
        joins_the_staff(&reception).await;
        patient.visits(CALENDAR).await;
        let day = day_of(&next_free(&patient).await.swap_remove(0));
        let grid = format!("/console/c/sakura/days/{day}/grid");
        reception.visits(&grid).await;
        // A booking that was begun in the grid leads back to the grid.
        let place = "return document.querySelector('.grid [data-place] a').getAttribute('href')";
        let place = reception.asks(place, json!([])).await;
        reception.visits(place.as_str().expect("a place")).await;
        reception.fills("セイ", "ヤマモト").await;
        reception.fills("電話番号", "090-9999-0000").await;
        reception.presses("予約する").await;
        reception.reads("予約を入れました").await;
        let drag = "const visit = document.querySelector('.grid-visit[data-move]');
            const places = [...document.querySelectorAll('.grid [data-place]')];
            const place = places.at(-1);
            const send = (on, name) => on.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true }));
            send(visit, 'dragstart');
            const takes = !send(place.firstElementChild, 'dragover');
            const free = !send(visit, 'dragover');
            send(place.firstElementChild, 'drop');
            return [takes, free]";
        assert_eq!(reception.asks(drag, json!([])).await, json!([true, false]), "a place takes it, a visit does not");
        reception.reads("予約の移動").await;
        reception.presses("移動する").await;
        reception.reads("から移動しました").await;
        let choose = "const rows = [...document.querySelectorAll('.grid tbody tr[data-from]')].slice(0, 2);
            const [first, last] = rows.map((row) => row.cells[1]);
            const send = (on, name) =>
                on.dispatchEvent(new PointerEvent(name, { bubbles: true, button: 0, buttons: 1, pointerType: 'mouse' }));
            send(first, 'pointerdown');
            send(last, 'pointermove');
            const marked = document.querySelectorAll('.grid [data-chosen]').length;
            send(last, 'pointerup');
            return [marked, rows[0].dataset.from, rows[1].dataset.until]";
        let chosen = reception.asks(choose, json!([])).await;
        assert_eq!(chosen[0], json!(2));
        reception.reads("枠を閉じる").await;
        let fields = "return ['from', 'until'].map((name) => document.querySelector(`[name=${name}]`).value)";
        assert_eq!(reception.asks(fields, json!([])).await, json!([chosen[1], chosen[2]]));
        let menus = "return document.querySelector('[name=menus]:checked, select[name=menus]').value";
        assert_ne!(reception.asks(menus, json!([])).await, json!("all"), "one column");
        assert_eq!(reception.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn single_keys_lead_from_day_to_day_where_their_legend_is_in_sight_until_they_are_turned_off() {
    with_javascript(async |reception| {
        joins_the_staff(&reception).await;
        let (today, book) = (Clock::System.now().jst_date(), |day: Date| format!("/console/c/sakura/days/{day}"));
        let (one, next) =
            (today.saturating_add(time::Duration::days(7)), today.saturating_add(time::Duration::days(8)));
        reception.visits(&book(one)).await;
        // Whether the key was taken.
        let press = "const on = document.querySelector(arguments[1]);
            on.focus();
            return !on.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";
        let takes = async |key: &str, on: &str| reception.asks(press, json!([key, on])).await == json!(true);
        let legend = "return document.getElementById('keys').offsetParent !== null";
        let is_phone = reception.widths().last() < Some(&768);
        assert_eq!(reception.asks(legend, json!([])).await, json!(!is_phone), "it is in sight where there are keys");
        if is_phone {
            assert!(!takes("n", "body").await);
            return;
        }
        assert!(takes("/", "body").await);
        reception.has_focus_on("input").await;
        assert!(!takes("n", "[name=q]").await, "it is typed");
        assert!(takes("n", "body").await);
        reception.is_at(&book(next)).await;
        assert!(takes("g", "body").await);
        reception.is_at(&format!("{}/grid", book(next))).await;
        reception.touches("使わない").await;
        assert!(!takes("b", "body").await);
        reception.visits(&book(one)).await;
        assert!(!takes("n", "body").await, "on the next page as well");
        reception.touches("キー操作を使う").await;
        assert!(takes("n", "body").await);
        reception.is_at(&book(next)).await;
    })
    .await;
}
