//! お知らせ (manual 3-4): the bell counts what is unread, wherever somebody is, and opening marks as read.

use crate::booking::has_booked;
use crate::harness::{Person, every_way};
use crate::sign_up::{ADDRESS, has_an_account};
use serde_json::json;

const NOTICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/notice.md");

/// The bell says and shows this many.
async fn bell_counts(person: &Person, unread: usize) {
    let name = if unread == 0 { "お知らせ".to_owned() } else { format!("お知らせ(未読{unread}件)") };
    let script = "
        const bell = document.querySelector('.bell'), badge = bell.querySelector('.badge');
        return bell.getAttribute('aria-label') === arguments[0] && (badge?.dataset.count ?? '') === arguments[1];
    ";
    let drawn = if unread == 0 { String::new() } else { unread.to_string() };
    person.until(script, json!([name, drawn])).await;
}

/// Opens the unread notice of this title.
async fn opens(person: &Person, title: &str) {
    let titles = person.words_of(".notices .rows-label").await;
    let at = titles.iter().position(|of| of == title).unwrap_or_else(|| panic!("{title} is not among {titles:?}"));
    person.presses_in(&format!(".notices li:nth-child({})", at + 1), "未読").await;
    person.sees(title).await;
}

#[tokio::test]
async fn the_bell_counts_and_opening_marks_as_read() {
    every_way(async |person| {
        has_an_account(&person).await;
        bell_counts(&person, 0).await;
        person.visits(&has_booked(&person).await).await;
        person.sees("予約確定").await;
        bell_counts(&person, 1).await;
        let mail = person.receives(ADDRESS, "予約完了のお知らせ").await;
        person.operator_runs(&["notice", "publish", NOTICE]);
        person.follows("お知らせ").await;
        person.sees("お知らせ").await;
        bell_counts(&person, 2).await;
        person.reads("未読のお知らせが2件あります。").await;
        opens(&person, "年末年始のサポート窓口について").await;
        bell_counts(&person, 1).await;
        person.follows("お知らせ一覧へ戻る").await;
        person.sees("お知らせ").await;
        person.reads("未読のお知らせが1件あります。").await;
        person.presses("すべて既読にする").await;
        person.sees("お知らせ").await;
        person.reads("すべてのお知らせを既読にしました。").await;
        bell_counts(&person, 0).await;
        person.follows("予約完了のお知らせ").await;
        person.sees("予約完了のお知らせ").await;
        let number = mail.text.lines().find_map(|line| line.strip_prefix("予約番号: ")).expect("a number");
        person.reads(number).await;
    })
    .await;
}
