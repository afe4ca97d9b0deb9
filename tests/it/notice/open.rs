//! Opening a notice, and marking all as read.

use super::{bell, opening, rows, titles};
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::notices::{copy, publish};
use crate::harness::page::Page;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::rows as stored;
use poem::http::Method;

async fn unread(browser: &mut Browser) -> Vec<String> {
    let page = browser.get("/notices").await;
    rows(&page).into_iter().filter(|row| row.unread).map(|row| row.title).collect()
}

#[tokio::test]
async fn opening_an_unread_notice_marks_it_and_a_read_one_is_a_link_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        copy(&clinic.floor, HANAKO, "予約確定").await;
        publish(&clinic.floor, "first", "# 休止\n\n**明日**です。").await;
        let page = browser.get("/notices").await;
        let page = browser.submit(opening(&page, "予約確定")).await;
        assert!(page.path().starts_with("/notices/") && page.code() == 200, "{}", page.path());
        assert_eq!(page.h1(), "予約確定");
        assert!(page.text().contains("ご予約を承りました。"), "the mail's text");
        assert!(!page.text().contains("secret") && !page.text().contains("予約を確認する"), "and none of its links");
        assert!(!page.has_button("既読にする"));
        assert_eq!(bell(&page), "お知らせ(未読1件)");
        assert_eq!(unread(&mut browser).await, ["休止"]);
        let list = browser.get("/notices").await;
        let again = browser.get(&link(&list, "予約確定")).await;
        assert_eq!(again.h1(), "予約確定");
        let page = browser.submit(opening(&list, "休止")).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/notices/service-first", "休止"));
        assert!(page.text().contains("明日です。"));
        assert_eq!(bell(&page), "お知らせ");
        assert!(!browser.get("/notices").await.has_button("すべて既読にする"));
    }
}

fn link(page: &Page, title: &str) -> String {
    page.links().into_iter().find(|(text, _)| text.contains(title)).expect("a read notice").1
}

#[tokio::test]
async fn looking_at_an_unread_notice_by_its_address_writes_nothing_and_offers_to_mark_it() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    publish(&clinic.floor, "first", "# 休止").await;
    let before = stored::all(&clinic.floor.store);
    for method in [Method::GET, Method::HEAD] {
        browser.send(Ask::of(method, "/notices/service-first")).await;
    }
    assert_eq!(stored::differences(&before, &stored::all(&clinic.floor.store)), Vec::<String>::new());
    let page = browser.get("/notices/service-first").await;
    let page = browser.submit(page.form("既読にする")).await;
    assert_eq!((page.path(), page.has_button("既読にする")), ("/notices/service-first", false));
    assert!(unread(&mut browser).await.is_empty());
}

#[tokio::test]
async fn a_notice_leads_back_to_the_part_of_the_list_that_it_was_opened_from() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    for number in 0..25 {
        copy(&clinic.floor, HANAKO, &format!("予約{number}")).await;
        clinic.minutes_pass(1);
    }
    let newest = browser.get("/notices").await;
    let older = browser.follow(&newest, "古いものへ").await;
    assert_eq!(titles(&older), ["予約4", "予約3", "予約2", "予約1", "予約0"]);
    let one = browser.submit(opening(&older, "予約3")).await;
    let back = browser.follow(&one, "お知らせ一覧へ戻る").await;
    assert_eq!((back.path(), titles(&back)), (older.path(), titles(&older)));
    let one = browser.get(&link(&back, "予約3")).await;
    assert_eq!(browser.follow(&one, "お知らせ一覧へ戻る").await.path(), older.path());
}

#[tokio::test]
async fn all_are_marked_at_once_and_what_comes_later_is_unread_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        for subject in ["一", "二", "三"] {
            copy(&clinic.floor, HANAKO, subject).await;
        }
        publish(&clinic.floor, "first", "# 休止").await;
        let page = browser.get("/notices").await;
        browser.submit(opening(&page, "二")).await;
        let form = browser.get("/notices").await.form("すべて既読にする");
        let page = browser.submit(form.clone()).await;
        assert_eq!(page.role("status").as_deref(), Some("すべてのお知らせを既読にしました。"));
        assert!(rows(&page).iter().all(|row| !row.unread) && titles(&page).len() == 4);
        assert_eq!(bell(&page), "お知らせ");
        copy(&clinic.floor, HANAKO, "四").await;
        assert_eq!(unread(&mut browser).await, ["四"]);
        assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ(未読1件)");
        browser.submit(form).await;
        assert_eq!(bell(&browser.get("/dashboard").await), "お知らせ");
    }
}

#[tokio::test]
async fn a2_somebody_elses_notice_answers_as_one_that_does_not_exist() {
    let clinic = Clinic::new();
    let mut taro = clinic.signed_in(TARO).await;
    copy(&clinic.floor, TARO, "太郎の予約").await;
    let theirs = opening(&taro.get("/notices").await, "太郎の予約").action;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let proof = hanako.get("/account").await.form("ログアウト").value("_csrf");
    let before = stored::all(&clinic.floor.store);
    let nothing = format!("/notices/{}", "0".repeat(32));
    let odd = ["/notices/x", "/notices/service-none", "/notices/service-", "/notices/%00", "/notices/service-..%2f"];
    let none = hanako.get(&nothing).await.text();
    for path in [theirs.as_str(), &nothing].into_iter().chain(odd) {
        let page = hanako.get(path).await;
        assert_eq!((page.code(), page.text()), (404, none.clone()), "{path}");
        let page = hanako.send(Ask::posting(path, &[("_csrf".to_owned(), proof.clone())])).await;
        assert_eq!(page.code(), 404, "POST {path}");
    }
    assert_eq!(stored::differences(&before, &stored::all(&clinic.floor.store)), Vec::<String>::new());
    assert_eq!(taro.get(&theirs).await.h1(), "太郎の予約");
}
