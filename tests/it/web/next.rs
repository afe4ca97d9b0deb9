//! L9: where a request may lead after signing in or changing the language.

use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{NEW_PASSWORD, ask_for_link, fill_in};

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

/// Whether a browser would stay here, and would go on to nowhere else from there.
fn stays_with_all(place: &str) -> bool {
    let query = place.split_once('?').map_or("", |(_, query)| query);
    let mut carried = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "next");
    stays(place) && carried.all(|(_, next)| stays(&next))
}

#[tokio::test]
async fn l9_signing_in_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    for next in EVIL {
        let mut signed_in = clinic.signed_in(HANAKO).await;
        signed_in.following = false;
        let place = signed_in.get(&asking("/sign-in", next)).await.leads_to().unwrap();
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
        assert!(stays_with_all(&place), "{next:?} led to {place:?}");
    }
    let mut browser = clinic.plain();
    let page = browser.get(&clinic.link_to("mika0@example.jp").await).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let page = browser.submit(fill_in(page.form("確認へ"), HANAKO)).await;
    let page = browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert_eq!(page.path(), "/dashboard");
}

/// The places that a page's links and forms lead to, and those that its forms go on to afterwards.
fn places(page: &Page) -> Vec<String> {
    let links = page.links().into_iter().map(|(_, href)| href);
    let links = links.filter(|href| !href.starts_with("tel:") && !href.starts_with("#"));
    let (actions, carried): (Vec<_>, Vec<_>) =
        page.forms().into_iter().map(|form| (form.action.clone(), form.value("next"))).unzip();
    links.chain(actions).chain(carried.into_iter().filter(|next| !next.is_empty())).collect()
}

fn asking(path: &str, next: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{path}?{query}")
}

#[tokio::test]
async fn l9_no_page_on_the_way_carries_a_hostile_place_on() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let reset = ask_for_link(&clinic, &mut browser, "/password-reset", HANAKO).await;
    let sign_up = ask_for_link(&clinic, &mut browser, "/sign-up", "mika@example.jp").await;
    let mut signed_in = clinic.signed_in(HANAKO).await;
    let open = ["/sign-in", "/sign-up", "/sign-up/sent", "/sign-up/link/x", "/password-reset"];
    let open = [&open[..], &["/password-reset/sent", "/password-reset/link/x", &reset, &sign_up]].concat();
    let refused = [("/sign-in", "ログイン"), ("/sign-up", "メール送信"), ("/password-reset", "送信する")];
    for next in EVIL {
        let mut pages = Vec::new();
        for path in &open {
            pages.push((*path, browser.get(&asking(path, next)).await));
        }
        // Refused, so that the page is drawn from the form.
        for (path, button) in refused {
            let form = browser.get(path).await.form(button).forge("next", next);
            pages.push((path, browser.submit(form).await));
        }
        let page = signed_in.get(&asking("/agreement", next)).await;
        let form = page.form("同意して進む").forge("next", next);
        pages.extend([("/agreement", page), ("/agreement", signed_in.submit(form).await)]);
        for (path, page) in pages {
            // The page's own address is as it was asked for; it is read again on return.
            let own = [asking(path, next), path.to_owned()];
            for place in places(&page).iter().filter(|place| !own.contains(place)) {
                assert!(stays_with_all(place), "{next:?} on {path} led to {place:?}");
            }
        }
    }
}

#[tokio::test]
async fn l9_agreeing_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get("/agreement").await.form("同意して進む");
    let form = form.tick("利用規約とプライバシーポリシーに同意する");
    browser.following = false;
    for next in EVIL {
        let place = browser.submit(form.clone().forge("next", next)).await.leads_to().unwrap();
        assert!(stays(&place), "{next:?} led to {place:?}");
    }
}

#[tokio::test]
async fn l9_a_new_password_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    people::register(&clinic.floor, HANAKO).await;
    for (n, next) in EVIL.iter().enumerate() {
        let mut browser = clinic.plain().at(&format!("198.51.100.{n}"));
        let form = browser.get("/password-reset").await.form("送信する").forge("next", next);
        browser.following = false;
        let sent = browser.submit(form.fill("メールアドレス", &format!("mika{n}@example.jp"))).await;
        assert!(stays_with_all(&sent.leads_to().unwrap()), "{next:?} led to {:?}", sent.leads_to());
        let link = clinic.link_to(&format!("mika{n}@example.jp")).await;
        assert!(stays_with_all(&link), "{next:?} led to {link:?}");
    }
    // Each of these costs a hash, so a few must do.
    for next in EVIL.iter().step_by(20) {
        let mut browser = clinic.plain();
        let link = ask_for_link(&clinic, &mut browser, "/password-reset", HANAKO).await;
        let page = browser.get(&asking(&link, next)).await;
        browser.following = false;
        let set = browser.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
        assert!(stays_with_all(&set.leads_to().unwrap()), "{next:?} led to {:?}", set.leads_to());
        clinic.mail_to(HANAKO).await;
    }
}

#[tokio::test]
async fn l9_changing_the_language_leads_nowhere_but_here() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("English");
    browser.following = false;
    for next in EVIL {
        // Neither the address that it posts to nor a field of the form that goes along leads away.
        let mut evil = form.clone().forge("next", next);
        evil.action = asking("/language", next);
        let place = browser.submit(evil).await.leads_to().unwrap();
        assert!(stays(&place), "{next:?} led to {place:?}");
    }
}

#[tokio::test]
async fn l9_by_htmx_and_in_headers_it_is_the_same_place() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("English").forge("next", "//evil.example");
    browser.following = false;
    let page = browser
        .send(Ask::posting(&asking("/language", "//evil.example"), &form.sent()).with("hx-request", "true"))
        .await;
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
