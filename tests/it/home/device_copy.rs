//! The copy of the next visits that a device may keep, and what tells the device for whom.

use super::{register, with_sakura};
use crate::harness::booked::book;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA};
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::{self, HANAKO, TARO};
use mypage::clinic::Menu;
use scraper::{ElementRef, Html};

const COPY: &str = "/dashboard/device-copy";

/// The copy as its script reads it.
async fn copy(browser: &mut Browser) -> Html {
    let answer = browser.get(COPY).await;
    assert_eq!((answer.code(), answer.path()), (200, COPY));
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));
    assert_eq!(answer.header("content-type").as_deref(), Some("text/plain; charset=utf-8"), "it is no page");
    Html::parse_fragment(std::str::from_utf8(&answer.body).unwrap())
}

fn visits(copy: &Html) -> Vec<String> {
    each(copy.root_element(), "[data-ends]").into_iter().map(said).collect()
}

fn marked(within: ElementRef<'_>, selector: &str) -> Option<String> {
    first(within, selector).and_then(|element| element.attr("data-account")).map(str::to_owned)
}

fn header(page: &Page) -> Option<String> {
    marked(page.html().root_element(), "#header")
}

#[tokio::test]
async fn it_says_when_where_and_for_whom_and_nothing_else() {
    let clinic = with_sakura().await;
    let late = book(&clinic, HANAKO, "11:00", true).await;
    let early = book(&clinic, HANAKO, "9:30", true).await;
    book(&clinic, TARO, "10:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let copy = copy(&mut browser).await;
    let rows = visits(&copy);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[0], "2026年4月3日(金)9:30さくら内科クリニック / 山田 花子電話 03-1111-2222");
    assert!(rows[1].starts_with("2026年4月3日(金)11:00"));
    let html = copy.root_element().html();
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    for secret in [early.id.text(), late.id.text(), early.service.name.clone(), account.customer_id.to_string()] {
        assert!(!html.contains(&secret), "{secret}");
    }
    for secret in ["00123", HANAKO, "/reservations/", "1985"] {
        assert!(!html.contains(secret), "{secret}");
    }
    let ends: Vec<_> =
        each(copy.root_element(), "[data-ends]").into_iter().filter_map(|e| e.attr("data-ends")).collect();
    assert_eq!(ends, [early, late].map(|of| of.slot.ends().millis().to_string()), "a device knows when each is over");
    assert!(said(copy.root_element()).contains("最終更新 4/1(水)10:"));
    assert!(first(copy.root_element(), "[data-none][hidden]").is_some());
}

#[tokio::test]
async fn what_is_over_cancelled_or_for_the_patient_alone_is_not_copied() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let nothing = copy(&mut browser).await;
    assert_eq!(visits(&nothing), Vec::<String>::new());
    assert_eq!(
        first(nothing.root_element(), "[data-none]:not([hidden])").map(said).unwrap(),
        "次のご予約はありません。"
    );
    book(&clinic, HANAKO, "9:30", true).await;
    let alone = |menu: Menu| Menu { self_only: menu.id.as_str() == GENERAL, ..menu };
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus().into_iter().map(alone).collect()).await;
    let own = book(&clinic, HANAKO, "10:30", true).await;
    assert!(own.service.self_only);
    let page = browser.get("/dashboard").await;
    assert!(page.text().contains("10:30"), "its owner sees it who is signed in");
    let rows = visits(&copy(&mut browser).await);
    assert_eq!(rows.len(), 1, "{rows:?}");
    clinic.minutes_pass(3 * 24 * 60);
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(visits(&copy(&mut browser).await), Vec::<String>::new());
}

#[tokio::test]
async fn nobody_gets_it_who_is_not_signed_in() {
    let clinic = with_sakura().await;
    book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.plain();
    browser.following = false;
    let answer = browser.get(COPY).await;
    assert_eq!(answer.code(), 303);
    assert!(answer.body.is_empty());
}

#[tokio::test]
async fn every_page_and_the_copy_say_for_whose_account_they_are() {
    let clinic = with_sakura().await;
    let (mut hanako, mut taro, mut nobody) =
        (clinic.signed_in(HANAKO).await, clinic.signed_in(TARO).await, clinic.plain());
    let mark = header(&hanako.get("/dashboard").await).unwrap();
    assert!(mark.len() > 8);
    assert_eq!(marked(copy(&mut hanako).await.root_element(), "[data-account]").as_ref(), Some(&mark));
    for path in ["/account", "/nowhere", "/terms"] {
        assert_eq!(header(&hanako.get(path).await).as_ref(), Some(&mark), "{path}");
    }
    let mut again = clinic.signed_in(HANAKO).await;
    assert_eq!(header(&again.get("/terms").await).as_ref(), Some(&mark), "it is the account's, not the session's");
    assert_ne!(header(&taro.get("/terms").await), Some(mark));
    assert_eq!(header(&nobody.get("/terms").await).as_deref(), Some(""));
    let page = hanako.get("/dashboard").await;
    let signed_out = hanako.submit(page.form("ログアウト")).await;
    assert_eq!(header(&signed_out).as_deref(), Some(""));
    let left = nobody.get("/withdrawn").await;
    assert_eq!(header(&left).as_deref(), Some(""));
    assert!(first(left.html().root_element(), "[data-account-gone]").is_some(), "nobody signs in to it again");
    assert_eq!(header(&hanako.get("/offline").await), None, "it is shown to whoever holds the device");
}

#[tokio::test]
async fn the_setting_is_hidden_until_a_script_shows_it() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/account").await;
    let card = first(page.html().root_element(), "#device-copy[hidden]").expect("the setting");
    assert!(said(card).contains("この端末を使う人は、ログインしなくても見ることができます。"));
    let ticked = "#device-copy-kept[type=checkbox]:not([checked]):not([name])";
    assert!(first(card, ticked).is_some(), "off, and never sent");
    let html = page.html();
    let link = first(html.root_element(), "#device-copy-link[hidden] > a").expect("the link to it");
    assert_eq!((link.attr("href"), said(link).as_str()), (Some("#device-copy"), "オフラインでの表示"));
    // The links stand in the order of the parts.
    let places = |selector: &str, attribute: &str| -> Vec<String> {
        let found = each(html.root_element(), selector).into_iter();
        found.filter_map(|of| of.attr(attribute)).map(|name| name.trim_start_matches('#').to_owned()).collect()
    };
    assert_eq!(places(".ways-across a", "href"), places("main .card[id]", "id"));
}
