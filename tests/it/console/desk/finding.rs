//! Where the focus is after the desk's box was asked.

use super::*;
use crate::harness::page::first;

#[tokio::test]
async fn after_a_search_that_found_nobody_the_focus_stays_in_the_box() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", false).await;
    let begins = |page: &Page| {
        let focused = first(page.html().root_element(), "main [autofocus]").expect("where the page begins");
        focused.attr("id").map_or_else(|| focused.value().name().to_owned(), str::to_owned)
    };
    for path in [at(GENERAL, "10-30"), visit(&of, "/patient")] {
        for htmx in [false, true] {
            let browser = browser.clone();
            let mut browser = if htmx { browser.with_htmx() } else { browser };
            let page = browser.get(&path).await;
            assert_eq!(begins(&page), "q", "{path}");
            let page = browser.submit(page.form("探す").forge("q", "ソンザイシナイ")).await;
            assert_eq!(begins(&page), "q", "{path}: {}", page.text());
            assert!(page.role("status").is_some_and(|said| said.contains("該当する方がいません")), "{}", page.text());
        }
    }
    let page = browser.get(&at(GENERAL, "10-30")).await;
    let page = browser.submit(page.form("探す").forge("q", "ヤマダ")).await;
    assert_eq!(begins(&page), "a", "the first who was found: {}", page.text());
}
