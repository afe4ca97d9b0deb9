//! お知らせ: what a reader finds behind the bell, and what opening it does.

mod bell;
mod damaged;
mod hostile;
mod leave;
mod list;
mod long;
mod open;
mod publish;
mod reservation;

use crate::harness::page::{Page, each, first, said};

/// One row of the list.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    title: String,
    unread: bool,
}

/// The rows of the list, each unread one a button and each read one a link.
fn rows(page: &Page) -> Vec<Row> {
    let html = page.html();
    let of = |row| {
        let title = first(row, ".rows-label").map(said).unwrap();
        let word = first(row, ".unread").map(said);
        let unread = first(row, "button").is_some();
        assert_eq!(matches!(word.as_deref(), Some("未読" | "Unread")), unread, "{title}: the mark is a word");
        assert_eq!(first(row, "a").is_some(), !unread, "{title}");
        Row { title, unread }
    };
    each(html.root_element(), "main .notices li").into_iter().map(of).collect()
}

fn titles(page: &Page) -> Vec<String> {
    rows(page).into_iter().map(|row| row.title).collect()
}

/// The accessible name of the bell.
fn bell(page: &Page) -> String {
    let html = page.html();
    let bell = first(html.root_element(), "a.bell").expect("a bell");
    bell.attr("aria-label").unwrap().to_owned()
}

/// What is drawn on the bell, if anything.
fn badge(page: &Page) -> Option<String> {
    let html = page.html();
    first(html.root_element(), "a.bell .badge").map(|badge| badge.attr("data-count").unwrap().to_owned())
}

/// The form about to be sent by the row with this title.
fn opening(page: &Page, title: &str) -> crate::harness::form::Form {
    let has = |form: &crate::harness::form::Form| form.buttons().into_iter().find(|button| button.contains(title));
    let found = page.forms().into_iter().find_map(|form| has(&form).and_then(|button| form.pressing(&button)));
    found.unwrap_or_else(|| panic!("no unread {title:?}"))
}
