//! The calendar: which days are links, what the others say, and addresses that lead nowhere.

use crate::harness::booking::{calendar, choose, day, sakura, slot};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, CHECK_UP, CLEANING, GENERAL, STAFF_ONLY, menu, time};
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::TARO;
use mypage::clinic::{Menu, Opens, TimeOfDay};

/// The whole name of every day of the month that is no link.
fn barred(page: &Page) -> Vec<String> {
    let html = page.html();
    let cells = each(html.root_element(), "table td > div").into_iter();
    cells.map(|cell| said(cell).replace(' ', "")).collect()
}

#[tokio::test]
async fn days_have_whole_names_and_only_free_ones_are_links() {
    let clinic = sakura().await;
    let page = clinic.plain().get(&format!("{}&from=2026-04-01", calendar(GENERAL, "first"))).await;
    let barred = barred(&page);
    let has = |name: &str| barred.iter().any(|text| text == name);
    assert!(has("4月5日(日)—休診"), "{barred:?}");
    assert!(has("4月29日(水)—祝日(昭和の日)"), "{barred:?}");
    assert!(day(&page, "4月2日(木)○空きあり").unwrap().ends_with("&day=2026-04-02#slots-title"));
    assert!(day(&page, "4月5日").is_none() && day(&page, "4月29日").is_none());
    let may = clinic.plain().get(&format!("{}&from=2026-05-31", calendar(GENERAL, "first"))).await;
    let text = self::barred(&may).join(" ");
    assert!(text.contains("5月6日(水)—祝日(振替休日)"), "{text}");
    assert!(text.contains("5月31日(日)—休診"), "{text}");
    let june = clinic.plain().get(&format!("{}&from=2026-05-01", calendar(GENERAL, "first"))).await;
    assert!(june.has_link("前の月 (2026年4月)") && !june.has_link("次の月 (2026年6月)"), "as far as can be booked");
    assert!(!page.has_link("前の月 (2026年3月)") && page.has_link("次の月 (2026年5月)"));
}

#[tokio::test]
async fn without_scripts_the_next_page_begins_at_what_was_asked_for() {
    let clinic = sakura().await;
    let page = clinic.plain().get(&format!("{}&from=2026-04-01", calendar(GENERAL, "first"))).await;
    for link in [day(&page, "4月2日(木)○空きあり").unwrap(), page.link("次の月 (2026年5月)")] {
        let (path, place) = link.split_once('#').expect("a place on the page");
        let next = clinic.plain().get(path).await;
        assert!(first(next.html().root_element(), &format!("[id='{place}']")).is_some(), "{link}");
    }
}

#[tokio::test]
async fn the_first_free_day_is_shown_and_the_next_free_slots_stand_first() {
    let clinic = sakura().await;
    let page = clinic.plain().get(&calendar(GENERAL, "first")).await;
    let buttons: Vec<String> = page.forms().iter().flat_map(|form| form.buttons()).collect();
    assert_eq!(buttons[..3], ["4月1日(水)11:30 を選ぶ", "4月1日(水)14:00 を選ぶ", "4月4日(土)9:00 を選ぶ"]);
    assert!(page.text().contains("いちばん早い") && page.text().contains("午後") && page.text().contains("土曜"));
    assert!(page.text().contains("4月1日(水)の時間を選ぶ"));
    assert!(page.text().contains("9:00受付終了"), "{}", page.text());
    let html = page.html();
    let chosen = first(html.root_element(), "table [aria-current=true]").map(said);
    assert!(chosen.is_some_and(|name| name.contains('1')));
    let english = clinic.plain().in_english().get(&calendar(GENERAL, "first")).await;
    assert!(english.has_button("Choose Wed 1 April, 11:30"));
}

