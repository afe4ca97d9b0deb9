//! Web予約 (manual 3-1-2 and 3-3-3): from a clinic's menus to 予約確定, and what becomes of a reservation afterwards.
//!
//! 健康診断 is booked, because it closes two days before: whatever day it is, what has just been booked can still be moved
//! and cancelled.

use crate::harness::{Person, every_way};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
use serde_json::json;

/// The calendar of 健康診断.
pub const CALENDAR: &str = "/b/sakura/menus/kenshin?visit=first";
/// The first free times of all.
pub const NEXT_FREE: &str = ".next-free";

/// The times that are offered first.
pub async fn next_free(person: &Person) -> Vec<String> {
    person.words_of(".next-free button").await
}

/// Presses the first free time of all, and says which it was.
pub async fn takes_the_next_free(person: &Person) -> String {
    let first = next_free(person).await.swap_remove(0);
    person.presses_in(NEXT_FREE, &first).await;
    first
}

/// Fills 受診者 in, as somebody does whom nobody knows.
async fn says_who_comes(person: &Person) {
    person.fills("姓", "山田").await;
    person.fills("名", "花子").await;
    person.fills("セイ", "やまだ").await;
    person.fills("メイ", "ハナコ").await;
    person.fills("生年月日", "昭和63年2月3日").await;
    person.chooses("性別", "女性").await;
    person.fills("電話番号", "09012345678").await;
    person.fills("メールアドレス", ADDRESS).await;
}

/// Goes from the clinic's page to 予約確定 without an account.
async fn books_as_a_guest(person: &Person) {
    person.visits("/b/sakura").await;
    person.sees("さくら内科クリニック Web予約").await;
    person.follows("初診で予約: 健康診断").await;
    person.sees("日時を選ぶ").await;
    takes_the_next_free(person).await;
    person.sees("受診者の情報を入力する").await;
    says_who_comes(person).await;
    person.presses("確認へ").await;
    person.sees("予約内容の確認").await;
    person.reads_row("氏名", "山田 花子").await;
    let mail = person.receives(ADDRESS, "確認コードのお知らせ").await;
    let code = mail.text.lines().find(|line| line.len() == 6 && line.parse::<u32>().is_ok()).expect("a code");
    person.fills("確認コード", code).await;
    confirms(person, "山田 花子").await;
    person.sees("予約確定").await;
}

/// Presses the button that books, which says for whom.
pub async fn confirms(person: &Person, name: &str) {
    let buttons = person.words_of("main button").await;
    let books = |words: &String| words.starts_with(name) && words.ends_with("さんの予約を確定する");
    let button = buttons.into_iter().find(books).expect("a button that says for whom");
    person.presses(&button).await;
}

/// The 予約番号 on 予約確定.
pub async fn number(person: &Person) -> String {
    person.words_of(".ticket strong").await.swap_remove(0)
}

/// Is signed in and has booked, the quick way; says where 予約確定 is. The mail is still to be read.
pub async fn has_booked(person: &Person) -> String {
    has_booked_at(person, CALENDAR).await
}

/// The same from the calendar of any menu.
pub async fn has_booked_at(person: &Person, calendar: &str) -> String {
    let mut at = calendar.to_owned();
    // Where the calendar names who comes, nobody is asked.
    for _ in 0..3 {
        if at.ends_with("/booked") {
            break;
        }
        at = person.sends(&at, json!({})).await;
    }
    assert!(at.ends_with("/booked"), "{at}");
    at
}

/// Asks for what the link leads to that saves the visit in a calendar.
async fn can_save_it(person: &Person) {
    let script = "
        const link = [...document.querySelectorAll('main a')].find((e) => e.innerText === 'カレンダーに追加');
        const request = new XMLHttpRequest();
        request.open('GET', link.href, false);
        request.send();
        return [request.status, request.getResponseHeader('Content-Type'), request.responseText.slice(0, 15)];
    ";
    let wanted = json!([200, "text/calendar; method=PUBLISH; charset=utf-8", "BEGIN:VCALENDAR"]);
    assert_eq!(person.asks(script, json!([])).await, wanted);
    person.faults().await;
}

