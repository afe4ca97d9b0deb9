//! 登録されている情報: everything of the account and its people in one file, for its owner alone.

use crate::family::booking::book_for;
use crate::family::family;
use crate::harness::booking::sakura;
use crate::harness::browser::{Ask, Browser};
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use poem::http::Method;

const PAGE: &str = "/account/data";
const BUTTON: &str = "ファイルを受け取る";

async fn take(browser: &mut Browser) -> Page {
    let page = browser.get(PAGE).await;
    browser.submit(page.form(BUTTON)).await
}

#[tokio::test]
async fn the_file_holds_everybody_and_nobody_else() {
    let clinic = sakura().await;
    let (_, [first, _]) = family(&clinic).await;
    people::register(&clinic.floor, HANAKO).await;
    let mut taro = clinic.signed_in(TARO).await;
    book_for(&mut taro, first, "9:30", "0042").await;
    clinic.mails_to(TARO).await;
    let account = taro.get("/account").await;
    assert!(account.has_link("登録されている情報"), "{}", account.text());
    let file = take(&mut taro).await;
    assert_eq!(file.code(), 200);
    assert_eq!(file.header("content-disposition").as_deref(), Some("attachment; filename=\"mypage-2026-04-01.html\""));
    assert!(file.header("cache-control").is_some_and(|said| said.contains("no-store")));
    let text = file.text();
    let told = [
        "鈴木 太郎",
        "鈴木 さくら",
        "鈴木 悠真",
        "スズキ サクラ",
        "2021年6月10日",
        "0042",
        TARO,
        "さくら内科クリニック",
    ];
    for told in told {
        assert!(text.contains(told), "{told} is missing in {text}");
    }
    let account = people::find(&clinic.floor, TARO).unwrap();
    for told in [account.customer_id.to_string(), "9:30".to_owned(), "予約完了のお知らせ".to_owned()] {
        assert!(text.contains(&told), "{told} is missing in {text}");
    }
    for secret in ["$argon2", "/r/", "山田"] {
        assert!(!file.html().html().contains(secret), "{secret} is told");
    }
}

#[tokio::test]
async fn s6_the_password_is_asked_for_again_after_a_while() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    clinic.minutes_pass(6);
    let page = taro.get(PAGE).await;
    let wrong = taro.submit(page.form(BUTTON).fill("現在のパスワード", "not the password")).await;
    assert_eq!((wrong.code(), wrong.wrong_fields()), (422, vec!["current_password".to_owned()]));
    let file = taro.submit(wrong.form(BUTTON).fill("現在のパスワード", people::password(TARO))).await;
    assert!(file.header("content-disposition").is_some(), "{}", file.text());
    assert!(take(&mut taro).await.header("content-disposition").is_some(), "it was just given");
}

#[tokio::test]
async fn nobody_takes_it_by_a_get_without_signing_in_or_without_end() {
    let clinic = sakura().await;
    family(&clinic).await;
    assert_eq!(clinic.plain().get(PAGE).await.path(), "/sign-in");
    let mut taro = clinic.signed_in(TARO).await;
    let page = taro.get(PAGE).await;
    assert!(!page.text().contains("さくら"), "opening the page tells nothing");
    let forged = taro.send(Ask::posting(PAGE, &[])).await;
    assert_eq!(forged.code(), 403);
    assert_eq!(taro.send(Ask::of(Method::PUT, PAGE)).await.code(), 405);
    for _ in 0..10 {
        assert_eq!(take(&mut taro).await.code(), 200);
    }
    let page = take(&mut taro).await;
    assert_eq!(page.code(), 429);
    let said = page.role("alert").expect("why not");
    assert!(said.contains("ほかの操作は今もできます") && !said.contains("電話"), "{said}");
}
