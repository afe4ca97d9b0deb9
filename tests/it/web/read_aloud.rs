//! What a page says to those who hear it is what others see.

use crate::harness::page::{each, said};
use crate::harness::stage::Stage;

/// WCAG 2.2, 2.5.3: who asks for a link by the words on the screen, by voice, is understood.
#[tokio::test]
async fn what_is_pressed_is_called_by_the_words_that_are_seen_on_it() {
    let stage = Stage::new().await;
    let mut called = 0;
    for (who, mut browser) in stage.everybody() {
        for path in stage.pages() {
            let page = browser.get(&path).await;
            for pressed in each(page.html().root_element(), "[aria-label]:is(a, button, summary)") {
                let (seen, name) = (without_blanks(&said(pressed)), pressed.attr("aria-label").unwrap_or_default());
                assert!(!name.trim().is_empty(), "{who} at {path}: {seen:?} has no name");
                // A mark is no word.
                if seen.chars().any(char::is_alphanumeric) {
                    called += 1;
                    assert!(without_blanks(name).contains(&seen), "{who} at {path}: {seen:?} is called {name:?}");
                }
            }
            for head in each(page.html().root_element(), "th") {
                assert!(!said(head).is_empty(), "{who} at {path}: a heading of nothing");
            }
        }
    }
    assert!(10 < called, "only {called} links have a name of their own");
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}