/// Opens the one reservation on the dashboard where it stands.
pub async fn opens_the_reservation(person: &Person) {
    let row = person.words_of("#reservations .opener").await.swap_remove(0);
    person.touches(&row).await;
    let open = "return document.querySelectorAll('#reservations .opener[aria-expanded=true]').length === 1";
    person.until(open, json!([])).await;
}

#[tokio::test]
async fn a_guest_books_and_moves_and_cancels_it_by_the_url_of_the_mail() {
    every_way(async |person| {
        books_as_a_guest(&person).await;
        let number = number(&person).await;
        person.reads_row("受診者", "山田 花子").await;
        can_save_it(&person).await;
        let mail = person.receives(ADDRESS, "予約完了のお知らせ").await;
        assert!(mail.text.contains(&number), "{number} is not in the mail");
        person.opens_link_of(&mail).await;
        person.sees("予約確認").await;
        person.reads_row("予約番号", &number).await;
        person.reads_row("受診者", "ヤ・ハ…コ").await;
        can_save_it(&person).await;
        moves_it_as_a_holder(&person, &number).await;
        person.opens_link_of(&mail).await;
        person.follows("予約をキャンセル").await;
        person.sees("予約のキャンセル").await;
        person.fills("電話番号の下4桁", "5678").await;
        person.presses("キャンセルする").await;
        person.sees("予約確認").await;
        person.reads("予約をキャンセルしました。").await;
        person.receives(ADDRESS, "予約をキャンセルしました").await;
    })
    .await;
}

/// Moves it from 予約確認, once the digits are right.
async fn moves_it_as_a_holder(person: &Person, number: &str) {
    person.follows("予約を変更").await;
    person.sees("日時の変更").await;
    person.fills("電話番号の下4桁", "0000").await;
    person.presses("日時を選び直す").await;
    person.is_refused("日時の変更", &["ご予約の受診者の電話番号の下4桁と違います。あと4回入力できます"]).await;
    person.fills("電話番号の下4桁", "5678").await;
    person.presses("日時を選び直す").await;
    person.sees("新しい日時を選ぶ").await;
    takes_the_next_free(person).await;
    person.sees("変更内容の確認").await;
    person.presses("変更を確定する").await;
    person.sees("予約を変更しました").await;
    person.reads_row("予約番号", number).await;
    person.reads_row("受診者", "ヤ・ハ…コ").await;
    person.receives(ADDRESS, "予約を変更しました").await;
}

#[tokio::test]
async fn an_account_is_made_of_a_booking_which_is_moved_and_cancelled_there() {
    every_way(async |person| {
        books_as_a_guest(&person.in_passing()).await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
        let number = number(&person).await;
        person.presses("上記の情報でアカウント作成").await;
        becomes_a_patient(&person).await;
        person.reads("予約一覧").await;
        person.reads("マイクリニック").await;
        looks_at_it_in_place(&person, &number).await;
        moves_it(&person, &number).await;
        cancels_it(&person).await;
    })
    .await;
}

async fn becomes_a_patient(person: &Person) {
    person.sees("パスワード設定").await;
    person.fills("パスワード", PASSWORD).await;
    person.presses("登録").await;
    // What is known from the booking is not asked again.
    person.sees("登録内容の確認").await;
    person.reads_row("フリガナ", "ヤマダ ハナコ").await;
    person.ticks("利用規約とプライバシーポリシーに同意する").await;
    person.presses("登録する").await;
    person.sees("ダッシュボード").await;
}

async fn looks_at_it_in_place(person: &Person, number: &str) {
    person.visits("/dashboard").await;
    person.sees("ダッシュボード").await;
    person.remembers_this_page().await;
    opens_the_reservation(person).await;
    assert_eq!(person.is_still_on_it().await, person.has_javascript());
    person.reads_row("予約番号", number).await;
    person.reads_row("受診者", "山田 花子").await;
    assert_eq!(person.faults().await, Vec::<String>::new(), "with 予約詳細 open");
    person.goes_back().await;
    person.is_at("/dashboard").await;
    person.until("return document.querySelector('.pane') === null", json!([])).await;
    opens_the_reservation(person).await;
}

