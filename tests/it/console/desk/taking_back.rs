//! What is said when something is taken back, and what is asked before a visit is cancelled.

use super::*;

#[tokio::test]
async fn what_was_taken_back_is_named() {
    for htmx in [false, true] {
        let (clinic, browser) = open().await;
        clinic.ignore_mail();
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        let page = browser.get(&at(GENERAL, "10-30")).await;
        let page = browser.submit(caller(&page)).await;
        let page = browser.submit(page.form("元に戻す")).await;
        let said = page.role("status").unwrap_or_default();
        assert_eq!(said, "ヤマモト ハナさんの10:30の予約の追加を元に戻しました。", "{}", page.text());
        let of = booked::book(&clinic, HANAKO, "9:30", true).await;
        let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/14-00"))).await;
        let page = browser.submit(page.form("移動する")).await;
        assert!(page.text().contains(&format!("{HANAKO} へメールを送ります。")), "{}", page.text());
        let page = browser.submit(page.form("元に戻す")).await;
        let said = page.role("status").unwrap_or_default();
        assert_eq!(said, "山田 花子さんの予約の移動を元に戻しました。予約は9:30です。", "{}", page.text());
        // An address that names no visit of the day says nothing.
        let day = format!("/console/c/{SAKURA}/days/{FRIDAY}");
        for rest in ["?done=undone", "?done=undone&visit=x"] {
            assert_eq!(browser.get(&format!("{day}{rest}")).await.role("status"), None, "{rest}");
        }
    }
}

#[tokio::test]
async fn a_booking_that_was_a_slip_leaves_no_line_in_the_book_and_no_cancellation_in_the_report() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    let page = browser.submit(caller(&page)).await;
    assert!(page.text().contains("ヤマモト"), "{}", page.text());
    browser.submit(page.form("元に戻す")).await;
    let day = format!("/console/c/{SAKURA}/days/{FRIDAY}");
    let page = browser.get(&day).await;
    assert!(!page.text().contains("ヤマモト") && !page.text().contains("取消"), "{}", page.text());
    // What stood for longer may have been told by phone, and what somebody was mailed of stays in sight.
    let of = books_by_phone(&clinic, &mut browser, "15:00").await;
    clinic.minutes_pass(2);
    let page = browser.get(&visit(&of, "")).await;
    browser.submit(page.form("元に戻す")).await;
    let page = browser.get(&day).await;
    assert!(page.text().contains("ヤマモト") && page.text().contains("取消"), "{}", page.text());
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    browser.submit(page.form("予約を取り消す").choose("クリニックの都合")).await;
    let page = browser.get(&day).await;
    assert!(page.text().contains("山田 花子") && page.text().contains("取消"), "{}", page.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn who_has_no_address_is_to_be_called_before_the_visit_is_cancelled() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book_without_address(&clinic, TARO, "16:00").await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    let phone = &of.attendee.person.phone;
    let number = (phone.hyphenated(), format!("tel:{}", phone.digits()));
    assert!(page.links().contains(&number), "{:?}", page.links());
    let text = page.text();
    assert!(text.find("お電話でお伝えください") < text.find("取り消さずに戻る"), "{text}");
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    assert!(!page.text().contains("お電話でお伝えください"), "{}", page.text());
}

#[tokio::test]
async fn another_reason_than_the_usual_ones_is_typed() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = browser.get(&visit(&of, "/cancellation")).await;
    let form = page.form("予約を取り消す").choose("その他").without("tell").forge("reason", " \u{3000}");
    let refused = browser.submit(form).await;
    assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["reason".to_owned()]));
    assert!(refused.text().contains("「その他」を選んだときは、理由を入力してください"), "{}", refused.text());
    assert!(booked::stored(&clinic, of.id).is_booked());
    let again = refused.form("予約を取り消す");
    let sent = again.sent();
    assert!(sent.iter().any(|(name, value)| name == "preset" && value == "other"), "{sent:?}");
    assert!(sent.iter().all(|(name, _)| name != "tell"), "as it was left: {sent:?}");
    browser.submit(again.forge("reason", "転居")).await;
    let change = booked::stored(&clinic, of.id).desk.pop().expect("a change");
    assert_eq!(change.reason.as_deref(), Some("その他: 転居"));
}

#[tokio::test]
async fn once_the_mail_has_gone_it_is_said_that_taking_back_sends_another() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/14-00"))).await;
    browser.submit(page.form("移動する")).await;
    clinic.minutes_pass(2);
    let page = browser.get(&visit(&of, "")).await;
    let said = format!("{HANAKO} へメールを送りました。元に戻すと、そのこともメールで知らせます。");
    assert!(page.text().contains(&said), "{}", page.text());
    // Who is told of nothing is mailed nothing.
    browser.submit(page.form("元に戻す")).await;
    clinic.minutes_pass(2);
    let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/14-00"))).await;
    browser.submit(page.form("移動する").without("tell")).await;
    clinic.minutes_pass(2);
    assert!(!browser.get(&visit(&of, "")).await.text().contains("元に戻すと、"));
}
