//! L9: where a request may lead after signing in or changing the language.

use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{NEW_PASSWORD, fill_in};

const EVIL: [&str; 60] = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "https://evil.example",
    "http://evil.example",
    "HTTPS://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:\\\\evil.example",
    "ftp://evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "/\\\\evil.example",
    "\t//evil.example",
    " //evil.example",
    "\n//evil.example",
    "\r\n//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/ /evil.example",
    "\u{0}//evil.example",
    "/\u{0}/evil.example",
    "evil.example",
    "@evil.example",
    "user@evil.example",
    "//user:pw@evil.example",
    "//my.example.jp@evil.example",
    "http://my.example.jp@evil.example",
    "http://my.example.jp.evil.example",
    "//my.example.jp.evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/./\\evil.example",
    "/a/..//evil.example",
    "/%2e%2e//evil.example",
    "/a//evil.example",
    "/\u{2028}/evil.example",
    "/\u{3000}/evil.example",
    "／／evil.example",
    "/／evil.example",
    "。evil.example",
    "//evil。example",
    "/\u{200b}/evil.example",
    "\u{feff}//evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "",
    "..",
    "../..",
    "/x\r\nSet-Cookie: a=b",
    "/x\u{7f}",
    "//[::1]/",
];

/// Whether a browser at our origin would stay there, by the steps of the WHATWG URL parser that matter here: tabs and
/// newlines vanish, outer blanks vanish, a backslash is a slash.
fn stays(place: &str) -> bool {
    let seen: String = place.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let seen = seen.trim_matches(|c: char| c <= ' ').replace('\\', "/");
    let path = seen.split(['?', '#']).next().unwrap_or_default();
    seen.starts_with('/') && !path.contains("//") && !path.contains("/..") && seen.is_ascii()
}

#[tokio::test]
async fn l9_signing_in_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for next in EVIL {
        let mut signed_in = clinic.signed_in(HANAKO).await;
        signed_in.following = false;
        let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        let place = signed_in.get(&format!("/sign-in?{query}")).await.leads_to().unwrap();
        assert!(stays(&place), "{next:?} led to {place:?}");
    }
    // The form goes through the same function; each of these costs a hash, so a few must do.
    for next in EVIL.iter().step_by(7) {
        let mut browser = clinic.plain();
        let form = browser.get("/sign-in").await.form("ログイン").fill("メールアドレス", HANAKO);
        browser.following = false;
        let form = form.fill("パスワード", people::password(HANAKO)).forge("next", next);
        let place = browser.submit(form).await.leads_to().unwrap();
        assert!(stays(&place), "{next:?} led to {place:?}");
    }
}

#[tokio::test]
async fn l9_signing_up_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    for (n, next) in EVIL.iter().enumerate() {
        let mut browser = clinic.plain().at(&format!("198.51.100.{n}"));
        let form = browser.get("/sign-up").await.form("メール送信").forge("next", next);
        browser.following = false;
        let sent = browser.submit(form.fill("メールアドレス", &format!("mika{n}@example.jp"))).await;
        // The page after sending is told what the mail's link was given: nothing, for a place that is not here.
        let place = sent.leads_to().unwrap();
        let told = place.split_once("?next=").map(|(_, next)| next.replace("%2F", "/"));
        assert!(told.as_deref().is_none_or(stays), "{next:?} led to {place:?}");
    }
    let mut browser = clinic.plain();
    let page = browser.get(&clinic.link_to("mika0@example.jp").await).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let page = browser.submit(fill_in(page.form("確認へ"), HANAKO)).await;
    let page = browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert_eq!(page.path(), "/dashboard");
}

#[tokio::test]
async fn l9_changing_the_language_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("English");
    browser.following = false;
    for next in EVIL {
        let place = browser.submit(form.clone().forge("next", next)).await.leads_to().unwrap();
        assert!(stays(&place), "{next:?} led to {place:?}");
    }
}

#[tokio::test]
async fn l9_by_htmx_and_in_headers_it_is_the_same_place() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("English").forge("next", "//evil.example");
    browser.following = false;
    let page = browser.send(Ask::posting(&form.action, &form.sent()).with("hx-request", "true")).await;
    assert_eq!(page.header("hx-redirect").as_deref(), Some("/"));
    assert_eq!(page.header("location"), None);
}

#[tokio::test]
async fn signing_in_goes_on_to_the_page_that_was_wanted() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for mut browser in clinic.both() {
        let page = browser.get("/account/password").await;
        assert_eq!(page.path(), "/sign-in");
        let form = page.form("ログイン").fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
        assert_eq!(browser.submit(form).await.path(), "/account/password");
    }
}
