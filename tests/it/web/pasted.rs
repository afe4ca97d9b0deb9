//! Addresses as people paste them: with a slash or punctuation behind, in capitals, with words around them.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics;
use crate::harness::stage::Stage;
use poem::http::Method;

/// Where an address leads, when it is moved for good.
async fn moved(browser: &mut Browser, path: &str) -> Option<String> {
    browser.following = false;
    let page = browser.get(path).await;
    page.leads_to().filter(|_| page.code() == 308)
}

#[tokio::test]
async fn an_address_with_something_behind_it_leads_to_the_page_and_the_query_is_kept() {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    let mut browser = clinic.plain();
    for behind in [
        "/",
        "//",
        "/.",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "%5D",
        "%3E",
        "'",
        "%22",
        "%20",
        "%E3%80%82",
        "%E3%80%81",
        "%EF%BC%89",
        "%EF%BD%A1",
        "%EF%BC%8E",
        "%E3%80%8D",
        "%E3%80%80",
        "/%E3%80%82",
        "%EF%BC%89%E3%80%82",
        "%E3%81%8B%E3%82%89%E3%81%A9%E3%81%86%E3%81%9E",
    ] {
        let path = format!("/b/sakura{behind}");
        let expected = if behind == "?" { None } else { Some("/b/sakura".to_owned()) };
        assert_eq!(moved(&mut browser, &path).await, expected, "{path}");
    }
    for (path, leads) in [
        ("/b/sakura/?visit=first&day=2026-12-01", "/b/sakura?visit=first&day=2026-12-01"),
        ("/b/sakura/menus/naika/?visit=first", "/b/sakura/menus/naika?visit=first"),
        ("/B/Sakura", "/b/sakura"),
        ("/b/SAKURA/Menus/NAIKA/?visit=First", "/b/sakura/menus/naika?visit=First"),
        ("/b/sakura。", "/b/sakura"),
        ("/b/sakura(さくら内科)", "/b/sakura"),
        ("/Sign-In/", "/sign-in"),
        ("/DASHBOARD%E3%80%82", "/dashboard"),
    ] {
        assert_eq!(moved(&mut browser, path).await.as_deref(), Some(leads), "{path}");
    }
    browser.following = true;
    assert_eq!(browser.get("/B/Sakura/").await.code(), 200);
}

#[tokio::test]
async fn every_page_is_reached_with_a_slash_or_a_full_stop_behind_it_and_tokens_keep_their_case() {
    let stage = Stage::new().await;
    for route in stage.routes().into_iter().filter(|route| route.method == Method::GET && route.path != "/") {
        let path = stage.path(&route);
        let (bare, query) = path.split_once('?').unwrap_or((&path, ""));
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        for behind in ["/", "%E3%80%82"] {
            let mut browser = stage.nobody.clone();
            assert_eq!(moved(&mut browser, &format!("{bare}{behind}{query}")).await.as_deref(), Some(path.as_str()));
        }
        let mut browser = stage.nobody.clone();
        assert_eq!(moved(&mut browser, &path).await, None, "{path} itself");
    }
    let token = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
    let mut browser = stage.nobody.clone();
    assert_eq!(moved(&mut browser, &format!("/r/{token}")).await, None);
    assert_eq!(moved(&mut browser, &format!("/R/{token}/")).await, Some(format!("/r/{token}")));
    assert_eq!(moved(&mut browser, &format!("/r/{token}%E3%80%82")).await, Some(format!("/r/{token}")));
}

#[tokio::test]
async fn nothing_else_is_moved_and_nothing_leads_away() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    browser.following = false;
    for path in [
        "/",
        "/nowhere/",
        "//evil.example/",
        "//evil.example/b/sakura/",
        "/%2Fevil.example/",
        "/b//",
        "/b/%00/",
        "/b/sakura%20/menus/naika",
        "/b/sakura%2Fmenus",
        "/b/sakura%00",
        "/b/sakura%FF",
        "/.",
        "/%E3%80%82",
    ] {
        let page = browser.get(path).await;
        let leads = page.leads_to();
        assert!(leads.is_none() || page.code() != 308 || leads.as_deref() == Some("/"), "{path} leads to {leads:?}");
    }
    let post = browser.send(Ask::posting("/sign-in/", &[])).await;
    assert_eq!(post.leads_to(), None, "a form is not sent on");
}
