//! 診療メニュー of a clinic.

use crate::harness::booking::sakura;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA, menu};
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use mypage::clinic::Menu;
use time::macros::date;

fn booking_links(page: &Page) -> Vec<String> {
    let links = page.links().into_iter().filter(|(_, href)| href.contains("/menus/"));
    links.map(|(text, _)| text).collect()
}

#[tokio::test]
async fn each_menu_is_offered_for_the_visits_it_is_for_and_those_of_the_staff_are_not() {
    let clinic = sakura().await;
    let page = clinic.plain().get("/b/sakura").await;
    assert_eq!(
        booking_links(&page),
        [
            "初診で予約: 一般内科",
            "再診で予約: 一般内科",
            "初診で予約: 予防接種",
            "再診で予約: 予防接種",
            "初診で予約: 歯科検診",
            "再診で予約: クリーニング",
        ]
    );
    for told in ["発熱のある方はお電話ください。", "保険診療", "約30分", "生後2か月から15歳まで", "母子健康手帳"]
    {
        assert!(page.text().contains(told), "{told}: {}", page.text());
    }
    assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
}

#[tokio::test]
async fn a_menu_that_is_over_is_gone_and_one_that_is_to_come_says_from_when() {
    let clinic = Clinic::new();
    let menus = vec![
        Menu { valid_until: Some(date!(2026 - 03 - 31)), ..menu("old", "昨年度の健診", 0) },
        Menu { valid_until: Some(date!(2026 - 04 - 01)), ..menu("last", "今日までの健診", 1) },
        Menu { valid_from: Some(date!(2026 - 05 - 01)), ..menu("new", "新しい健診", 2) },
    ];
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    let page = clinic.plain().get("/b/sakura").await;
    assert!(!page.text().contains("昨年度の健診") && page.text().contains("今日までの健診"));
    assert!(page.text().contains("2026年5月1日(金)以降の日に予約できます。"), "{}", page.text());
}

#[tokio::test]
async fn a_clinic_without_menus_gives_its_phone_number() {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, clinics::sakura(), Vec::new()).await;
    for mut browser in [clinic.plain(), clinic.plain().in_english()] {
        let page = browser.get("/b/sakura").await;
        assert_eq!((page.code(), page.link("03-1111-2222").as_str()), (200, "tel:0311112222"));
        assert!(booking_links(&page).is_empty());
    }
}

#[tokio::test]
async fn a_guest_is_told_what_signing_in_is_good_for_and_comes_back() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get("/b/sakura").await;
    assert_eq!(page.link("ログイン"), "/sign-in?next=%2Fb%2Fsakura");
    clinic.sign_in(&mut browser, HANAKO).await;
    assert!(!browser.get("/b/sakura").await.has_link("ログイン"));
}

#[tokio::test]
async fn what_no_clinic_has_is_not_found() {
    let clinic = sakura().await;
    let hostile = ["/b/kaede", "/b/KAEDE", "/b/%00", "/b/..%2Fsakura", "/b/さくら", "/b/kaede%20"];
    for path in hostile.iter().map(|path| path.to_string()).chain([format!("/b/{}", "a".repeat(2_000))]) {
        assert_eq!(clinic.plain().get(&path).await.code(), 404, "{path}");
    }
    assert_eq!(clinic.plain().get(&format!("/b/{SAKURA}/menus/{GENERAL}")).await.code(), 404, "without a visit");
}
