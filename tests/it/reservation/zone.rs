//! B5: where the machine believes to be makes no difference. The days on which calendars go wrong are gone through again
//! by this very binary, in processes of their own with other zones.

use super::desk::{Desk, TUESDAY};
use crate::harness::booking::{sakura, to_confirmation};
use crate::harness::clinics::time;
use crate::harness::people::HANAKO;
use mypage::lang::{self, Lang};
use mypage::slots::Asker;
use std::process::Command;
use time::macros::date;

const ZONES: [&str; 4] = ["America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "UTC"];

/// What a clinic offers, promises and writes at these moments, as text.
async fn story() -> String {
    let (leap, new_year) = (date!(2028 - 02 - 29), date!(2027 - 01 - 04));
    let mut story = String::new();
    // In Japan it is that day already, or still, while in the zones it is another one.
    for clock in ["0:30", "8:30", "23:30"] {
        let mut desk = Desk::with(|menu| menu);
        desk.now = time(clock).on(date!(2026 - 04 - 06));
        let booked = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap();
        let days = [TUESDAY, leap, new_year].map(|day| desk.calendar(Asker::default(), day));
        let (reminder, told) = (booked.reminder, lang::moment(Lang::En, desk.now));
        story += &format!("{told} {:?} {:?} {reminder:?} {days:?} ", booked.slot.starts(), booked.deadlines);
    }
    story
}

#[tokio::test]
async fn b5_the_machines_zone_changes_nothing() {
    let here = story().await;
    if std::env::var("MYPAGE_TOLD").is_ok() {
        print(&here);
        return;
    }
    for zone in ZONES {
        let mut told = Command::new(std::env::current_exe().unwrap());
        told.args(["--exact", "reservation::zone::b5_the_machines_zone_changes_nothing", "--nocapture"]);
        let output = told.env("TZ", zone).env("MYPAGE_TOLD", "1").output().unwrap();
        assert!(output.status.success());
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(text.lines().any(|line| line == here), "{zone} tells something else: {text}\nthan here: {here}");
    }
}

fn print(story: &str) {
    eprintln!("\n{story}");
}

#[tokio::test]
async fn each_start_says_that_it_is_japan_time_in_english_and_where_a_browser_is_elsewhere() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    assert!(!page.text().contains("日本時間"), "{}", page.text());
    let html = String::from_utf8_lossy(&page.body).into_owned();
    assert!(html.contains("<span class=\"start\" data-zone=\"(日本時間)\">"), "the script shows it elsewhere");
    clinic.mails_to(HANAKO).await;
    let mut browser = browser.in_english();
    let page = browser.get(page.path()).await;
    assert!(page.text().contains("9:30 (Japan time)"), "{}", page.text());
    browser.submit(page.form("Send a new code")).await;
    let mail = clinic.mail_to(HANAKO).await.text();
    assert!(mail.contains("9:30 (Japan time)"), "{mail}");
}
