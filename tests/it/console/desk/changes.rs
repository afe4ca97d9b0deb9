//! Moving, cancelling and taking back, and what else the staff do with a booking.

use super::*;

#[tokio::test]
async fn m8_a_cancellation_that_is_taken_back_within_the_minute_is_never_mailed() {
    let (clinic, mut browser) = open().await;
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    let refused = browser.submit(page.form("予約を取り消す")).await;
    assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["preset".to_owned()]), "a reason is needed");
    let refused = browser.submit(refused.form("予約を取り消す").forge("reason", &"長".repeat(201))).await;
    assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["reason".to_owned()]), "too long");
    assert_eq!(refused.form("予約を取り消す").value("reason").chars().count(), 201, "what was typed stays");
    let form = refused.form("予約を取り消す").forge("reason", "").choose("患者さんからの連絡");
    let page = browser.submit(form).await;
    assert!(page.text().contains("hanako@example.jp へメールを送ります。"), "{}", page.text());
    assert!(!booked::stored(&clinic, of.id).is_booked());
    clinic.floor.clock.advance_to(clinic.now().plus_seconds(59));
    let page = browser.submit(page.form("元に戻す")).await;
    assert_eq!(page.code(), 200, "{}", page.text());
    assert!(
        page.role("status").is_some_and(|said| said == "山田 花子さんの9:30の取消を元に戻しました。"),
        "{}",
        page.text()
    );
    let stored = booked::stored(&clinic, of.id);
    assert!(stored.is_expected() && stored.slot == of.slot);
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty());
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn m8_a_second_change_within_the_minute_is_told_once_as_it_is_then() {
    let (clinic, mut browser) = open().await;
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let to = |start: &str| visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/{start}"));
    // There and back: nothing is left to tell.
    for start in ["10-30", "9-30"] {
        let page = browser.get(&to(start)).await;
        browser.submit(page.form("移動する")).await;
    }
    assert_eq!(booked::stored(&clinic, of.id).history, []);
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty());
    for start in ["10-30", "14-00"] {
        let page = browser.get(&to(start)).await;
        let page = browser.submit(page.form("移動する")).await;
        assert_eq!(page.code(), 200, "{}", page.text());
        assert!(clinic.mails_to(HANAKO).await.is_empty(), "it rests");
    }
    clinic.minutes_pass(2);
    let text = clinic.mail_to(HANAKO).await.text();
    assert!(text.contains("変更前の日時: 2026年4月3日(金)9:30") && text.contains("14:00"), "{text}");
    assert!(!text.contains("10:30"), "{text}");
    assert_eq!(booked::stored(&clinic, of.id).history.len(), 1);
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn nobody_is_mailed_where_the_staff_untick_it_nor_who_has_no_address() {
    let (clinic, mut browser) = open().await;
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    let form = page.form("予約を取り消す").choose("患者さんからの連絡").without("tell");
    let page = browser.submit(form).await;
    // What she never heard of is not told when it is taken back either.
    browser.submit(page.form("元に戻す")).await;
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty());
    assert!(booked::stored(&clinic, of.id).is_expected());
}

#[tokio::test]
async fn a_visit_is_moved_at_the_desk_after_the_patients_deadline_too() {
    let (clinic, mut browser) = open().await;
    let of = booked::book(&clinic, HANAKO, "9:30", false).await;
    clinic.floor.clock.advance_to(of.slot.starts().plus_minutes(-60));
    let mut browser = {
        staff::sign_in(&clinic, &mut browser, RECEPTION).await;
        browser
    };
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "予約の移動").await;
    let page = browser.get(&free(&page, "14-00")).await;
    browser.submit(page.form("移動する")).await;
    let moved = booked::stored(&clinic, of.id);
    assert_eq!((moved.slot.start, moved.number), (clinics::time("14:00"), of.number));
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_page_that_is_out_of_date_changes_nothing() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let stale = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/14-00"))).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    browser.submit(page.form("予約を取り消す").choose("クリニックの都合")).await;
    let refused = browser.submit(stale.form("移動する")).await;
    assert_eq!(refused.code(), 409);
    assert_eq!(booked::stored(&clinic, of.id).slot, of.slot);
}

