//! L10: マイクリニック登録 for a signed-in patient.

use super::{registered, retire, sakura, with_sakura};
use crate::harness::browser::Ask;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::rows;
use poem::http::Method;

const PHONE: &str = "03-1111-2222";
const RETIRED: &str = "この登録用コードは新しいものに変わりました";
const UNKNOWN: &str = "登録用コードが見つかりません";

#[tokio::test]
async fn l10_looking_adds_nothing_and_the_posted_button_does() {
    for htmx in [false, true] {
        let (clinic, path) = with_sakura().await;
        let mut browser = clinic.signed_in(HANAKO).await;
        if htmx {
            browser = browser.with_htmx();
        }
        let mut other = clinic.signed_in(TARO).await;
        let before = rows::all(&clinic.floor.store);
        let page = browser.get(&path).await;
        assert_eq!((page.code(), page.path(), page.h1().as_str()), (200, "/dashboard", "ダッシュボード"));
        let dialog = page.dialog().expect("the question");
        assert!(dialog.contains("マイクリニック登録") && dialog.contains("さくら内科クリニック"), "{dialog}");
        assert!(dialog.contains("神宮前1-2-3") && dialog.contains(PHONE), "told from one of the same name: {dialog}");
        assert_eq!(page.link("キャンセル"), "/dashboard");
        for asked in [Method::GET, Method::HEAD] {
            browser.send(Ask::of(asked.clone(), &path)).await;
            browser.send(Ask::of(asked, &format!("/dashboard?register={}", &path["/c/".len()..]))).await;
        }
        assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
        assert!(!other.get("/dashboard").await.text().contains("さくら内科"));
        let done = browser.submit(page.form("登録")).await;
        assert_eq!((done.path(), done.dialog()), ("/dashboard", None));
        assert_eq!(done.role("status").as_deref(), Some("さくら内科クリニックをマイクリニックに登録しました。"));
        let links = registered(&clinic, HANAKO);
        assert_eq!((links.len(), &links[0].clinic, links[0].since), (1, &sakura(), clinic.now()));
        assert!(registered(&clinic, TARO).is_empty(), "another account is not concerned");
    }
}

#[tokio::test]
async fn l10_a_second_press_and_a_second_scan_find_it_registered() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get(&path).await.form("登録");
    browser.submit(form.clone()).await;
    let first = registered(&clinic, HANAKO);
    clinic.minutes_pass(5);
    let again = browser.submit(form).await;
    assert_eq!(again.role("status").as_deref(), Some("さくら内科クリニックをマイクリニックに登録しました。"));
    assert_eq!(registered(&clinic, HANAKO), first, "the earlier registration stands");
    let page = browser.get(&path).await;
    let dialog = page.dialog().expect("an answer");
    assert!(dialog.contains("すでに登録されています") && dialog.contains("さくら内科クリニック"), "{dialog}");
    assert!(!page.has_button("登録"));
    assert_eq!(page.link("閉じる"), "/dashboard");
}

#[tokio::test]
async fn l10_a_retired_code_says_so_and_whom_to_call() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get(&path).await.form("登録");
    let new = retire(&clinic).await;
    let before = rows::all(&clinic.floor.store);
    for page in [browser.get(&path).await, browser.submit(form).await, clinic.plain().get(&path).await] {
        assert_eq!((page.code(), page.h1().as_str()), (410, RETIRED));
        assert!(page.text().contains("さくら内科クリニック") && page.text().contains(PHONE), "{}", page.text());
        assert_eq!(page.link(PHONE), "tel:0311112222");
    }
    let dashboard = browser.get(&path.replace("/c/", "/dashboard?register=")).await;
    let dialog = dashboard.dialog().expect("an answer");
    assert!(dialog.contains(RETIRED) && dialog.contains(PHONE) && !dashboard.has_button("登録"), "{dialog}");
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
    assert!(browser.get(&new).await.has_button("登録"), "the new one works");
}

#[tokio::test]
async fn l10_a_retired_code_of_a_clinic_that_is_registered_says_that_it_is() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get(&path).await.form("登録");
    browser.submit(form.clone()).await;
    retire(&clinic).await;
    let before = rows::all(&clinic.floor.store);
    let dashboard = path.replace("/c/", "/dashboard?register=");
    for page in [browser.get(&path).await, browser.get(&dashboard).await, browser.submit(form).await] {
        assert_eq!((page.code(), page.path()), (200, "/dashboard"));
        let dialog = page.dialog().expect("an answer");
        assert!(dialog.contains("すでに登録されています") && !dialog.contains(RETIRED), "{dialog}");
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
    let mut other = clinic.signed_in(TARO).await;
    for page in [other.get(&path).await, clinic.plain().get(&path).await] {
        assert_eq!((page.code(), page.h1().as_str()), (410, RETIRED), "for everybody else");
    }
}

#[tokio::test]
async fn l10_a_forged_or_mangled_code_is_not_found_and_adds_nothing() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get(&path).await.form("登録");
    let before = rows::all(&clinic.floor.store);
    let text = &path["/c/".len()..];
    let (cut, long) = (&text[..25], format!("{text}0"));
    let other = if text.ends_with('0') { "1" } else { "0" };
    let guessed = format!("{cut}{other}");
    let hostile = [
        cut,
        &long,
        &guessed,
        "0",
        "sakura",
        "%00",
        "%2e%2e%2fdashboard",
        "%3Cscript%3E",
        "%27%20OR%201%3D1",
        "%ff%fe",
        "8zzzzzzzzzzzzzzzzzzzzzzzzz",
        "%E3%81%95%E3%81%8F%E3%82%89",
    ];
    for token in hostile {
        let place = format!("/c/{token}");
        let mut post = form.clone();
        post.action = place.clone();
        for page in [browser.get(&place).await, browser.submit(post).await, clinic.plain().get(&place).await] {
            assert_eq!((page.code(), page.h1().as_str()), (404, UNKNOWN), "{token}");
            assert!(page.text().contains("クリニックにお問い合わせください"), "what to do: {}", page.text());
        }
        let dialog = browser.get(&format!("/dashboard?register={token}")).await.dialog().expect("an answer");
        assert!(dialog.contains(UNKNOWN), "{token}: {dialog}");
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn a_code_is_read_as_people_type_it() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let typed = path["/c/".len()..].to_uppercase().replace('0', "O").replace('1', "I");
    assert!(browser.get(&format!("/c/{typed}")).await.has_button("登録"));
}

#[tokio::test]
async fn the_dashboard_says_nothing_of_what_is_not_so() {
    let (clinic, _) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    for query in ["registered=sakura", "registered=nowhere", "registered=%3Cb%3E", "register="] {
        let page = browser.get(&format!("/dashboard?{query}")).await;
        assert_eq!((page.code(), page.role("status"), page.dialog()), (200, None, None), "{query}");
    }
}

#[tokio::test]
async fn an_english_reader_is_asked_in_english_and_sees_the_name_as_it_is() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.plain().in_english();
    let page = browser.get(&path).await;
    assert_eq!((page.h1().as_str(), page.lang().as_str()), ("Sign in", "en"));
    assert!(page.text().contains("Register a clinic") && page.text().contains("さくら内科クリニック"));
}
