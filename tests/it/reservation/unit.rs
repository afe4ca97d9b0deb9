//! 指名: a patient asks for a unit, sees what is free with it, and keeps it.

use super::desk::{Desk, TUESDAY};
use crate::harness::booked::{self, FRIDAY};
use crate::harness::booking::{calendar, choose, code, only};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, CLEANING, GENERAL};
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use crate::harness::stage::fill_in;
use crate::harness::work::done;
use mypage::clinic::UnitName;
use mypage::reservation::reschedule;
use mypage::slots::{BookingKey, Offers, Slot, WantedSlot};
use mypage::work::Actor;
use std::sync::Arc;

const BOOK: &str = "予約を確定する";

async fn with_units() -> Clinic {
    let clinic = Clinic::new();
    let (with_units, menus) = clinics::with_units();
    clinics::open(&clinic.floor, with_units, menus).await;
    clinic
}

async fn with(browser: &mut Browser, unit: &str) -> Page {
    browser.get(&format!("{}&unit={unit}&day={FRIDAY}", calendar(GENERAL, "first"))).await
}

/// Books with B at 10:00 on Friday; 予約確定.
async fn book_with_b(clinic: &Clinic, browser: &mut Browser, email: &str) -> Page {
    let page = with(browser, "B").await;
    let page = choose(browser, &page, "4月3日(金)", "10:00").await;
    let form = fill_in(page.form("確認へ"), email).fill("メールアドレス", email);
    let page = browser.submit(form).await;
    assert_eq!(page.overview("担当医").as_deref(), Some("B"), "{}", page.text());
    let code = code(clinic, email).await;
    browser.submit(page.form(BOOK).fill("確認コード", &code)).await
}

fn current(page: &Page) -> Vec<String> {
    let nav = scraper::Selector::parse(".unit-choice [aria-current]").unwrap();
    page.html().select(&nav).map(|link| link.text().collect()).collect()
}

/// The calendar of Friday with that unit, where the page goes on at its choice.
fn on_friday(page: &Page, unit: &str) -> String {
    let link = page.link(unit);
    let (calendar, _) = link.split_once('#').expect("the id of the choice");
    format!("{calendar}&day={FRIDAY}")
}

#[tokio::test]
async fn who_asks_for_a_unit_sees_what_is_free_with_it_and_reads_it_everywhere() {
    let clinic = with_units().await;
    for mut browser in [clinic.plain(), clinic.htmx()] {
        let page = browser.get(&format!("{}&day={FRIDAY}", calendar(GENERAL, "first"))).await;
        assert_eq!(current(&page), ["指名なし"]);
        assert!(page.text().contains("9:30"), "A is there");
        let page = browser.get(&on_friday(&page, "B")).await;
        assert_eq!(current(&page), ["B"]);
        let buttons: Vec<String> = page.forms().iter().flat_map(|form| form.buttons()).collect();
        assert!(buttons.iter().all(|button| !button.starts_with("4月3日(金)9:30")), "B is not there: {buttons:?}");
    }
    let mut browser = clinic.plain();
    let booked = book_with_b(&clinic, &mut browser, HANAKO).await;
    assert_eq!(booked.h1(), "予約確定", "{}", booked.text());
    assert_eq!(only(&clinic).slot.asked_unit().map(ToString::to_string).as_deref(), Some("B"));
    let mail = clinic.mail_to(HANAKO).await.text();
    assert!(mail.contains("担当医") && mail.contains('B'), "{mail}");
    let mut other = clinic.plain();
    let page = with(&mut other, "B").await;
    let buttons: Vec<String> = page.forms().iter().flat_map(|form| form.buttons()).collect();
    assert!(buttons.iter().all(|button| !button.starts_with("4月3日(金)10:00")), "it is taken: {buttons:?}");
    let page = with(&mut other, "A").await;
    choose(&mut other, &page, "4月3日(金)", "10:00").await;
}

