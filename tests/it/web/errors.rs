//! The pages for what went wrong, in both languages, each with a way on.

use crate::harness::browser::Ask;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::people::HANAKO;
use mypage::web::listen::BodyProblem;

#[tokio::test]
async fn what_is_not_there_is_a_page_with_a_way_on_in_both_languages() {
    let clinic = Clinic::new();
    for path in [
        "/nowhere",
        "/account/../nowhere",
        "/%00",
        "/%ff%fe",
        "/nowhere/",
        "/_mail",
        "/_mail/0",
        "/あ",
        "/a?b=%zz",
        "//[",
    ] {
        let path: String = form_path(path);
        let page = clinic.plain().get(&path).await;
        assert_eq!((page.code(), page.h1().as_str()), (404, "ページが見つかりません"), "{path}");
        assert_eq!(page.link("トップページへ"), "/");
        let page = clinic.plain().in_english().get(&path).await;
        assert_eq!((page.code(), page.h1().as_str(), page.lang().as_str()), (404, "Page not found", "en"), "{path}");
        assert_eq!(page.link("Go to the top page"), "/");
    }
    let page = clinic.signed_in(HANAKO).await.get("/nowhere").await;
    assert!(page.has_button("ログアウト"), "a signed-in patient keeps the menu");
}

/// Letters that cannot stand in a request are written the way a browser writes them.
fn form_path(path: &str) -> String {
    path.chars().map(|c| if c.is_ascii() { c.to_string() } else { "%E3%81%82".to_owned() }).collect()
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_a_page_that_says_what_to_do() {
    let clinic = Clinic::new();
    let cases = [
        (BodyProblem::TooLarge, 413, "送信された内容が大きすぎます", "Too much was sent"),
        (BodyProblem::TooSlow, 408, "送信が途中で切れました", "The sending broke off"),
        (BodyProblem::Broken, 400, "送信が途中で切れました", "The sending broke off"),
        (BodyProblem::Busy, 503, "ただいま混み合っています", "Very busy at the moment"),
    ];
    for (fault, status, ja, en) in cases {
        let ask = || Ask { fault: Some(fault), ..Ask::posting("/sign-in", &[]) };
        let page = clinic.plain().send(ask()).await;
        assert_eq!((page.code(), page.h1().as_str()), (status, ja));
        assert_eq!(page.header("retry-after").is_some(), status == 503);
        let page = clinic.plain().in_english().send(ask()).await;
        assert_eq!((page.code(), page.h1().as_str()), (status, en));
    }
}

#[tokio::test]
async fn the_kept_mails_are_not_shown_to_other_machines_or_through_a_proxy() {
    let clinic = Clinic::new();
    for mut browser in [clinic.plain(), clinic.plain().at("127.0.0.1")] {
        assert_eq!(browser.get("/_mail").await.code(), 404);
        assert_eq!(browser.get("/_mail/0").await.code(), 404);
        assert!(!browser.get("/sign-in").await.links().iter().any(|(_, href)| href == "/_mail"));
    }
}

#[tokio::test]
async fn mails_that_are_really_sent_are_shown_nowhere() {
    let settings = vec![
        ("MYPAGE_MAIL_MODE", "smtp".to_owned()),
        ("MYPAGE_MAIL_HOST", "localhost".to_owned()),
        ("MYPAGE_MAIL_TLS", "none".to_owned()),
        ("MYPAGE_MAIL_FROM", "mypage@example.jp".to_owned()),
    ];
    let clinic = Clinic::open(Setup { settings, ..Setup::default() });
    assert_eq!(clinic.plain().at("127.0.0.1").get("/_mail").await.code(), 404);
}