#[tokio::test]
async fn few_places_left_and_a_full_day_are_told() {
    let clinic = sakura().await;
    let path = format!("{}&day=2026-04-04", calendar(CHECK_UP, "first"));
    for (place, hour) in ["9:00", "9:00", "10:00", "10:00", "11:00", "11:00"].into_iter().enumerate() {
        // Of what is only kept, guests together get half.
        let mut browser = clinic.signed_in(TARO).await.at(&format!("203.0.113.{place}"));
        let page = browser.get(&path).await;
        let few = day(&page, "4月4日(土)△残りわずか").is_some();
        assert_eq!(few, place >= 3, "{place} taken");
        assert_eq!(choose(&mut browser, &page, "4月4日(土)", hour).await.code(), 200);
    }
    let page = clinic.plain().get(&path).await;
    assert!(barred(&page).contains(&"4月4日(土)—満員".to_owned()), "{:?}", barred(&page));
    assert!(page.text().contains("この日は、ほかの方の予約で満員になりました"), "{}", page.text());
    let shared = clinic.plain().get(&format!("{}&day=2026-04-04", calendar(CLEANING, "return"))).await;
    assert!(barred(&shared).contains(&"4月4日(土)—満員".to_owned()), "the same chairs");
}

#[tokio::test]
async fn addresses_that_lead_nowhere_are_said_to_and_never_a_fault() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let base = calendar(GENERAL, "first");
    let days = ["2026-02-31", "2026-03-31", "2026-04-31", "2026-06-30", "2027-04-01", "9999-12-31", "0000-00-00", "x"];
    let hostile = ["-9999-01-01", "+12026-01-01", "2026-04-02T09:30", "%00", "２０２６-04-02", "99999999999999999999"];
    for day in days.iter().chain(&hostile) {
        for name in ["day", "from"] {
            let page = browser.get(&format!("{base}&{name}={day}")).await;
            assert_eq!(page.code(), 200, "{name}={day}");
            let told = page.text().contains("指定された日は選べません");
            assert!(told, "{name}={day}: {}", page.text());
            assert!(page.has_button("4月1日(水)11:30 を選ぶ"), "{name}={day}");
        }
    }
    for (menu, visit) in [(STAFF_ONLY, "first"), (CHECK_UP, "return"), ("nothing", "first"), (GENERAL, "third")] {
        assert_eq!(browser.get(&calendar(menu, visit)).await.code(), 404, "{menu} {visit}");
    }
    assert_eq!(browser.get("/b/kaede/menus/naika?visit=first").await.code(), 404, "another clinic");
}

#[tokio::test]
async fn a_horizon_of_300_days_and_a_menu_without_hours_are_pages() {
    let clinic = Clinic::new();
    let far = Opens { days: 300, at: TimeOfDay::of_hour(0) };
    let menus = vec![
        Menu { opens: far, ..menu(GENERAL, "一般内科", 0) },
        Menu { opens: far, hours: Some(Vec::new()), ..menu("never", "準備中", 1) },
        Menu { opens: Opens { days: u16::MAX, ..far }, ..menu("ever", "いつまでも", 2) },
    ];
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    let page = clinic.plain().get(&format!("{}&day=2027-01-25", calendar(GENERAL, "first"))).await;
    slot(&page, "1月25日(月)", "9:00");
    let none = clinic.plain().get(&calendar("never", "first")).await;
    assert_eq!(none.code(), 200);
    assert!(none.text().contains("現在、予約できる空きがありません"), "{}", none.text());
    assert_eq!(clinic.plain().get(&format!("{}&from=2200-01-01", calendar("ever", "first"))).await.code(), 200);
}

#[tokio::test]
async fn the_hour_at_which_the_next_days_open_is_said_in_sight() {
    let clinic = Clinic::new();
    let opens = Opens { days: 1, at: time("19:30") };
    let menus = clinics::menus().into_iter().map(|menu| Menu { opens, ..menu }).collect();
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    let mut browser = clinic.plain();
    let page = browser.get(&calendar(GENERAL, "first")).await;
    assert!(page.text().contains("次の予約枠は、本日19:30から受け付けます。"), "{}", page.text());
    let page = browser.in_english().get(&calendar(GENERAL, "first")).await;
    assert!(page.text().contains("More days can be booked from 19:30 today."), "{}", page.text());
}
