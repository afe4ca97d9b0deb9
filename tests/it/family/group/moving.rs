//! Who moves one of several sees when the others come.

use super::*;
use crate::harness::booked::receipt;
use crate::harness::booking::sakura;
use crate::harness::people::TARO;

const STAYS: &str = "一緒に予約された方";

#[tokio::test]
async fn the_pages_of_a_move_say_when_those_come_who_stay() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        family(&clinic).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, TARO).await;
        booked(&mut browser, "9:30").await;
        let page = detail(&mut browser, &clinic, "さくら").await;
        let page = browser.submit(page.form("この予約だけ変更")).await;
        let said = Some("鈴木 悠真(7歳)さんは 2026年4月3日(金)10:00".to_owned());
        assert_eq!(page.overview(STAYS), said, "{}", page.text());
        let page = browser.get(&format!("{}?day=2026-04-06", page.path())).await;
        assert_eq!(page.overview(STAYS), said, "{}", page.text());
        let page = choose(&mut browser, &page, "4月6日(月)", "9:00").await;
        assert_eq!((page.h1().as_str(), page.overview(STAYS)), ("変更内容の確認", said), "{}", page.text());
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn nobody_is_said_to_stay_who_is_moved_along_or_comes_no_more() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let page = detail(&mut browser, &clinic, "さくら").await;
    let page = browser.submit(page.form("2人まとめて変更")).await;
    assert_eq!(page.overview(STAYS), None, "{}", page.text());
    let page = detail(&mut browser, &clinic, "悠真").await;
    let page = browser.follow(&page, "予約をキャンセル").await;
    browser.submit(page.form("鈴木 悠真さんの予約だけキャンセルする")).await;
    let page = detail(&mut browser, &clinic, "さくら").await;
    let page = browser.submit(page.form("予約を変更")).await;
    assert_eq!(page.overview(STAYS), None, "{}", page.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn the_holder_of_a_url_sees_initials_of_those_who_stay() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let path = receipt(&clinic, &of(&clinic, "さくら")).await;
    let mut holder = clinic.plain();
    let page = holder.get(&format!("{path}/change")).await;
    let page = holder.submit(page.form("この予約だけ変更").fill("電話番号の下4桁", "5678")).await;
    assert_eq!(page.overview(STAYS).as_deref(), Some("ス・ユ…マ (7歳)さんは 2026年4月3日(金)10:00"), "{}", page.text());
    assert!(!page.text().contains("悠真"), "{}", page.text());
    clinic.ignore_mail();
}
