//! The open book: what it is told, by whom it is told it, and when the telling ends.

use crate::harness::booked::{self, FRIDAY};
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::{GENERAL, SAKURA};
use crate::harness::events::Events;
use crate::harness::page::Page;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, DOCTOR, RECEPTION};
use mypage::clinic::ClinicId;
use mypage::staff::{Role, rows, support};
use mypage::store::Store;
use mypage::web::MOST_OF_SESSION;
use poem::http::Method;
use std::time::{Duration, Instant};

const DAY: &str = "/console/c/sakura/days/2026-04-03";

/// A clinic over an engine that only this process writes to: others cannot tell what has changed.
async fn open() -> Clinic {
    let clinic = Clinic::open(Setup { store: Store::memory(), ..Setup::default() });
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    clinic
}

/// Opens the book in a browser, and the stream to which its page listens.
async fn listens(browser: &mut Browser) -> Events {
    let page = browser.get(DAY).await;
    let html = String::from_utf8(page.body.clone()).unwrap();
    let (_, address) = html.split_once("data-hx-sse:connect=\"").expect("a stream");
    let address = address.split('"').next().unwrap().to_owned();
    browser.opens_stream(Ask::of(Method::GET, &address)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_a_booking_is_told_within_two_seconds_by_a_number_alone() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let mut events = listens(&mut browser).await;
    assert_eq!(events.headers["content-type"], "text/event-stream");
    assert_eq!(events.headers["x-accel-buffering"], "no");
    assert_eq!(events.headers["cache-control"], "no-store");
    assert!(events.next().await.unwrap().starts_with("event: beat\n"), "what was drawn is seen already");
    let begun = Instant::now();
    let visit = booked::book(&clinic, HANAKO, "9:30", true).await;
    let event = events.until("changed").await;
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    let is_plain = |c: char| c.is_ascii_hexdigit() || "-:\n eventidatachangedbeat".contains(c);
    assert!(event.chars().all(is_plain), "{event}");
    assert!(!event.contains("山田") && !event.contains(&visit.id.text()), "{event}");
    let lines = browser.get(&format!("{DAY}/lines")).await;
    assert!(String::from_utf8(lines.body).unwrap().contains("山田 花子"));
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_another_day_and_another_clinic_are_not_told() {
    let clinic = open().await;
    let mut events = listens(&mut staff::signed_in(&clinic, RECEPTION).await).await;
    booked::book_today(&clinic, TARO, "15:00").await;
    assert!(events.next().await.unwrap().starts_with("event: beat\n"));
    assert!(events.next().await.unwrap().starts_with("event: beat\n"), "nothing of that day");
    booked::book(&clinic, HANAKO, "9:30", true).await;
    events.until("changed").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_who_connects_again_is_told_what_came_in_between_and_nothing_twice() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let mut events = listens(&mut browser).await;
    let beat = events.until("beat").await;
    let seen = beat.split_once("id: ").unwrap().1.lines().next().unwrap().to_owned();
    drop(events);
    let again = || Ask::of(Method::GET, &format!("{DAY}/events")).with("last-event-id", &seen);
    let mut events = browser.opens_stream(again()).await;
    assert!(events.next().await.unwrap().starts_with("event: beat\n"));
    drop(events);
    booked::book(&clinic, HANAKO, "9:30", true).await;
    let mut events = browser.opens_stream(again()).await;
    assert!(events.next().await.unwrap().starts_with("event: changed\n"));
    let other_run = Ask::of(Method::GET, &format!("{DAY}/events")).with("last-event-id", "1-99999");
    let mut events = browser.opens_stream(other_run).await;
    assert!(events.next().await.unwrap().starts_with("event: changed\n"), "numbers of another run say nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_it_ends_within_a_second_of_signing_out_and_a_new_one_is_refused_without_a_way_to_sign_in() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let mut events = listens(&mut browser).await;
    events.until("beat").await;
    let mut signed_out = browser.clone();
    let page = browser.get(DAY).await;
    browser.submit(page.form("ログアウト")).await;
    let begun = Instant::now();
    events.end().await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    signed_out.following = false;
    for (path, htmx) in [("events", false), ("events", true), ("lines", false), ("lines", true)] {
        let ask = Ask::of(Method::GET, &format!("{DAY}/{path}"));
        let answer = signed_out.send(if htmx { ask.with("hx-request", "true") } else { ask }).await;
        assert_eq!((answer.code(), answer.leads_to()), (401, None), "{path}");
        assert!(answer.body.is_empty(), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a4_it_ends_within_a_second_when_the_role_is_taken_away_or_the_sign_in_closed() {
    let clinic = open().await;
    let [mut one, mut other] = [staff::signed_in(&clinic, RECEPTION).await, staff::signed_in(&clinic, DOCTOR).await];
    let (mut first, mut second) = (listens(&mut one).await, listens(&mut other).await);
    first.until("beat").await;
    second.until("beat").await;
    let (id, at) = (staff::find(&clinic, RECEPTION).id, ClinicId::parse(SAKURA).unwrap());
    clinic.floor.store.write(clinic.now(), move |tx| rows::take_role(tx, id, &at)).await.unwrap();
    let begun = Instant::now();
    first.end().await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(one.get(&format!("{DAY}/lines")).await.code(), 404);
    let doctor = staff::find(&clinic, DOCTOR).address;
    clinic.floor.store.write(clinic.now(), move |tx| support::set_disabled(tx, &doctor, true)).await.unwrap();
    let begun = Instant::now();
    second.end().await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_it_ends_within_a_second_when_the_service_stops() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let mut events = listens(&mut browser).await;
    events.until("beat").await;
    clinic.floor.streams.end();
    let begun = Instant::now();
    events.end().await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    listens(&mut browser).await.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_a_session_has_three_streams_and_gives_their_places_back() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let mut all = Vec::new();
    for _ in 0..MOST_OF_SESSION {
        let mut events = listens(&mut browser).await;
        events.until("beat").await;
        all.push(events);
    }
    assert_eq!(listens(&mut browser).await.status, 429);
    assert_eq!(listens(&mut staff::signed_in(&clinic, DOCTOR).await).await.status, 200, "another session");
    all.pop();
    assert_eq!(listens(&mut browser).await.status, 200);
    drop(all);
    assert_eq!(clinic.floor.streams.count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn v4_two_hundred_open_books_are_told_of_one_booking() {
    let clinic = open().await;
    let mut all = Vec::new();
    for number in 0..7 {
        let address = format!("uketsuke{number}@example.jp");
        staff::add(&clinic.floor, &address, SAKURA, Role::Reception).await;
        // Somebody has ten sessions at most.
        for _ in 0..10 {
            let mut browser = staff::session(&clinic, &address).await;
            for _ in 0..MOST_OF_SESSION {
                let mut events = listens(&mut browser).await;
                events.until("beat").await;
                all.push(events);
            }
        }
    }
    assert!(200 <= all.len());
    let begun = Instant::now();
    booked::book(&clinic, HANAKO, "9:30", true).await;
    for events in &mut all {
        events.until("changed").await;
    }
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn where_another_process_writes_the_page_asks_by_itself() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    assert_eq!(listens(&mut browser).await.status, 204);
    assert_eq!(clinic.floor.streams.count(), 0);
    booked::book(&clinic, HANAKO, "9:30", true).await;
    let lines = browser.get(&format!("{DAY}/lines")).await;
    assert!(String::from_utf8(lines.body).unwrap().contains("山田 花子"));
}

#[tokio::test]
async fn what_a_page_asks_by_itself_does_not_keep_its_session_alive() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    for _ in 0..4 {
        clinic.minutes_pass(8);
        browser.get(&format!("{DAY}/lines")).await;
    }
    browser.following = false;
    assert_eq!(browser.get(&format!("{DAY}/lines")).await.code(), 401, "nobody was there for 32 minutes");
}

#[tokio::test]
async fn what_has_just_changed_is_marked_for_a_minute_and_not_to_who_did_it() {
    let clinic = open().await;
    let visit = booked::book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let marked = |page: Page| String::from_utf8(page.body).unwrap().contains("data-changed");
    let page = browser.get(DAY).await;
    assert!(page.text().contains("新しい予約") && !page.text().contains("変更あり"), "{}", page.text());
    assert!(marked(page));
    clinic.minutes_pass(1);
    assert!(!marked(browser.get(DAY).await));
    clinic.floor.clock.advance_to(visit.slot.starts());
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let page = browser.get(DAY).await;
    let page = browser.submit(page.form("来院").pressing("来院").expect("the button")).await;
    assert!(!marked(page), "they have pressed it themselves");
    let page = staff::signed_in(&clinic, DOCTOR).await.get(DAY).await;
    assert!(page.text().contains("変更あり") && !page.text().contains("新しい予約"), "{}", page.text());
    assert_eq!(visit.slot.day, FRIDAY);
}

#[tokio::test]
async fn what_somebody_has_just_booked_is_news_to_the_others_alone() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let marked = |page: Page| String::from_utf8(page.body).unwrap().contains("data-changed");
    let page = browser.get(&format!("{DAY}/bookings/{GENERAL}/10-30")).await;
    let form = page.form("予約する").fill("セイ", "ヤマモト").fill("電話番号", "090-8888-7777");
    assert_eq!(browser.submit(form).await.code(), 200);
    assert!(!marked(browser.get(DAY).await), "they have booked it themselves");
    assert!(marked(staff::signed_in(&clinic, DOCTOR).await.get(DAY).await));
}

#[tokio::test]
async fn without_scripts_the_page_is_loaded_again_only_where_that_is_wanted_and_nothing_is_open() {
    let clinic = open().await;
    let visit = booked::book(&clinic, HANAKO, "9:30", true).await;
    clinic.floor.clock.advance_to(visit.slot.starts());
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let html = |page: &Page| String::from_utf8(page.body.clone()).unwrap();
    let plain = browser.get(DAY).await;
    assert!(!html(&plain).contains("http-equiv"));
    let page = browser.get(&format!("{DAY}?refresh=30")).await;
    assert!(html(&page).contains(r#"<noscript id="refresh"><meta http-equiv="refresh" content="30"></noscript>"#));
    assert!(!html(&page).contains("<details class=\"book-more\"") && !html(&page).contains("type=\"date\""));
    let page = browser.submit(page.form("来院").pressing("来院").expect("the button")).await;
    assert!(html(&page).contains("http-equiv"), "it goes on");
    assert!(!html(&browser.get(&format!("{DAY}?refresh=1")).await).contains("http-equiv"));
}
