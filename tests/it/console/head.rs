//! The head of a day's book: what the staff share about it, and the search; and the week in numbers.

use crate::harness::booked::{self, FRIDAY};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, DOCTOR, RECEPTION};
use mypage::staff::Role;

const DAY: &str = "/console/c/sakura/days/2026-04-03";
const NOTE: &str = "/console/c/sakura/days/2026-04-03/note";

async fn open() -> Clinic {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    clinic
}

#[tokio::test]
async fn what_the_staff_share_about_a_day_stands_in_its_book() {
    let clinic = open().await;
    for htmx in [false, true] {
        let browser = staff::session(&clinic, RECEPTION).await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        let page = browser.get(NOTE).await;
        let text = format!("院長は16時まで\n電話 {htmx}");
        let page = browser.submit(page.form("保存").fill("申し送り", &text)).await;
        assert_eq!((page.code(), page.path()), (200, DAY));
        assert!(page.text().contains(&format!("電話 {htmx}")), "{}", page.text());
        let other_day = browser.get("/console/c/sakura/days/2026-04-02").await;
        assert!(!other_day.text().contains("院長は16時まで"));
    }
}

#[tokio::test]
async fn two_who_change_the_note_at_once_are_told_and_nothing_typed_is_lost() {
    let clinic = open().await;
    let [mut one, mut other] = [staff::session(&clinic, RECEPTION).await, staff::session(&clinic, DOCTOR).await];
    let (first, second) = (one.get(NOTE).await, other.get(NOTE).await);
    one.submit(first.form("保存").fill("申し送り", "受付が書いた")).await;
    let page = other.submit(second.form("保存").fill("申し送り", "医師が書いた")).await;
    assert_eq!(page.code(), 409);
    assert!(page.text().contains("受付が書いた"), "{}", page.text());
    assert_eq!(page.form("保存").value("note").trim(), "医師が書いた");
    assert!(one.get(DAY).await.text().contains("受付が書いた"), "nothing was overwritten");
    let page = other.submit(page.form("保存").fill("申し送り", "受付が書いた\n医師が書いた")).await;
    assert_eq!(page.path(), DAY, "once it was seen it may be changed");
    assert!(page.text().contains("医師が書いた"));
    let same = second.form("保存").fill("申し送り", "受付が書いた\n医師が書いた");
    assert_eq!(other.submit(same).await.code(), 200, "the same once more is no conflict");
}

#[tokio::test]
async fn a_note_that_is_too_long_stays_in_the_form() {
    let clinic = open().await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let text = "あ".repeat(1001);
    let page = browser.get(NOTE).await;
    let page = browser.submit(page.form("保存").fill("申し送り", &text)).await;
    assert_eq!((page.code(), page.form("保存").value("note").trim()), (422, text.as_str()));
}

#[tokio::test]
async fn somebody_is_found_however_it_is_typed() {
    let clinic = open().await;
    let visit = booked::book(&clinic, HANAKO, "9:30", true).await;
    booked::book(&clinic, TARO, "10:00", false).await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let number = visit.number.to_string();
    let phone = visit.attendee.person.phone.digits().to_owned();
    let wide: String = phone.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xFEE0)).collect();
    let plain = number.replace('-', "");
    for typed in ["山田", "山田 花子", "やまだ はなこ", "ﾔﾏﾀﾞ", "花子", &number, &plain, &phone, &wide, &phone[3..]]
    {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
        let page = browser.get(&format!("{DAY}?{query}")).await;
        assert!(page.text().contains("山田 花子"), "{typed}: {}", page.text());
        let lines = browser.get(&format!("{DAY}/lines?{query}")).await;
        assert!(String::from_utf8(lines.body).unwrap().contains("山田 花子"), "{typed}");
    }
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", "花子").finish();
    let other = browser.get(&format!("{DAY}?{query}")).await;
    let taro = &booked::book(&clinic, TARO, "10:30", false).await.attendee.person.name.given;
    assert!(!other.text().contains(taro.as_str()), "{}", other.text());
    let none = browser.get(&format!("{DAY}?q=zzz")).await;
    assert!(none.text().contains("「zzz」は、この日の予約には見つかりません"), "{}", none.text());
}

#[tokio::test]
async fn the_search_of_a_day_leads_to_the_visits_of_other_days() {
    let clinic = open().await;
    let monday = FRIDAY.saturating_add(time::Duration::days(3));
    let later = booked::on(&clinic, HANAKO, monday, "9:30").await;
    let same_day = booked::book(&clinic, TARO, "10:00", false).await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    for typed in ["やまだ", later.number.to_string().as_str(), later.attendee.person.phone.digits()] {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
        let page = browser.get(&format!("{DAY}?{query}")).await;
        let text = page.text();
        assert!(text.contains(&format!("「{typed}」は、この日の予約には見つかりません")), "{text}");
        let way = (
            "2026年4月6日(月)9:30 山田 花子".to_owned(),
            format!("/console/c/{SAKURA}/days/{monday}#v-{}", later.id.text()),
        );
        assert!(page.links().contains(&way), "{typed}: {:?}", page.links());
    }
    // A visit of the day itself is no other day's.
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", &same_day.number.to_string()).finish();
    let page = browser.get(&format!("{DAY}?{query}")).await;
    assert!(page.text().contains("この日の予約に1件") && !page.text().contains("ほかの日の予約"), "{}", page.text());
    assert!(!browser.get(DAY).await.text().contains("ほかの日の予約"));
}

#[tokio::test]
async fn the_break_and_closed_hours_are_quiet_lines() {
    let clinic = open().await;
    booked::book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let text = browser.get(DAY).await.text();
    assert!(text.contains("休憩"), "{text}");
    let (visit, rest) = (text.find("山田 花子").unwrap(), text.find("休憩").unwrap());
    assert!(visit < rest, "in the order of the day");
}

#[tokio::test]
async fn a_week_says_how_many_come_and_how_full_each_day_is() {
    let clinic = open().await;
    booked::book(&clinic, HANAKO, "9:30", true).await;
    booked::book(&clinic, TARO, "10:00", false).await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let day = browser.get(DAY).await;
    let page = browser.follow(&day, "週").await;
    assert_eq!(page.path(), "/console/c/sakura/weeks/2026-04-03");
    let text = page.text();
    assert!(text.contains("枠中2枠"), "{text}");
    assert!(text.contains("来院 0名"), "this week has today: {text}");
    assert!(text.contains("休診"), "Sunday: {text}");
    let links = page.links();
    assert!(links.iter().any(|(_, href)| *href == format!("/console/c/{SAKURA}/days/{FRIDAY}")), "{links:?}");
    let next = browser.get("/console/c/sakura/weeks/2026-04-10").await;
    assert!(!next.text().contains("来院"), "{}", next.text());
    assert_eq!(browser.get("/console/c/sakura/weeks/9999-12-31").await.code(), 200);
    assert_eq!(browser.get("/console/c/sakura/weeks/soon").await.code(), 404);
}
