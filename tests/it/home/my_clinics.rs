//! マイクリニック on the dashboard.

use super::{id, in_english, register, with_sakura};
use crate::harness::booked::book;
use crate::harness::clinics::{self, SAKURA};
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::{HANAKO, TARO};
use mypage::clinic::Clinic;

/// Each row: what it says, and where it leads.
fn rows(page: &Page) -> Vec<(String, String)> {
    let rows = each(page.html().root_element(), "#clinics li a:first-child").into_iter();
    rows.map(|row| (said(row), row.attr("href").unwrap_or_default().to_owned())).collect()
}

#[tokio::test]
async fn each_clinic_leads_to_its_page_and_says_when_the_next_visit_is() {
    let clinic = with_sakura().await;
    let kumo = Clinic { id: id("kumo"), name: "くも歯科".to_owned(), departments: Vec::new(), ..clinics::sakura() };
    clinics::open(&clinic.floor, kumo, Vec::new()).await;
    register(&clinic, HANAKO, SAKURA).await;
    clinic.minutes_pass(1);
    register(&clinic, HANAKO, "kumo").await;
    book(&clinic, HANAKO, "11:00", true).await;
    book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/dashboard").await;
    let expected = [
        ("さくら内科クリニック内科次の予約 2026年4月3日(金)9:30", "/clinics/sakura"),
        ("くも歯科これからの予約はありません", "/clinics/kumo"),
    ];
    assert_eq!(rows(&page), expected.map(|(text, href)| (text.to_owned(), href.to_owned())), "as they were registered");
    assert_eq!(browser.get(&rows(&page)[1].1).await.h1(), "クリニック詳細");
    assert_eq!(page.link("予約する"), "#clinics", "first of all");
    assert_eq!(page.link("予約する: くも歯科"), "/b/kumo");
    let mut english = in_english(&clinic, HANAKO).await;
    let page = english.get("/dashboard").await;
    assert_eq!(rows(&page)[0].0, "さくら内科クリニック内科Next visit Fri 3 April 2026, 9:30");
    let names = each(page.html().root_element(), "#clinics [lang=ja]").into_iter().map(said).collect::<Vec<_>>();
    assert_eq!(names, ["さくら内科クリニック", "内科", "さくら内科クリニック", "くも歯科", "くも歯科"]);
}

#[tokio::test]
async fn without_clinics_there_is_no_list() {
    let clinic = with_sakura().await;
    register(&clinic, TARO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/dashboard").await;
    assert!(first(page.html().root_element(), "#clinics").is_none());
    assert!(page.text().contains("予約とマイクリニックはまだありません"));
    register(&clinic, HANAKO, SAKURA).await;
    let page = browser.get("/dashboard").await;
    assert_eq!((rows(&page).len(), page.link("予約する").as_str()), (1, "/b/sakura"));
    assert!(!page.text().contains("まだありません") && !page.text().contains("予約一覧"), "nor a list of nothing");
}
