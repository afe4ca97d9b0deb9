//! B5: where the machine believes to be makes no difference. The days on which calendars go wrong are gone through again
//! by this very binary, in processes of their own with other zones.

use super::desk::{Desk, TUESDAY};
use mypage::reservation::ledger::Asker;
use std::process::Command;

const ZONES: [&str; 4] = ["America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "UTC"];

/// What a clinic offers and promises around midnight, as text.
async fn story() -> String {
    let desk = Desk::with(|menu| menu);
    let leap = time::macros::date!(2028 - 02 - 29);
    let new_year = time::macros::date!(2027 - 01 - 04);
    let booked = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap().reservation;
    let days = [TUESDAY, leap, new_year].map(|day| desk.calendar(Asker::default(), day));
    format!("{:?} {:?} {:?} {days:?}", booked.slot.starts(), booked.deadlines, booked.reminder)
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
