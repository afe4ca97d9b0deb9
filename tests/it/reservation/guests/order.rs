//! In turn people come in whichever order fits, which need not be that in which they are typed.

use super::*;
use crate::harness::booking::code;
use crate::harness::clinics::{self, GENERAL, menu, time};
use mypage::clinic::{Band, Menu};
use time::Weekday;

/// A menu with one slot on each weekday.
fn at(id: &str, name: &str, from: &str, until: &str) -> Menu {
    let days = vec![Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
    Menu { hours: Some(vec![Band { days, from: time(from), until: time(until) }]), ..menu(id, name, 0) }
}

#[tokio::test]
async fn the_second_who_is_typed_may_be_the_first_who_comes() {
    let clinic = Clinic::new();
    let menus = vec![at(GENERAL, "一般内科", "9:30", "10:00"), at("early", "朝の診察", "9:00", "9:30")];
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    let mut browser = clinic.plain();
    let page = browser.get(FORM).await;
    let form = people(&page, "2人").select("2人目の診療メニュー (空欄は上と同じ)", "初診: 朝の診察");
    let page = to_calendar(&mut browser, form).await;
    let page = choose(&mut browser, &page, DAY, "9:00").await;
    assert!(page.text().contains("4月3日(金) 9:30"), "the time of who is typed: {}", page.text());
    let page = browser.submit(child(first(&page, HANAKO, "子ども"), "さくら", "2021-06-10")).await;
    assert_eq!(page.h1(), "受診者の情報を入力する(2人目 / 2人)", "{}", page.text());
    let page = browser.submit(child(page.form("確認へ"), "悠真", "2018-08-20")).await;
    assert_eq!(page.h1(), "予約内容の確認", "{}", page.text());
    let code = code(&clinic, HANAKO).await;
    let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
    assert_eq!(page.h1(), "予約確定", "{}", page.text());
    assert_eq!(visits(&clinic), ["悠真 9:00", "さくら 9:30"]);
    clinic.ignore_mail();
}
