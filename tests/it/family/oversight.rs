//! What goes wrong with several people: a number of one and a visit of another, two windows, a booking that is gone.

use super::booking::book_for;
use super::family;
use crate::harness::booked::receipt;
use crate::harness::booking::{all, calendar, choose, only, sakura, slot, to_person};
use crate::harness::browser::Ask;
use crate::harness::clinics::{self, GENERAL};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::fill_in;

const DAY: &str = "4月2日(木)";

#[tokio::test]
async fn the_number_of_one_child_is_not_booked_for_the_other_by_oversight() {
    let clinic = sakura().await;
    let (_, [sakura, yuma]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_person(&mut browser).await;
    let form = page.form("確認へ").forge("who", &sakura.text()).fill("診察券番号", "0042");
    let page = browser.submit(form).await;
    let page = browser.follow(&page, "受診する人を選び直す").await;
    let form = page.form("確認へ");
    assert_eq!((form.value("who"), form.value("chart_number")), (sakura.text(), "0042".to_owned()));
    let page = browser.submit(form.forge("who", &yuma.text())).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["chart_number".to_owned()]));
    let form = page.form("確認へ");
    let page = browser.submit(form.clone().fill("診察券番号", "")).await;
    assert_eq!((page.h1().as_str(), page.overview("診察券番号")), ("予約内容の確認", None));
    let page = browser.submit(form).await;
    assert_eq!(page.overview("診察券番号").as_deref(), Some("0042"), "said twice, it is meant");
}

#[tokio::test]
async fn booking_once_more_begins_at_the_same_menu_and_for_the_same_person() {
    let clinic = sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    book_for(&mut browser, sakura, "9:30", "").await;
    let again = format!("/reservations/{}/again", only(&clinic).id.text());
    let page = browser.get(&format!("/reservations/{}", only(&clinic).id.text())).await;
    assert!(!page.has_link("もう一度予約する"), "it is still to come");
    clinic.minutes_pass(2 * 24 * 60);
    let page = browser.get(&format!("/reservations/{}", only(&clinic).id.text())).await;
    let page = browser.follow(&page, "もう一度予約する").await;
    assert_eq!((page.h1().as_str(), page.path()), ("日時を選ぶ", "/b/sakura/menus/naika"));
    assert!(page.text().contains("一般内科 (再診)") && page.text().contains("鈴木 さくら(4歳)"), "{}", page.text());
    clinics::open(&clinic.floor, clinics::sakura(), Vec::new()).await;
    assert_eq!(browser.get(&again).await.path(), "/b/sakura", "where the menu is not offered any more");
    assert_eq!(clinic.signed_in(HANAKO).await.get(&again).await.code(), 404, "somebody else's");
    clinic.ignore_mail();
}

#[tokio::test]
async fn b1_who_stood_on_the_page_is_who_is_booked_for() {
    let clinic = sakura().await;
    let (_, [sakura, yuma]) = family(&clinic).await;
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, TARO).await;
        let page = to_person(&mut browser).await;
        let form = page.form("確認へ");
        let first = browser.submit(form.clone().forge("who", &sakura.text())).await;
        // In another window the brother is chosen for the same booking.
        browser.submit(form.forge("who", &yuma.text())).await;
        let page = browser.submit(first.form("予約を確定する")).await;
        assert_eq!((page.code(), page.h1().as_str()), (409, "予約内容の確認"));
        assert!(page.text().contains("日時または受診者が変更されています"), "{}", page.text());
        assert!(page.has_button("鈴木 悠真(7歳)さんの予約を確定する"), "{}", page.text());
        assert!(all(&clinic).is_empty());
        browser.submit(page.form("予約をやめる")).await;
    }
}

#[tokio::test]
async fn a_number_stays_with_its_person_through_a_look_at_another_page() {
    let clinic = sakura().await;
    let (_, [sakura, yuma]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_person(&mut browser).await;
    let form = page.form("確認へ").forge("who", &sakura.text()).fill("診察券番号", "0042");
    let confirmation = browser.submit(form).await;
    let page = browser.follow(&confirmation, "受診する人を選び直す").await;
    let left = page.kept_form().expect("a form").forge("who", &yuma.text());
    browser.send(Ask::posting(&left.action, &left.sent())).await;
    let page = browser.get(page.path()).await;
    assert_eq!(page.form("確認へ").value("who"), yuma.text());
    let page = browser.submit(page.form("確認へ")).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["chart_number".to_owned()]));
}

#[tokio::test]
async fn what_is_begun_for_a_member_is_offered_again_by_the_calendar() {
    let clinic = sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_person(&mut browser).await;
    browser.submit(page.form("確認へ").forge("who", &sakura.text())).await;
    let page = browser.get(&calendar(GENERAL, "first")).await;
    assert!(page.text().contains("手続き中の予約があります: 4月2日(木)9:30"), "{}", page.text());
    let page = browser.get(&format!("{}&for={}", calendar(GENERAL, "first"), sakura.text())).await;
    assert!(!page.text().contains("手続き中の予約があります"), "choosing again goes on with it: {}", page.text());
}

#[tokio::test]
async fn a_form_of_a_lost_booking_begins_one_booking_however_often_it_is_wrong() {
    let clinic = sakura().await;
    people::register(&clinic.floor, TARO).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_person(&mut browser).await;
    let leave = page.form("予約をやめる");
    let page = browser.follow(&page, "ご家族を追加して予約する").await;
    browser.submit(leave).await;
    let form = fill_in(page.form("追加して確認へ"), HANAKO);
    let page = browser.submit(form).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["relation".to_owned(), "consent".to_owned()]));
    let page = browser.submit(page.form("追加して確認へ").choose("親").forge("consent", "on")).await;
    assert_eq!(page.h1(), "予約内容の確認");
    let seen = clinic.plain().get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    assert!(slot(&seen, DAY, "9:30").ends_with("残り1"), "one of two places is kept");
}

#[tokio::test]
async fn moving_says_whose_visit_it_is_but_to_the_holder_of_a_url() {
    let clinic = sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    book_for(&mut browser, sakura, "9:30", "").await;
    let of = only(&clinic);
    let mut holder = clinic.plain();
    let receipt = receipt(&clinic, &of).await;
    let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
    let own = browser.submit(page.form("予約を変更")).await;
    let page = holder.get(&format!("{receipt}/change")).await;
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/change")).expect("the form");
    let theirs = holder.submit(form.forge("digits", "5678").pressing_any()).await;
    for (browser, page, named) in [(&mut browser, own, true), (&mut holder, theirs, false)] {
        assert_eq!((page.h1().as_str(), page.text().contains("鈴木 さくら")), ("新しい日時を選ぶ", named));
        let page = browser.get(&format!("{}?day=2026-04-03", page.path())).await;
        let page = choose(browser, &page, "4月3日(金)", "9:00").await;
        assert_eq!((page.h1().as_str(), page.text().contains("鈴木 さくら")), ("変更内容の確認", named));
    }
    clinic.ignore_mail();
}
