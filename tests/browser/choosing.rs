//! 日時を選ぶ: the day that is chosen where it stands, what was typed and stays, and the time that somebody else was quicker
//! to take.

use crate::booking::{CALENDAR, NEXT_FREE, next_free, takes_the_next_free};
use crate::harness::{Person, every_way, every_way_for_two};
use serde_json::json;

/// Days that can be chosen, but for the one that is chosen already.
pub const OTHER_DAYS: &str = ".month a:not([aria-current])";

/// Turns to the month that surely has days to choose from.
pub async fn turns_to_the_next_month(person: &Person) {
    let link = person.words_of(".turn a:last-child").await.swap_remove(0);
    assert!(link.starts_with("次の月"), "{link}");
    let before = person.words_of(".month-name").await;
    person.touches(&link).await;
    person.until("return document.querySelector('.month-name').innerText !== arguments[0]", json!(before)).await;
}

/// Waits until the times of this day are there.
pub async fn shows_the_times_of(person: &Person, day: &str) {
    let heading = format!("{day}の時間を選ぶ");
    person.until("return document.getElementById('slots-title')?.innerText === arguments[0]", json!([heading])).await;
}

#[tokio::test]
async fn a_day_is_chosen_in_place_when_scripts_run() {
    every_way(async |person| {
        person.visits(CALENDAR).await;
        person.sees("日時を選ぶ").await;
        person.remembers_this_page().await;
        turns_to_the_next_month(&person).await;
        let month = person.asks("return location.pathname + location.search", json!([])).await;
        let day = person.words_of(OTHER_DAYS).await.swap_remove(0);
        person.touches(&day).await;
        shows_the_times_of(&person, &day).await;
        assert_eq!(person.is_still_on_it().await, person.has_javascript());
        person.has_on_the_screen("slots-title").await;
        if person.has_javascript() {
            person.has_focus_on("slots-title").await;
        }
        assert_eq!(person.faults().await, Vec::<String>::new(), "with a day chosen");
        let address = person.asks("return location.search", json!([])).await;
        assert!(address.as_str().unwrap().contains("&day="), "{address}");
        person.goes_back().await;
        person.is_at(month.as_str().unwrap()).await;
        person.until("return document.getElementById('slots-title')?.innerText !== arguments[0]", json!([day])).await;
        person.touches(&day).await;
        shows_the_times_of(&person, &day).await;
        let time = person.words_of(".times button").await.swap_remove(0);
        assert!(time.starts_with(&day) && time.ends_with(" を選ぶ"), "{time} does not say all");
        person.presses_in(".times", &time).await;
        person.sees("受診者の情報を入力する").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_stays_when_another_time_is_chosen() {
    every_way(async |person| {
        person.visits(CALENDAR).await;
        takes_the_next_free(&person).await;
        person.sees("受診者の情報を入力する").await;
        person.fills("姓", "髙橋").await;
        person.presses("別の日時を選ぶ").await;
        person.sees("日時を選ぶ").await;
        let chosen = takes_the_next_free(&person).await;
        person.sees("受診者の情報を入力する").await;
        assert_eq!(person.has_in("姓").await, "髙橋");
        let clock = chosen.trim_end_matches(" を選ぶ").rsplit(')').next().unwrap();
        person.reads(clock).await;
        person.presses("予約をやめる").await;
        person.sees("さくら内科クリニック Web予約").await;
        person.reads("予約の手続きをやめました。何も予約されていません。").await;
    })
    .await;
}

#[tokio::test]
async fn a_patient_who_loses_a_time_is_told_and_offered_the_next_ones() {
    every_way_for_two(async |person, other| {
        person.visits(CALENDAR).await;
        person.sees("日時を選ぶ").await;
        other.visits(CALENDAR).await;
        let lost = takes_the_next_free(&other).await;
        other.in_passing().sees("受診者の情報を入力する").await;
        loses(&person, &lost).await;
        let chosen = takes_the_next_free(&person).await;
        person.sees("受診者の情報を入力する").await;
        person.fills("姓", "髙橋").await;
        person.presses("別の日時を選ぶ").await;
        person.sees("日時を選ぶ").await;
        let wanted = next_free(&person).await.into_iter().find(|time| *time != chosen).expect("another time");
        other.visits(CALENDAR).await;
        other.presses_in(NEXT_FREE, &wanted).await;
        other.in_passing().sees("受診者の情報を入力する").await;
        loses(&person, &wanted).await;
        person.reads("入力した内容は残っています。").await;
        takes_the_next_free(&person).await;
        person.sees("受診者の情報を入力する").await;
        assert_eq!(person.has_in("姓").await, "髙橋");
    })
    .await;
}

/// Presses a time that somebody else has just taken.
async fn loses(person: &Person, time: &str) {
    person.presses_in(NEXT_FREE, time).await;
    person.sees("日時を選ぶ").await;
    person.reads("まだ予約は完了していません。下の空きからお選びください。").await;
    let offered = next_free(person).await;
    assert!(!offered.is_empty() && !offered.iter().any(|next| next == time), "{time} is still among {offered:?}");
}
