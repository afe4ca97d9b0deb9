//! The pages as an installed app: manifest, icons, service worker, and the page without a connection.

use crate::harness::browser::Ask;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::page::{Page, each, first};
use crate::harness::people::HANAKO;
use crate::harness::stage::Stage;
use poem::http::Method;
use serde_json::Value;

fn of(page: &Page, rel: &str, name: &str) -> Option<String> {
    first(page.html().root_element(), &format!("head link[rel={rel}]"))?.attr(name).map(str::to_owned)
}

#[tokio::test]
async fn every_page_names_a_manifest_in_its_language_and_an_icon() {
    let stage = Stage::new().await;
    let mut seen = 0;
    for (who, browser) in stage.everybody() {
        for mut browser in [browser.clone(), browser.in_english()] {
            for path in stage.pages() {
                let page = browser.get(&path).await;
                if page.h1().is_empty() {
                    continue;
                }
                seen += 1;
                // The app is the patients'.
                let of_patients = !page.path().starts_with("/console");
                let manifest = of_patients.then(|| format!("/manifest.webmanifest?lang={}", page.lang()));
                assert_eq!(of(&page, "manifest", "href"), manifest, "{who} at {path}");
                assert!(of(&page, "apple-touch-icon", "href").unwrap().ends_with(".png"));
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

#[tokio::test]
async fn the_manifest_says_name_language_and_where_the_app_opens() {
    let settings = vec![("MYPAGE_SERVICE_NAME", "みどりの「予約」".to_owned())];
    let clinic = Clinic::open(Setup { settings, ..Setup::default() });
    let mut browser = clinic.plain();
    for lang in ["ja", "en"] {
        let answer = browser.get(&format!("/manifest.webmanifest?lang={lang}")).await;
        assert_eq!(answer.header("content-type").as_deref(), Some("application/manifest+json"));
        let says: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((&says["name"], &says["lang"]), (&"みどりの「予約」".into(), &lang.into()));
        assert_eq!((&says["start_url"], &says["scope"]), (&"/dashboard".into(), &"/".into()));
        assert_eq!((&says["display"], &says["id"]), (&"standalone".into(), &"/".into()));
        for icon in says["icons"].as_array().unwrap() {
            let file = browser.get(icon["src"].as_str().unwrap()).await;
            assert_eq!(file.code(), 200, "{icon}");
            assert!(file.header("content-type").unwrap().starts_with(icon["type"].as_str().unwrap()), "{icon}");
        }
    }
    assert_eq!(clinic.signed_in(HANAKO).await.get("/dashboard").await.code(), 200);
}

#[tokio::test]
async fn the_worker_is_asked_for_again_and_knows_the_shell_by_names_that_are_there() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let answer = browser.get("/sw.js?lang=ja").await;
    assert_eq!(answer.header("content-type").as_deref(), Some("text/javascript; charset=utf-8"));
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-cache"));
    let script = String::from_utf8(answer.body.clone()).unwrap();
    let (version, rest) = script.split_once('\n').unwrap();
    assert!(version.starts_with("const VERSION = \"") && version.len() > 20, "{version}");
    let shell = rest.lines().next().unwrap();
    let paths: Vec<&str> = shell.split('"').filter(|part| part.starts_with('/')).collect();
    assert!(paths.len() > 4, "{shell}");
    for path in paths {
        assert_eq!(browser.get(path).await.code(), 200, "{path}");
    }
    let known = Ask::of(Method::GET, "/sw.js").with("if-none-match", &answer.header("etag").unwrap());
    assert_eq!(browser.send(known).await.code(), 304);
    assert!(browser.cookies.is_empty(), "it is nobody's own");
}

#[tokio::test]
async fn the_offline_page_is_the_same_for_everybody() {
    let clinic = Clinic::new();
    let (mut nobody, mut patient) = (clinic.plain(), clinic.signed_in(HANAKO).await);
    let page = nobody.get("/offline?lang=ja").await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "インターネットに接続されていません"));
    assert_eq!(page.link("再読み込み"), "", "the address of the page that was wanted");
    assert_eq!(page.body, patient.get("/offline?lang=ja").await.body);
    assert!(page.forms().is_empty() && nobody.cookies.is_empty(), "nothing of a visitor");
    assert!(each(page.html().root_element(), "#menu, .bell").is_empty());
    assert!(first(page.html().root_element(), "#device-copy-shown[hidden]").is_some());
    let english = nobody.get("/offline?lang=en").await;
    assert_eq!((english.lang().as_str(), english.h1().as_str()), ("en", "You are offline"));
    assert_eq!(english.link("Reload"), "");
}

#[tokio::test]
async fn they_are_only_read() {
    let clinic = Clinic::new();
    for path in ["/sw.js", "/manifest.webmanifest", "/offline"] {
        let answer = clinic.plain().send(Ask::posting(path, &[])).await;
        assert_eq!((answer.code(), answer.header("allow").as_deref()), (405, Some("GET, HEAD")), "{path}");
        assert_eq!(clinic.plain().send(Ask::of(Method::HEAD, path)).await.code(), 200, "{path}");
    }
}
