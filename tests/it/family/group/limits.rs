//! Where one of several menus has fewer days than the others, the calendar goes on as far as there is something to say, and names
//! the menu.

use super::*;
use crate::harness::clinics::{self, VACCINE, menus};
use crate::harness::people::TARO;
use mypage::clinic::{Menu, Opens};
use time::macros::date;

/// The calendar of both children, of whom one is vaccinated; the menu for that is changed so.
async fn with_vaccine(change: impl Fn(Menu) -> Menu) -> (Clinic, Browser, Page) {
    let clinic = Clinic::new();
    let menus = menus().into_iter().map(|menu| if menu.id.as_str() == VACCINE { change(menu) } else { menu });
    clinics::open(&clinic.floor, clinics::sakura(), menus.collect()).await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get(FORM).await;
    let vaccine = "初診: 予防接種 生後2か月から15歳まで";
    let form = both(&page).select("鈴木 悠真さんの診療メニュー (空欄は上と同じ)", vaccine);
    let page = browser.submit(form).await;
    assert_eq!(page.h1(), "日時を選ぶ", "{}", page.text());
    (clinic, browser, page)
}

#[tokio::test]
async fn the_next_month_is_there_although_one_menu_opens_late_and_it_is_said_which() {
    let opens = Opens { days: 7, at: clinics::time("9:00") };
    let (_clinic, mut browser, page) = with_vaccine(|menu| Menu { opens, ..menu }).await;
    let said = "「予防接種」の次の予約枠は、2026年4月2日(木)9:00から受け付けます。";
    assert!(page.text().contains(said), "{}", page.text());
    let may = browser.get(&page.link("次の月 (2026年5月)")).await;
    assert!(!may.text().contains("指定された日は選べません"), "{}", may.text());
    assert!(
        may.text().contains("「予防接種」の次の予約枠は、2026年4月24日(金)9:00から受け付けます。"),
        "{}",
        may.text()
    );
    assert!(may.text().contains("この月に空きはありません"), "{}", may.text());
    let barred = browser.get(&page.link("次の月 (2026年5月)").replace("from=2026-05-01", "day=2026-04-10")).await;
    assert!(
        barred.text().contains("予防接種: この日の予約は、2026年4月3日(金)9:00から受け付けます。"),
        "{}",
        barred.text()
    );
}

#[tokio::test]
async fn a_menu_that_is_offered_from_a_day_on_or_until_one_is_named() {
    let (clinic, mut browser, page) =
        with_vaccine(|menu| Menu { valid_from: Some(date!(2026 - 05 - 11)), ..menu }).await;
    assert!(page.text().contains("「予防接種」は、2026年5月11日(月)以降の日に予約できます。"), "{}", page.text());
    let april = browser.get(&page.link("前の月 (2026年4月)").replace("from=2026-04-01", "day=2026-04-10")).await;
    assert!(april.text().contains("予防接種: この日は、この診療メニューの受付期間外です。"), "{}", april.text());
    let guests = format!("{FORM}/slots?people=naika.first,{VACCINE}.first&order=turn");
    let english = clinic.plain().in_english().get(&guests).await;
    assert!(english.text().contains("予防接種 can be booked for Mon 11 May 2026 or later."), "{}", english.text());
    let (_clinic, _, page) = with_vaccine(|menu| Menu { valid_until: Some(date!(2026 - 04 - 10)), ..menu }).await;
    assert!(page.text().contains("「予防接種」を予約できるのは、2026年4月10日(金)までです。"), "{}", page.text());
}

#[tokio::test]
async fn what_is_the_same_for_all_menus_names_none() {
    let (_clinic, mut browser, page) = with_vaccine(|menu| menu).await;
    assert!(!page.text().contains("「予防接種」"), "{}", page.text());
    let sunday = browser.get(&page.link("次の月 (2026年5月)").replace("from=2026-05-01", "day=2026-04-05")).await;
    assert!(sunday.text().contains("この日は休診です"), "{}", sunday.text());
    assert!(!sunday.text().contains("予防接種: "), "{}", sunday.text());
}
