//! 担当を変える: a visit gets another unit at the same time, before and after its patient has come.

use super::unit::{named, units, with_units};
use super::*;
use mypage::reservation::Attendance;

#[tokio::test]
async fn who_has_come_can_be_seen_by_another_doctor_and_that_can_be_taken_back() {
    let (clinic, _) = with_units().await;
    let of = booked::book(&clinic, HANAKO, "10:00", true).await;
    clinic.mails_to(HANAKO).await;
    clinic.floor.clock.advance_to(clinics::time("9:55").on(FRIDAY));
    let mut browser = staff::session(&clinic, RECEPTION).await;
    clinic.ignore_mail();
    let page = browser.get(&visit(&of, "")).await;
    browser.submit(page.form("来院").pressing("来院").expect("the button")).await;
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "担当医を変える").await;
    assert_eq!(page.form("変更する").value("unit"), "B", "the one that is free is proposed");
    assert!(!page.text().contains("メールで知らせる"), "{}", page.text());
    browser.submit(page.form("変更する")).await;
    let changed = booked::stored(&clinic, of.id);
    assert_eq!((units(&clinic), Attendance::of(changed.status)), (vec![named("B")], Some(Attendance::Arrived)));
    let page = browser.get(&visit(&of, "")).await;
    assert!(page.text().contains("担当をAからBに変更しました。"), "{}", page.text());
    browser.submit(page.form("元に戻す")).await;
    assert_eq!(units(&clinic), [named("A")]);
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty(), "who is there reads no mail about it");
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn b7_a_unit_with_another_visit_is_given_only_for_a_reason() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    booked::book_for_others(&clinic, "10:00", 1).await;
    let page = browser.get(&visit(&of, "/unit")).await;
    assert!(page.text().contains("B(予約あり)"), "{}", page.text());
    let refused = browser.submit(page.form("変更する").choose("B(予約あり)")).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.text().contains("「B」には、この時間に別の予約があります。"), "{}", refused.text());
    assert_eq!(refused.form("変更する").value("unit"), "B", "nothing is lost");
    browser.submit(refused.form("変更する").choose("患者さんと相談済み")).await;
    assert_eq!(units(&clinic), [named("B"), named("B")]);
    let page = browser.get(&visit(&of, "")).await;
    assert!(page.text().contains("(担当の重複・不在) 理由: 患者さんと相談済み"), "{}", page.text());
    no_index_is_wrong(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn who_had_asked_for_nobody_is_mailed_about_no_doctor_whom_the_staff_give_them() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book(&clinic, HANAKO, "10:00", true).await;
    clinic.mails_to(HANAKO).await;
    for (path, button) in
        [("/unit".to_owned(), "変更する"), (format!("/move/{FRIDAY}/{GENERAL}/10-00?unit=A"), "移動する")]
    {
        let page = browser.get(&visit(&of, &path)).await;
        assert!(!page.text().contains("へメールで知らせる") || button == "移動する", "{}", page.text());
        browser.submit(page.form(button)).await;
        let slot = booked::stored(&clinic, of.id).slot;
        assert_eq!(slot.asked_unit(), None, "{path}");
        let page = browser.get(&visit(&of, "")).await;
        assert!(!page.text().contains("(指定)"), "{}", page.text());
    }
    assert_eq!(units(&clinic), [named("A")], "there and back");
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty());
}

#[tokio::test]
async fn b7_who_gets_their_former_doctor_back_is_told_who_sits_there_now() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    let page = browser.get(&visit(&of, "/unit")).await;
    browser.submit(page.form("変更する").choose("B")).await;
    booked::book_for_others(&clinic, "10:00", 1).await;
    let unit = |clinic: &Clinic| booked::stored(clinic, of.id).slot.unit_name().map(ToString::to_string);
    assert_eq!(unit(&clinic), named("B"));
    let page = browser.get(&visit(&of, "")).await;
    let refused = browser.submit(page.form("元に戻す")).await;
    assert_eq!((refused.code(), unit(&clinic)), (422, named("B")));
    assert!(refused.text().contains("「A」には、この時間に別の予約があります。"), "{}", refused.text());
    browser.submit(refused.form("元に戻す").choose("患者さんと相談済み")).await;
    assert_eq!(unit(&clinic), named("A"));
    no_index_is_wrong(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_unit_has_to_be_one_of_the_clinic() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    for unit in ["", "C"] {
        let page = browser.get(&visit(&of, "/unit")).await;
        let refused = browser.submit(page.form("変更する").forge("unit", unit)).await;
        assert_eq!(refused.code(), 422, "{unit:?}");
        assert!(refused.text().contains("担当を選んでください。"), "{}", refused.text());
    }
    assert_eq!(units(&clinic), [named("A")]);
}

#[tokio::test]
async fn a_visit_that_is_cancelled_meanwhile_keeps_its_unit() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    let shown = browser.get(&visit(&of, "/unit")).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    browser.submit(page.form("予約を取り消す").choose("クリニックの都合")).await;
    let refused = browser.submit(shown.form("変更する")).await;
    assert_eq!((refused.code(), units(&clinic)), (409, vec![]));
    assert_eq!(browser.get(&visit(&of, "/unit")).await.code(), 404);
    let page = browser.get(&visit(&of, "")).await;
    assert!(page.links().iter().all(|(text, _)| text != "担当医を変える"));
    clinic.ignore_mail();
}

#[tokio::test]
async fn m8_a_change_that_is_no_news_keeps_the_mail_that_still_rests() {
    for (rest, button) in [("/unit".to_owned(), "変更する"), (format!("/move/{FRIDAY}/{GENERAL}/15-00"), "変更する")]
    {
        let (clinic, mut browser) = with_units().await;
        let of = booked::book(&clinic, HANAKO, "10:00", true).await;
        clinic.mails_to(HANAKO).await;
        let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/15-00"))).await;
        browser.submit(page.form("移動する")).await;
        let form = browser.get(&visit(&of, &rest)).await.form(button);
        let form = if rest == "/unit" { form } else { form.select("所要時間", "60分") };
        browser.submit(form).await;
        assert!(clinic.mails_to(HANAKO).await.is_empty(), "it rests");
        clinic.minutes_pass(2);
        let mail = clinic.mail_to(HANAKO).await.text();
        assert!(mail.contains("15:00"), "{mail}");
        clinic.minutes_pass(2);
        assert!(clinic.mails_to(HANAKO).await.is_empty(), "once");
    }
}
