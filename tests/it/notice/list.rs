//! The list: both sources, the newest first, for one reader only.

use super::{Row, rows, titles};
use crate::harness::clinic::Clinic;
use crate::harness::notices::{copy, publish, publish_in};
use crate::harness::page::{Page, each};
use crate::harness::people::{HANAKO, TARO};
use mypage::lang::Lang;

#[tokio::test]
async fn mails_and_the_services_notices_stand_together_the_newest_first() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    copy(&clinic.floor, HANAKO, "予約一").await;
    clinic.minutes_pass(1);
    publish(&clinic.floor, "first", "# サービス一\n\n本文").await;
    clinic.minutes_pass(1);
    copy(&clinic.floor, HANAKO, "予約二").await;
    copy(&clinic.floor, TARO, "他人の予約").await;
    let page = browser.get("/notices").await;
    assert_eq!(titles(&page), ["予約二", "サービス一", "予約一"]);
    assert!(rows(&page).iter().all(|row| row.unread));
    assert!(page.text().contains("サービスからのお知らせ") && page.text().contains("予約のお知らせ"));
    let mut taro = clinic.signed_in(TARO).await;
    assert_eq!(titles(&taro.get("/notices").await), ["他人の予約", "サービス一"]);
}

#[tokio::test]
async fn however_many_are_unread_there_is_one_form_for_them_and_none_when_all_are_read() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    for _ in 0..3 {
        copy(&clinic.floor, HANAKO, "予約").await;
    }
    let page = browser.get("/notices").await;
    let forms = |page: &Page| each(page.html().root_element(), "main form").len();
    assert_eq!((rows(&page).len(), forms(&page)), (3, 1));
    let page = browser.submit(page.form("すべて既読にする")).await;
    assert_eq!((rows(&page).len(), forms(&page)), (3, 0));
}

#[tokio::test]
async fn a_clock_that_was_set_back_puts_no_mail_below_those_before_it() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    copy(&clinic.floor, HANAKO, "前").await;
    let form = browser.get("/notices").await.form("すべて既読にする");
    browser.submit(form).await;
    clinic.minutes_pass(-60);
    copy(&clinic.floor, HANAKO, "後").await;
    let expected = [("後", true), ("前", false)];
    let expected = expected.map(|(title, unread)| Row { title: title.to_owned(), unread });
    assert_eq!(rows(&browser.get("/notices").await), expected);
}

#[tokio::test]
async fn a_notice_is_shown_from_its_start_to_its_end() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let dates = (Some(clinic.now().plus_hours(1)), Some(clinic.now().plus_hours(2)));
    publish_in(&clinic.floor, Lang::Ja, "maintenance", "# 休止\n\n本文", dates).await;
    for (minutes, shown) in [(59, false), (1, true), (59, true), (1, false)] {
        clinic.minutes_pass(minutes);
        let page = browser.get("/notices").await;
        assert_eq!(titles(&page).len(), usize::from(shown));
        let one = browser.get("/notices/service-maintenance").await;
        assert_eq!(one.code(), if shown { 200 } else { 404 });
    }
}

#[tokio::test]
async fn readers_get_their_own_language_or_the_japanese_text() {
    let clinic = Clinic::new();
    let mut ja = clinic.signed_in(TARO).await;
    let mut en = clinic.signed_in(HANAKO).await;
    let page = en.get("/notices").await;
    let form = page.forms().into_iter().find(|form| form.action.starts_with("/language?")).unwrap();
    en.submit(form.pressing("English").unwrap()).await;
    for (lang, id, text) in [
        (Lang::Ja, "both", "# 両方"),
        (Lang::En, "both", "# Both"),
        (Lang::Ja, "japanese", "# 日本語だけ"),
        (Lang::En, "english", "# English only"),
    ] {
        publish_in(&clinic.floor, lang, id, text, (None, None)).await;
        clinic.minutes_pass(1);
    }
    let page = en.get("/notices").await;
    assert_eq!(
        (page.h1().as_str(), titles(&page)),
        ("Notices", vec!["English only".into(), "日本語だけ".into(), "Both".into()])
    );
    assert_eq!(titles(&ja.get("/notices").await), ["日本語だけ", "両方"]);
    assert_eq!(ja.get("/notices/service-english").await.code(), 404);
}

#[tokio::test]
async fn a_patient_without_notices_reads_what_will_be_here() {
    let clinic = Clinic::new();
    let page = clinic.signed_in(HANAKO).await.get("/notices").await;
    assert!(page.text().contains("お知らせはありません"));
    assert!(!page.has_button("すべて既読にする"));
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first() {
    let clinic = Clinic::new();
    publish(&clinic.floor, "first", "# サービス一").await;
    for path in ["/notices", "/notices/service-first", "/notices/0"] {
        for mut browser in clinic.both() {
            assert_eq!(browser.get(path).await.path(), "/sign-in", "{path}");
        }
    }
}
