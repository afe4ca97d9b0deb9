//! Codes that were asked for too often: 確認 says so, from when on there is another, and what to do instead.

use super::stands::to_confirmation_at;
use crate::harness::booking::{all, cancel_all, code, sakura, to_confirmation};
use crate::harness::page::Page;
use crate::harness::people::HANAKO;

const BOOK: &str = "予約を確定する";

#[tokio::test]
async fn one_code_too_many_is_said_on_the_page_with_what_to_do_instead() {
    let clinic = sakura().await;
    for htmx in [false, true] {
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = to_confirmation(&mut browser, HANAKO).await;
        let path = page.path().to_owned();
        let mut page = page;
        for _ in 0..2 {
            // So that the newest mail is the last one.
            clinic.minutes_pass(1);
            page = browser.submit(page.form("確認コードを送り直す")).await;
            assert_eq!((page.code(), page.path()), (200, path.as_str()));
        }
        let page = browser.submit(page.form("確認コードを送り直す")).await;
        assert_eq!((page.code(), page.h1().as_str()), (429, "予約内容の確認"));
        let said = page.role("alert").unwrap();
        assert!(said.contains("以降にお送りできます") && said.contains("お電話"), "{said}");
        assert!(said.contains("すでに届いたコードが使える場合は"), "{said}");
        assert!(page.links().iter().any(|(_, href)| href.starts_with("tel:")));
        // The last code still works.
        let code = clinic.mails_to(HANAKO).await.pop().unwrap().text();
        let code =
            code.lines().map(str::trim).find(|line| line.len() == 6 && line.parse::<u32>().is_ok()).unwrap().to_owned();
        let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
        assert_eq!(page.h1(), "予約確定", "{code} {}", page.text());
        clinic.ignore_mail();
        clinic.minutes_pass(120);
        cancel_all(&clinic).await;
    }
}

#[tokio::test]
async fn somebody_whose_code_cannot_be_mailed_comes_to_the_confirmation_all_the_same() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    for n in 0..3 {
        let mut browser = clinic.plain();
        let page = to_confirmation_at(&mut browser, "10:00", &format!("{}花", ["一", "二", "三"][n])).await;
        browser.submit(page.form("予約をやめる")).await;
    }
    for htmx in [false, true] {
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = to_confirmation(&mut browser, HANAKO).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約内容の確認"));
        let path = page.path().to_owned();
        let again = browser.submit(page.form("確認コードを送り直す")).await;
        let guessed = browser.submit(page.form(BOOK).fill("確認コード", "123456")).await;
        assert_eq!([again.code(), guessed.code()], [429, 429]);
        let shown = browser.get(&path).await;
        assert_eq!(shown.code(), 200);
        for page in [&page, &again, &guessed, &shown] {
            let said = page.role("alert").unwrap();
            assert!(said.contains("以降にお送りできます") && said.contains("お電話ください"), "{said}");
            assert!(page.links().iter().any(|(_, href)| href.starts_with("tel:")));
            for wrong in ["すでに届いたコード", "使えなくなりました", "を押して、新しいコード"]
            {
                assert!(!page.text().contains(wrong), "no code was ever sent for this booking: {}", page.text());
            }
        }
        browser.submit(shown.form("予約をやめる")).await;
    }
    assert_eq!(all(&clinic).len(), 0);
    clinic.minutes_pass(61);
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    assert!(page.role("alert").is_none_or(|said| !said.contains("以降")), "{}", page.text());
}

#[tokio::test]
async fn letters_are_no_empty_code_and_once_none_can_be_used_another_is_asked_for_first() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    let page = browser.submit(page.form(BOOK).fill("確認コード", "abcdef")).await;
    assert!(page.beside("code").unwrap_or_default().contains("確認コードは6桁の数字です"), "{}", page.text());
    let (field, again) = ("name=\"code\"", "value=\"again\"");
    let comes_first = |page: &Page| {
        let html = String::from_utf8_lossy(&page.body);
        html.find(again).expect("the button") < html.find(field).expect("the field")
    };
    assert!(!comes_first(&page), "the code that was mailed comes first");
    let mailed = code(&clinic, HANAKO).await;
    let wrong = if mailed == "000000" { "000001" } else { "000000" };
    let mut page = page;
    for _ in 0..5 {
        page = browser.submit(page.form(BOOK).fill("確認コード", wrong)).await;
    }
    assert!(comes_first(&page), "{}", page.text());
}
