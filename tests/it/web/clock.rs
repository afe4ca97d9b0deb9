//! M6: the clock of the machine is set while the service runs: an hour back, a day ahead, to 1970; or set back while it is
//! stopped.

use crate::harness::booking::{as_guest, calendar, choose, code, sakura, to_confirmation};
use crate::harness::clinic::{Clinic, START};
use crate::harness::clinics::{self, GENERAL};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::reservations::book;
use crate::harness::stage::{Stage, ask_for_link, fill_in};
use mypage::clinic::TimeOfDay;
use mypage::clock::Moment;
use mypage::reservation;
use mypage::serve::ClockWatch;
use std::sync::Arc;
use std::time::{Duration, Instant};
use time::macros::date;

const IN_1970: Moment = Moment::from_millis(0);

fn jumps(clinic: &Clinic) -> Vec<String> {
    let lines = clinic.floor.log.lines();
    lines
        .into_iter()
        .filter_map(|line| Some(line.split_once(" level=warn event=clock_jumped ")?.1.to_owned()))
        .collect()
}

/// Half an hour of a clock that goes right, and the look after it.
async fn half_an_hour(clinic: &Clinic, watch: &mut ClockWatch, steady: Instant) -> Instant {
    clinic.minutes_pass(31);
    let steady = steady + Duration::from_secs(31 * 60);
    watch.look(steady).await;
    assert_eq!(jumps(clinic), Vec::<String>::new());
    steady
}

#[tokio::test]
async fn m6_what_had_ended_before_the_clock_was_set_back_opens_nothing() {
    for back in [START.plus_minutes(-29), IN_1970] {
        let clinic = Clinic::new();
        clinic.ignore_mail();
        let steady = Instant::now();
        let mut watch = ClockWatch::of(Arc::clone(&clinic.floor), steady);
        people::register(&clinic.floor, HANAKO).await;
        let reset = ask_for_link(&clinic, &mut clinic.plain(), "/password-reset", HANAKO).await;
        let sign_up = ask_for_link(&clinic, &mut clinic.plain(), "/sign-up", "mika@example.jp").await;
        let codes = async || [clinic.plain().get(&reset).await.code(), clinic.plain().get(&sign_up).await.code()];
        assert_eq!(codes().await, [200, 200]);
        let steady = half_an_hour(&clinic, &mut watch, steady).await;
        assert_eq!(codes().await, [410, 200]);
        let seconds = back.seconds_since(clinic.now());
        clinic.floor.clock.advance_to(back);
        watch.look(steady).await;
        assert_eq!(codes().await, [410, 200], "nothing is revived, and nothing else is lost");
        assert_eq!(jumps(&clinic), [format!("seconds={seconds}")]);
    }
}

#[tokio::test]
async fn m6_what_had_ended_when_it_stopped_opens_nothing_although_the_clock_was_set_back_meanwhile() {
    for back in [61, 24 * 60] {
        let clinic = Clinic::new();
        clinic.ignore_mail();
        let steady = Instant::now();
        let mut watch = ClockWatch::of(Arc::clone(&clinic.floor), steady);
        people::register(&clinic.floor, HANAKO).await;
        let mut browser = clinic.plain();
        let form = browser.get("/sign-in").await.form("ログイン").fill("メールアドレス", HANAKO);
        browser.submit(form.fill("パスワード", people::password(HANAKO))).await;
        assert_eq!(browser.get("/dashboard").await.path(), "/dashboard");
        let reset = ask_for_link(&clinic, &mut clinic.plain(), "/password-reset", HANAKO).await;
        let sign_up = ask_for_link(&clinic, &mut clinic.plain(), "/sign-up", "mika@example.jp").await;
        // A session that does not outlive its browser lasts for half a day, and this link for a day.
        clinic.minutes_pass(13 * 60);
        watch.look(steady + Duration::from_secs(13 * 60 * 60)).await;
        watch.note().await;
        assert_eq!(browser.get("/dashboard").await.path(), "/sign-in");
        clinic.floor.clock.advance_to(clinic.now().plus_minutes(-back));
        ClockWatch::of(Arc::clone(&clinic.floor), Instant::now()).look_back().await;
        assert_eq!(browser.get("/dashboard").await.path(), "/sign-in", "{back} minutes");
        assert_eq!(clinic.plain().get(&reset).await.code(), 410, "{back} minutes");
        assert_eq!(clinic.plain().get(&sign_up).await.code(), 200, "nothing else is lost");
        assert_eq!(jumps(&clinic), [format!("seconds={}", -60 * back)]);
    }
}

