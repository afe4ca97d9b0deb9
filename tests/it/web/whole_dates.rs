//! A date stays together with its weekday at the end of a line, wherever a page draws one.

use crate::harness::page::{Page, first};
use crate::harness::stage::Stage;
use scraper::ElementRef;
use std::collections::BTreeSet;

const WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// Whether a text has a day with its weekday in it.
fn has_date(text: &str) -> bool {
    text.match_indices("日(").any(|(at, found)| {
        let mut behind = text[at + found.len()..].chars();
        let (weekday, end) = (behind.next(), behind.next());
        text[..at].ends_with(|c: char| c.is_ascii_digit())
            && weekday.is_some_and(|c| WEEKDAYS.contains(&c))
            && end == Some(')')
    })
}

/// The texts of a page with a date that a browser may break, apart from what is not drawn.
fn broken(page: &Page) -> Vec<String> {
    let html = page.html();
    let Some(main) = first(html.root_element(), "main") else { return Vec::new() };
    let is_whole = |of: ElementRef<'_>| {
        of.value().name() == "option" || of.value().classes().any(|class| ["whole", "unseen"].contains(&class))
    };
    let texts = main.descendants().filter_map(|node| Some((node, node.value().as_text()?.to_string())));
    let loose =
        texts.filter(|(node, text)| has_date(text) && !node.ancestors().filter_map(ElementRef::wrap).any(is_whole));
    loose.map(|(_, text)| text).collect()
}

#[tokio::test]
async fn a_weekday_goes_to_the_next_line_together_with_its_day() {
    let stage = Stage::new().await;
    let (mut seen, mut found) = (0, BTreeSet::new());
    for (_, mut browser) in stage.everybody() {
        for path in stage.pages() {
            let page = browser.get(&path).await;
            if page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
                seen += usize::from(has_date(&page.text()));
                found.extend(broken(&page).into_iter().map(|text| format!("{}: {text}", page.path())));
            }
        }
    }
    assert!(seen > 10, "{seen} pages have a date");
    assert_eq!(found, BTreeSet::new());
}