#[tokio::test]
async fn the_place_of_a_cancelled_visit_may_have_gone_when_it_is_taken_back() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    booked::book_for_others(&clinic, "9:30", 1).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    let page = browser.submit(page.form("予約を取り消す").choose("重複・入力の誤り")).await;
    booked::book(&clinic, TARO, "9:30", false).await;
    let page = browser.submit(page.form("元に戻す")).await;
    assert_eq!(page.code(), 422);
    assert!(page.text().contains(FULL), "{}", page.text());
    browser.submit(page.form("元に戻す").choose("院長の指示")).await;
    assert!(booked::stored(&clinic, of.id).is_expected());
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn the_next_visit_keeps_the_patient_and_jumps_by_weeks() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", false).await;
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "次回予約").await;
    let page = browser.follow(&page, "4週間後").await;
    assert!(page.path().ends_with("/next/2026-05-01"), "{}", page.path());
    // Any other day by the date field, here and where a visit is moved.
    let typed = browser.submit(page.form("表示").forge("day", "2026-05-08")).await;
    assert!(typed.path().ends_with("/next/2026-05-08"), "{}", typed.path());
    let (move_to, friday) = (visit(&of, &format!("/move/{FRIDAY}")), FRIDAY.to_string());
    for (typed, shown) in [("2026-05-08", "2026-05-08"), ("", &*friday), ("x", &*friday)] {
        let page = browser.get(&move_to).await;
        assert!(page.text().contains("9:30 今の時間"), "its own time is free to it: {}", page.text());
        let form = page.form("表示").forge("day", typed);
        assert_eq!(browser.submit(form).await.path(), visit(&of, &format!("/move/{shown}")), "{typed}");
    }
    let page = browser.get(&free(&page, "10-00")).await;
    assert!(page.text().contains("山田 花子"), "{}", page.text());
    // She stands at the desk. The address of her web booking is said, and goes nowhere before she was asked: anybody can type one.
    let form = page.form("予約する");
    assert_eq!(["email", "channel", "visit", "tell"].map(|name| form.value(name)), ["", "desk", "return", ""]);
    assert!(page.text().contains(&format!("前の予約では {HANAKO} でした。")), "{}", page.text());
    browser.submit(form).await;
    let next = of_day(&clinic, time::macros::date!(2026 - 05 - 01)).remove(0);
    assert_eq!((&next.attendee.person, &next.attendee.address), (&of.attendee.person, &None));
}

#[tokio::test]
async fn a_slip_has_a_code_that_opens_the_booking() {
    let (clinic, mut browser) = open().await;
    let of = books_by_phone(&clinic, &mut browser, "10:30").await;
    let page = browser.get(&visit(&of, "")).await;
    let slip = browser.submit(page.form("控えを印刷")).await;
    for said in ["ヤマモト ハナ", "10:30", &of.number.to_string(), "一般内科"] {
        assert!(slip.text().contains(said), "{said}: {}", slip.text());
    }
    // Without a date of birth, nothing is promised of My Page.
    assert!(!slip.text().contains("マイページへの追加"), "{}", slip.text());
    let page = browser.get(&visit(&of, "/slip")).await;
    assert_eq!(page.path(), visit(&of, ""), "after the tablet was locked it is printed again from there");
}

#[tokio::test]
async fn a_slip_goes_on_opening_the_visit_of_who_has_said_more_and_of_nobody_else() {
    let (clinic, mut browser) = open().await;
    let of = books_by_phone(&clinic, &mut browser, "10:30").await;
    let id = of.id;
    let issued = clinic.floor.store.write(clinic.now(), move |tx| {
        let of = rows::find(tx, id)?.expect("the visit");
        rows::issue_token(tx, &of)
    });
    let receipt = mypage::reservation::path::of_receipt("/r/:token", &issued.await.unwrap().text());
    assert_eq!(clinic.plain().get(&receipt).await.code(), 200);
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "患者情報の変更").await;
    let form = page.form("登録する").fill("姓", "山本").fill("名", "花").fill("生年月日", "H2.3.4");
    browser.submit(form.select("性別", "女性").forge("email", "hana@example.jp")).await;
    assert!(booked::stored(&clinic, id).attendee.person.is_complete());
    assert_eq!(clinic.plain().get(&receipt).await.code(), 200);
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "患者情報の変更").await;
    browser.submit(page.form("登録する").fill("生年月日", "H2.3.5")).await;
    assert_ne!(clinic.plain().get(&receipt).await.code(), 200);
}

#[tokio::test]
async fn a_doctor_sees_the_book_and_changes_no_booking() {
    let (clinic, _) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", false).await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    let mut doctor = staff::signed_in(&clinic, DOCTOR).await;
    let page = doctor.get(&visit(&of, "")).await;
    assert!(page.text().contains("山田 花子") && !page.has_link("予約の取消"));
    for path in [at(GENERAL, "10-30"), visit(&of, "/cancellation"), visit(&of, &format!("/move/{FRIDAY}"))] {
        assert_eq!(doctor.get(&path).await.code(), 404, "{path}");
    }
}

#[tokio::test]
async fn a_visit_of_the_wrong_child_is_given_to_the_other_and_the_clinics_records_stay() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", false).await;
    let other = booked::book(&clinic, TARO, "10:00", false).await;
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "受診者の変更").await;
    let page = browser.submit(page.form("探す").forge("q", &other.attendee.person.kana.full())).await;
    let page = browser.submit(page.form("この方の予約にする")).await;
    // He comes that day already, which is said and asks for a reason.
    assert!(page.text().contains("この方は2026年4月3日(金)10:00に一般内科の予約があります。"), "{}", page.text());
    browser.submit(page.form("この方の予約にする").choose("患者さんと相談済み")).await;
    let now = booked::stored(&clinic, of.id);
    assert_eq!((&now.attendee.person, now.patient), (&other.attendee.person, other.patient));
    assert_eq!((now.slot, now.number), (of.slot.clone(), of.number));
    let page = browser.get(&at(GENERAL, "14-00")).await;
    let page = browser.submit(page.form("探す").forge("q", "ヤマダハナコ")).await;
    assert!(page.text().contains("山田 花子"), "her record is as it was: {}", page.text());
    no_index_is_wrong(&clinic);
}