#[tokio::test]
async fn m6_a_start_with_the_clock_as_it_was_ends_nothing() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    for minutes in [0, 60] {
        ClockWatch::of(Arc::clone(&clinic.floor), Instant::now()).look_back().await;
        assert_eq!(browser.get("/dashboard").await.path(), "/dashboard");
        ClockWatch::of(Arc::clone(&clinic.floor), Instant::now()).note().await;
        clinic.minutes_pass(minutes);
    }
    assert_eq!(jumps(&clinic), Vec::<String>::new());
}

/// Some minutes of a clock that goes right; then it is set back by five.
async fn then_five_minutes_again(clinic: &Clinic, minutes: i64) {
    let steady = Instant::now();
    let mut watch = ClockWatch::of(Arc::clone(&clinic.floor), steady);
    clinic.minutes_pass(minutes);
    let steady = steady + Duration::from_secs(60 * u64::try_from(minutes).unwrap());
    watch.look(steady).await;
    clinic.floor.clock.advance_to(clinic.now().plus_minutes(-5));
    watch.look(steady).await;
}

#[tokio::test]
async fn m6_a_code_that_had_ended_before_the_clock_was_set_back_proves_nothing() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    let form = page.form("予約を確定する").fill("確認コード", &code(&clinic, HANAKO).await);
    then_five_minutes_again(&clinic, 11).await;
    assert_eq!(browser.submit(form).await.h1(), "予約内容の確認");
}

#[tokio::test]
async fn m6_an_address_whose_proof_had_ended_before_the_clock_was_set_back_is_proved_anew() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    as_guest(&clinic, &mut browser, HANAKO).await;
    then_five_minutes_again(&clinic, 61).await;
    let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    let page = choose(&mut browser, &page, "4月2日(木)", "10:00").await;
    let page = browser.submit(fill_in(page.form("確認へ"), TARO).fill("メールアドレス", HANAKO)).await;
    assert!(page.text().contains("確認コード"), "{}", page.text());
}

#[tokio::test]
async fn m6_a_password_that_was_too_long_ago_before_the_clock_was_set_back_is_asked_for() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    then_five_minutes_again(&clinic, 6).await;
    assert!(browser.get("/account/email").await.form("送信する").asks_password());
}

#[tokio::test]
async fn m6_a_clock_that_was_ahead_for_a_moment_ends_nothing() {
    let clinic = Clinic::new();
    let steady = Instant::now();
    let mut watch = ClockWatch::of(Arc::clone(&clinic.floor), steady);
    let mut browser = clinic.signed_in(HANAKO).await;
    for ahead in [1, 400] {
        clinic.floor.clock.advance_to(START.plus_days(ahead));
        watch.look(steady).await;
        clinic.floor.clock.advance_to(START);
        watch.look(steady).await;
        assert_eq!(browser.get("/dashboard").await.path(), "/dashboard", "{ahead} days");
    }
    assert_eq!(jumps(&clinic).len(), 4);
}

#[tokio::test]
async fn m6_however_the_clock_is_set_each_patient_is_reminded_once_and_never_many_at_a_time() {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    clinic.ignore_mail();
    let days = [date!(2026 - 04 - 03), date!(2026 - 04 - 07), date!(2026 - 04 - 10), date!(2026 - 04 - 14)];
    for (number, day) in days.into_iter().enumerate() {
        for (time, start) in ["9:00", "9:30", "10:00", "10:30"].into_iter().enumerate() {
            book(&clinic.floor.store, START, &format!("p{number}-{time}@example.jp"), (GENERAL, day, start)).await;
        }
    }
    let mut written = Vec::new();
    let evening = |day: time::Date| TimeOfDay::of_hour(18).on(day.previous_day().unwrap());
    let first = evening(days[0]);
    for now in [
        START,
        START.plus_hours(-1),
        IN_1970,
        START,
        first,
        first.plus_hours(-1),
        first.plus_days(1),
        IN_1970,
        first,
        evening(days[1]),
        evening(days[1]).plus_hours(-1),
        evening(days[2]),
        evening(days[3]),
        evening(days[3]).plus_days(1),
    ] {
        clinic.floor.clock.advance_to(now);
        written.push(reservation::remind(&clinic.floor, 100).await.unwrap().letters);
    }
    assert_eq!(written, [0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 4, 4, 0]);
}

#[tokio::test]
async fn m6_every_page_is_answered_at_whatever_hour_the_clock_stands() {
    let stage = Stage::new().await;
    for now in [START.plus_hours(-1), START.plus_days(1), IN_1970, Moment::from_millis(-1), START] {
        stage.clinic.floor.clock.advance_to(now);
        for (who, mut browser) in stage.everybody() {
            for path in stage.pages() {
                let page = browser.get(&path).await;
                assert!(page.code() < 500, "{who} {path} at {now:?}: {}", page.code());
            }
        }
    }
}
