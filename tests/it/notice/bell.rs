//! The number on the bell, on every page.

use super::{badge, bell, opening};
use crate::harness::clinic::Clinic;
use crate::harness::notices::{copy, publish, publish_in};
use crate::harness::people::{self, HANAKO};
use mypage::lang::Lang;
use mypage::notice::Published;

#[tokio::test]
async fn the_bell_counts_what_is_unread_in_words_and_says_99_plus_beyond_that() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(badge(&browser.get("/dashboard").await), None);
    publish(&clinic.floor, "first", "# 休止").await;
    for _ in 0..98 {
        copy(&clinic.floor, HANAKO, "予約").await;
    }
    let page = browser.get("/dashboard").await;
    assert_eq!((bell(&page).as_str(), badge(&page).as_deref()), ("お知らせ(未読99件)", Some("99")));
    copy(&clinic.floor, HANAKO, "予約").await;
    let page = browser.get("/terms").await;
    assert_eq!((bell(&page).as_str(), badge(&page).as_deref()), ("お知らせ(未読100件)", Some("99+")));
}

#[tokio::test]
async fn a_changed_text_is_unread_again_other_dates_and_the_same_once_more_are_not() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(publish(&clinic.floor, "first", "# 休止\n\n一日").await, Published::New);
    let page = browser.get("/notices").await;
    browser.submit(opening(&page, "休止")).await;
    assert_eq!(publish(&clinic.floor, "first", "# 休止\n\n一日").await, Published::Unchanged);
    let until = Some(clinic.now().plus_days(1));
    let dated = publish_in(&clinic.floor, Lang::Ja, "first", "# 休止\n\n一日", (None, until)).await;
    assert_eq!(dated, Published::Rescheduled);
    let english = publish_in(&clinic.floor, Lang::En, "first", "# Closed", (None, None)).await;
    assert_eq!(english, Published::New);
    assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ");
    assert_eq!(publish(&clinic.floor, "first", "# 休止\n\n二日").await, Published::Changed);
    assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ(未読1件)");
}

#[tokio::test]
async fn a_notice_published_again_after_it_was_withdrawn_is_unread() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    publish(&clinic.floor, "first", "# 休止").await;
    let page = browser.get("/notices").await;
    browser.submit(opening(&page, "休止")).await;
    let id = mypage::notice::ServiceId::parse("first").unwrap();
    assert!(clinic.floor.store.write(clinic.now(), move |tx| mypage::notice::withdraw(tx, &id)).await.unwrap());
    assert_eq!(browser.get("/notices/service-first").await.code(), 404);
    publish(&clinic.floor, "first", "# 休止").await;
    assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ(未読1件)");
}

#[tokio::test]
async fn g5_copies_end_with_their_time_and_the_bell_forgets_them_by_itself() {
    let clinic = Clinic::new();
    copy(&clinic.floor, HANAKO, "古い予約").await;
    clinic.minutes_pass(200 * 24 * 60);
    copy(&clinic.floor, HANAKO, "新しい予約").await;
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ(未読2件)");
    clinic.minutes_pass(230 * 24 * 60);
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/notices").await;
    assert_eq!((super::titles(&page), bell(&page).as_str()), (vec!["新しい予約".to_owned()], "お知らせ(未読1件)"));
    browser.submit(opening(&page, "新しい予約")).await;
    assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ");
}

#[tokio::test]
async fn the_bell_follows_the_clock_where_nothing_is_written() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let dates = (Some(clinic.now().plus_hours(1)), Some(clinic.now().plus_hours(2)));
    publish_in(&clinic.floor, Lang::Ja, "maintenance", "# 休止", dates).await;
    for (minutes, words) in [(59, "お知らせ"), (1, "お知らせ(未読1件)"), (59, "お知らせ(未読1件)"), (1, "お知らせ")]
    {
        clinic.minutes_pass(minutes);
        assert_eq!(bell(&browser.get("/dashboard").await), words);
    }
}

#[tokio::test]
async fn what_was_read_of_a_notice_that_is_gone_is_forgotten_with_the_next_reading() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    for id in ["first", "second", "third"] {
        publish(&clinic.floor, id, &format!("# {id}")).await;
    }
    let read = || people::find(&clinic.floor, HANAKO).unwrap().readings.0.into_keys().collect::<Vec<_>>();
    for (title, known) in [("first", &["first"][..]), ("second", &["first", "second"])] {
        let page = browser.get("/notices").await;
        browser.submit(opening(&page, title)).await;
        assert_eq!(read(), known);
    }
    let id = mypage::notice::ServiceId::parse("first").unwrap();
    assert!(clinic.floor.store.write(clinic.now(), move |tx| mypage::notice::withdraw(tx, &id)).await.unwrap());
    let form = browser.get("/notices").await.form("すべて既読にする");
    browser.submit(form).await;
    assert_eq!(read(), ["second", "third"]);
}
