//! 本日の受付 and 診療時間 on クリニック詳細, by the clock.

use super::{register, with_sakura};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, SAKURA};
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::HANAKO;
use mypage::clinic::{ClosedDays, Closure, TimeOfDay};
use time::Weekday;
use time::macros::date;

/// What the page says of now.
async fn now(clinic: &Clinic) -> String {
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/clinics/sakura").await;
    first(page.html().root_element(), "#clinic .now").map(said).expect("whether it is open")
}

/// The column of today.
fn today(page: &Page) -> Vec<String> {
    each(page.html().root_element(), ".week .today").into_iter().map(said).collect()
}

#[tokio::test]
async fn the_clock_opens_and_closes_it() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    // From Wednesday, 1 April, 10:00.
    let steps = [
        (0, "受付中(12:00まで)"),
        (119, "受付中(12:00まで)"),
        (1, "受付時間外(14:00から受け付けます)"),
        (119, "受付時間外(14:00から受け付けます)"),
        (1, "受付中(17:30まで)"),
        (210, "受付中(17:30まで)"),
        (1, "本日の受付は終了しました"),
        (388, "本日の受付は終了しました"),
        (1, "受付時間外(9:00から受け付けます)"),
        (3 * 24 * 60, "本日は休診です"),
    ];
    for (minutes, expected) in steps {
        clinic.minutes_pass(minutes);
        assert_eq!(now(&clinic).await, expected, "at {:?}", clinic.now());
    }
}

#[tokio::test]
async fn a_holiday_is_closed_by_its_name_and_announced_before() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/clinics/sakura?info=open").await;
    assert!(page.text().contains("休診日 日曜日・祝日"));
    assert!(page.text().contains("2026年4月29日(水) 昭和の日"));
    clinic.minutes_pass(28 * 24 * 60);
    let page = browser.get("/clinics/sakura?info=open").await;
    assert_eq!(now(&clinic).await, "本日は休診です(昭和の日)");
    assert!(page.text().contains("次の受付は2026年4月30日(木)9:00からです。"));
    assert_eq!(page.text().matches("本日は休診です").count(), 1, "once is enough");
    assert_eq!(today(&page), ["水水曜日 本日休診", "―休診", "●診療", "●診療"], "its Wednesdays are open, today is not");
    browser.submit(page.form("English")).await;
    let page = browser.get("/clinics/sakura?info=open").await;
    assert_eq!(today(&page)[0], "WedWednesday closed today");
}

#[tokio::test]
async fn the_hours_are_a_table_with_today_marked() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/clinics/sakura?info=open").await;
    let root = page.html().root_element();
    let rows: Vec<Vec<String>> = each(root, ".week tbody tr")
        .into_iter()
        .map(|row| each(row, "th, td").into_iter().map(said).collect())
        .collect();
    let [open, closed] = ["●診療", "―休診"].map(str::to_owned);
    let row = |head: &str, days: [bool; 7]| {
        let days = days.map(|is_open| if is_open { open.clone() } else { closed.clone() });
        std::iter::once(head.to_owned()).chain(days).collect::<Vec<_>>()
    };
    let (t, f) = (true, false);
    let expected = [
        row("9:00〜12:00最終受付11:30", [f, f, f, f, f, t, f]),
        row("9:00〜12:00", [t, t, t, t, t, f, f]),
        row("14:00〜18:00最終受付17:30", [t, t, t, t, t, f, f]),
    ];
    assert_eq!(rows, expected);
    assert_eq!(today(&page), ["水水曜日 (本日)", &closed, &open, &open]);
    assert_eq!(first(root, ".legend").map(said).unwrap().trim(), "● 診療 ― 休診", "the signs that occur");
}

#[tokio::test]
async fn a_day_that_is_closed_for_a_part_says_so_over_the_hours_of_every_week() {
    let clinic = Clinic::new();
    let part = |days, from, until| Closure {
        days,
        part: Some([from, until].map(|time| TimeOfDay::parse(time).unwrap()).into()),
        reason: None,
        reason_in_english: None,
    };
    // Today, and every Friday.
    let today_only = ClosedDays::Span { from: date!(2026 - 04 - 01), until: date!(2026 - 04 - 01) };
    let fridays = ClosedDays::Weekly(Weekday::Friday);
    let closures = vec![part(today_only, "15:00", "16:00"), part(fridays, "16:00", "18:00")];
    let sakura = mypage::clinic::Clinic { closures, ..clinics::sakura() };
    clinics::open(&clinic.floor, sakura, clinics::menus()).await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/clinics/sakura?info=open").await;
    assert_eq!(today(&page), ["水水曜日 本日一部休診", "―休診", "●診療", "●診療"]);
    let legend = first(page.html().root_element(), ".legend").map(said).unwrap();
    assert_eq!(legend.trim(), "● 診療 ▲ 一部休診 ― 休診");
    clinic.minutes_pass(2 * 24 * 60);
    let page = browser.get("/clinics/sakura?info=open").await;
    assert_eq!(today(&page), ["金金曜日 (本日)", "―休診", "●診療", "▲一部休診"], "a Friday as ever");
}
