//! A method that a path does not have: 405, and the ones that it has.

use crate::harness::browser::Ask;
use crate::harness::rows;
use crate::harness::stage::Stage;
use poem::http::Method;
use std::collections::{BTreeMap, BTreeSet};

#[tokio::test]
async fn every_path_names_its_methods_when_another_is_used() {
    let stage = Stage::new().await;
    let mut allowed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for route in stage.routes() {
        let methods = allowed.entry(stage.path(&route)).or_default();
        methods.insert(route.method.to_string());
        if route.method == Method::GET {
            methods.insert("HEAD".to_owned());
        }
    }
    let mut browser = stage.patient.clone();
    browser.following = false;
    let proof = browser.get("/account").await.form("ログアウト").value("_csrf");
    let before = rows::all(&stage.clinic.floor.store);
    for (path, allowed) in &allowed {
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            if allowed.contains(method.as_str()) {
                continue;
            }
            let ask = Ask::posting(path, &[("_csrf".to_owned(), proof.clone())]);
            let page = browser.send(Ask { method: method.clone(), ..ask }).await;
            assert_eq!(page.code(), 405, "{method} {path}");
            let named: BTreeSet<String> =
                page.header("allow").unwrap_or_default().split(", ").map(str::to_owned).collect();
            assert_eq!(named, *allowed, "{method} {path}");
            assert!(page.has_link("トップページへ"), "{method} {path}");
        }
    }
    let after = rows::all(&stage.clinic.floor.store);
    assert_eq!(rows::differences(&before, &after), Vec::<String>::new());
}
