//! S8: GET and HEAD never write, and what they answer is nobody else's to keep.

use crate::harness::browser::Ask;
use crate::harness::rows;
use crate::harness::stage::Stage;
use poem::http::Method;
use std::collections::BTreeSet;

#[tokio::test]
async fn s8_no_get_and_no_head_of_anybody_changes_a_row() {
    let stage = Stage::new().await;
    let before = rows::all(&stage.clinic.floor.store);
    for (who, mut browser) in stage.everybody() {
        let mut seen = BTreeSet::new();
        let mut next: Vec<String> = stage.pages();
        while let Some(path) = next.pop() {
            // The book goes on from day to day for ever.
            let goes_on = ["/days/", "/weeks/", "/move/", "/next/"].iter().any(|part| path.contains(part));
            let is_another_day = goes_on && !stage.pages().contains(&path);
            if !path.starts_with('/') || is_another_day || !seen.insert(path.clone()) {
                continue;
            }
            let page = browser.get(&path).await;
            assert!(page.code() < 500, "{who} at {path}: {}", page.code());
            next.extend(page.links().into_iter().map(|(_, href)| href));
            browser.following = false;
            let head = browser.send(Ask::of(Method::HEAD, &path)).await;
            let again = browser.get(&path).await;
            assert_eq!(head.code(), again.code(), "HEAD of {path}");
            browser.following = true;
        }
        assert!(seen.len() > 20, "{who} found only {seen:?}");
    }
    let after = rows::all(&stage.clinic.floor.store);
    assert_eq!(rows::differences(&before, &after), Vec::<String>::new());
}

#[tokio::test]
async fn every_page_is_one_visitors_own_and_never_cached() {
    let stage = Stage::new().await;
    for (who, mut browser) in stage.everybody() {
        browser.following = false;
        for path in stage.pages() {
            let page = browser.get(&path).await;
            let control = page.header("cache-control");
            // The QR code is the clinic's and the same for everybody: the only thing here that belongs to no visitor.
            if path.starts_with("/c/") && ["/qr.svg", "/qr.png"].iter().any(|file| path.ends_with(file)) {
                assert_eq!(control.as_deref(), Some("private, max-age=3600"), "{who} at {path}");
                continue;
            }
            // A picture is named by its content.
            if path.contains("/pictures/") {
                assert_eq!(control.as_deref(), Some("public, max-age=31536000, immutable"), "{who} at {path}");
                continue;
            }
            assert_eq!(control.as_deref(), Some("no-store"), "{who} at {path}");
            assert!(page.header("vary").is_some_and(|vary| vary.contains("HX-Request")), "{who} at {path}");
        }
    }
}