async fn moves_it(person: &Person, number: &str) {
    person.presses("予約を変更").await;
    person.sees("新しい日時を選ぶ").await;
    takes_the_next_free(person).await;
    person.sees("変更内容の確認").await;
    person.presses("変更を確定する").await;
    person.sees("予約を変更しました").await;
    person.reads_row("予約番号", number).await;
    let mail = person.receives(ADDRESS, "予約を変更しました").await;
    assert!(mail.text.contains(number), "{number} is not in the mail");
    person.follows("ダッシュボードへ").await;
    person.sees("ダッシュボード").await;
}

async fn cancels_it(person: &Person) {
    opens_the_reservation(person).await;
    person.follows("予約をキャンセル").await;
    person.sees("予約のキャンセル").await;
    person.presses("キャンセルする").await;
    person.sees("予約詳細").await;
    person.reads("予約をキャンセルしました。").await;
    person.receives(ADDRESS, "予約をキャンセルしました").await;
    person.follows("ダッシュボードに戻る").await;
    person.sees("ダッシュボード").await;
    person.reads("これからの予約はありません").await;
    person.remembers_this_page().await;
    person.touches("過去の予約・キャンセルした予約の表示開閉").await;
    person.reads("キャンセル済み").await;
    person.is_at("/dashboard?past=1").await;
    person.has_on_the_screen("past").await;
    assert_eq!(person.is_still_on_it().await, person.has_javascript());
    if person.has_javascript() {
        person.has_focus_on("past").await;
    }
}

#[tokio::test]
async fn a_signed_in_patient_is_chosen_already_and_types_no_code() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.visits(CALENDAR).await;
        person.sees("日時を選ぶ").await;
        takes_the_next_free(&person).await;
        person.sees("受診する人を選ぶ").await;
        person.presses("確認へ").await;
        person.sees("予約内容の確認").await;
        person.reads("予約すると、さくら内科クリニックがマイクリニックに登録されます。").await;
        confirms(&person, "山田 花子").await;
        person.sees("予約確定").await;
        person.reads("さくら内科クリニックをマイクリニックに登録しました。").await;
        let number = number(&person).await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
        person.follows("ダッシュボードへ").await;
        person.sees("ダッシュボード").await;
        opens_the_reservation(&person).await;
        person.reads_row("予約番号", &number).await;
    })
    .await;
}

#[tokio::test]
async fn the_day_and_the_month_that_are_looked_at_stay_when_another_doctor_is_asked_for() {
    every_way(async |person| {
        person.visits("/b/sakura/menus/naika?visit=return").await;
        person.sees("日時を選ぶ").await;
        person.asks("document.querySelector('.turn a:last-child').click()", json!([])).await;
        person.until("return new URLSearchParams(location.search).has('from')", json!([])).await;
        person.follows("林医師").await;
        person.until("return /unit=/.test(location.search)", json!([])).await;
        assert_eq!(
            person.asks("return new URLSearchParams(location.search).has('from')", json!([])).await,
            json!(true)
        );
        let day = person.asks("return document.querySelector('a.day').href.match(/day=([0-9-]+)/)[1]", json!([])).await;
        person.asks("document.querySelector('a.day').click()", json!([])).await;
        person.until("return new URLSearchParams(location.search).get('day') === arguments[0]", json!([day])).await;
        person.follows("佐倉院長").await;
        let both = "const asked = new URLSearchParams(location.search);
            return asked.get('unit') === '佐倉院長' && asked.get('day') === arguments[0]";
        person.until(both, json!([day])).await;
        // Another month again, of which no day is chosen.
        person.asks("document.querySelector('.turn a:last-child').click()", json!([])).await;
        let turned =
            "const asked = new URLSearchParams(location.search); return asked.has('from') && !asked.has('day')";
        person.until(turned, json!([])).await;
        person.follows("林医師").await;
        person.until("return new URLSearchParams(location.search).get('unit') === '林医師'", json!([])).await;
        assert_eq!(person.asks(turned, json!([])).await, json!(true));
        assert_eq!(person.faults().await, Vec::<String>::new());
    })
    .await;
}