#[tokio::test]
async fn a_unit_that_has_just_gone_is_not_given_twice() {
    let clinic = with_units().await;
    let (mut slow, mut quick) = (clinic.plain(), clinic.plain());
    let page = with(&mut slow, "B").await;
    book_with_b(&clinic, &mut quick, HANAKO).await;
    let button = crate::harness::booking::slot(&page, "4月3日(金)", "10:00");
    let lost = slow.submit(page.form(&button)).await;
    assert_eq!(lost.code(), 409);
    assert_eq!(current(&lost), ["B"], "{}", lost.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_move_asks_for_the_same_one_until_the_patient_asks_for_another() {
    let clinic = with_units().await;
    let mut browser = clinic.plain();
    book_with_b(&clinic, &mut browser, HANAKO).await;
    clinic.ignore_mail();
    let of = only(&clinic);
    let page = browser.get(&format!("{}/change", booked::receipt(&clinic, &of).await)).await;
    let page = browser.submit(page.form("日時を選び直す").fill("電話番号の下4桁", "5678")).await;
    assert_eq!(current(&page), ["B"], "{}", page.text());
    let page = browser.get(&on_friday(&page, "B")).await;
    let page = choose(&mut browser, &page, "4月3日(金)", "11:00").await;
    browser.submit(page.form("変更を確定する")).await;
    let moved = only(&clinic);
    assert_eq!((moved.slot.start, moved.slot.asked_unit()), (clinics::time("11:00"), of.slot.asked_unit()));
}

#[tokio::test]
async fn where_a_menu_leaves_no_choice_nobody_asks_for_one() {
    let clinic = with_units().await;
    let mut browser = clinic.plain();
    let page = browser.get(&format!("{}&unit=B&day={FRIDAY}", calendar(CLEANING, "return"))).await;
    assert_eq!(page.code(), 200);
    assert!(current(&page).is_empty() && !page.text().contains("指名なし"), "{}", page.text());
}

#[tokio::test]
async fn who_had_asked_for_a_doctor_who_left_can_still_move() {
    let clinic = with_units().await;
    let mut browser = clinic.plain();
    book_with_b(&clinic, &mut browser, HANAKO).await;
    clinic.ignore_mail();
    let of = only(&clinic);
    let (fewer, menus) = clinics::with_one_unit();
    clinics::open(&clinic.floor, fewer, menus).await;
    let page = browser.get(&format!("{}/change", booked::receipt(&clinic, &of).await)).await;
    let page = browser.submit(page.form("日時を選び直す").fill("電話番号の下4桁", "5678")).await;
    assert_eq!(current(&page), ["指名なし"], "{}", page.text());
    let page = browser.get(&on_friday(&page, "指名なし")).await;
    let page = choose(&mut browser, &page, "4月3日(金)", "11:00").await;
    browser.submit(page.form("変更を確定する")).await;
    assert_eq!(only(&clinic).slot.start, clinics::time("11:00"));
}

#[tokio::test]
async fn a_unit_that_left_while_the_page_was_open_is_not_replaced_unasked() {
    let clinic = with_units().await;
    let mut browser = clinic.plain();
    let page = with(&mut browser, "B").await;
    let (fewer, menus) = clinics::with_one_unit();
    clinics::open(&clinic.floor, fewer, menus).await;
    let button = crate::harness::booking::slot(&page, "4月3日(金)", "10:00");
    let lost = browser.submit(page.form(&button)).await;
    assert_eq!((lost.code(), lost.h1().as_str()), (409, "日時を選ぶ"), "{}", lost.text());
}

#[tokio::test]
async fn who_is_moved_gets_the_unit_that_was_shown() {
    for (shown, expected) in [(Some("B"), "B"), (None, "A")] {
        let (clinic, menus) = clinics::with_units();
        let at = Desk { offers: Arc::new(Offers { clinic: clinic.into(), menus }), ..Desk::with(|menu| menu) };
        let of = at.clone().book(1, TUESDAY, "10:00").await.unwrap().unwrap();
        assert_eq!(of.slot.unit_name(), Some(&UnitName::new("A".to_owned())));
        let named = shown.map(|name| UnitName::new(name.to_owned()));
        let shown = Slot::of(at.offer().menu, TUESDAY, clinics::time("11:00")).asking(named.as_ref());
        let to = WantedSlot { key: BookingKey::mint(), day: TUESDAY, start: shown.start };
        let here = at.clone();
        let moved = at.store.write_blocking(at.now, move |tx| {
            done(tx, |work| reschedule(work, here.offer(), &of, to, named.as_ref().map(|_| &shown), Actor::Patient))
        });
        let slot = moved.unwrap().unwrap().slot;
        assert_eq!((slot.unit_name().map(UnitName::as_str), slot.asked_unit()), (Some(expected), None));
    }
}
