//! 予約一覧 on the dashboard.

use crate::harness::booked::{self, book};
use crate::harness::clinic::Clinic;
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::{HANAKO, TARO};
use mypage::reservation::Reservation;

/// Each row: what it says, where it leads, whether it is open, and what stands in its pane.
fn rows_of(page: &Page) -> Vec<(String, String, bool, Option<String>)> {
    let html = page.html();
    let rows = each(html.root_element(), "#reservations .openings > li").into_iter();
    rows.map(|row| {
        let link = first(row, "a[aria-expanded]").expect("a link that says whether it is open");
        let attr = |name| link.attr(name).unwrap_or_default().to_owned();
        let (open, href) = (attr("aria-expanded") == "true", attr("data-hx-get"));
        assert_eq!(attr("href"), format!("{href}#{}", attr("id")), "both ways lead to one place");
        let pane = first(row, ".pane");
        assert_eq!(
            pane.and_then(|pane| pane.attr("id")).map(str::to_owned),
            link.attr("aria-controls").map(str::to_owned)
        );
        (said(link), href, open, pane.map(said))
    })
    .collect()
}

fn opened(of: &Reservation) -> String {
    format!("/dashboard?reservation={}", of.id.text())
}

#[tokio::test]
async fn a_row_opens_the_very_detail_of_the_page_and_closes_again() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let later = book(&clinic, HANAKO, "11:00", true).await;
    let next = book(&clinic, HANAKO, "9:30", true).await;
    book(&clinic, HANAKO, "10:00", false).await;
    book(&clinic, TARO, "10:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let rows = rows_of(&browser.get("/dashboard").await);
    let said: Vec<&str> = rows.iter().map(|(said, ..)| said.as_str()).collect();
    let expected = ["9:30", "11:00"].map(|time| {
        format!("あさって 2026年4月3日(金){time}さくら内科クリニック / 一般内科 / 山田 花子(77歳)予約詳細表示開閉")
    });
    assert_eq!(said, expected, "hers, booked while signed in, the next one first");
    assert_eq!(rows.iter().map(|row| row.1.clone()).collect::<Vec<_>>(), [opened(&next), opened(&later)]);
    assert!(rows.iter().all(|row| !row.2 && row.3.is_none()));
    let page = browser.get(&opened(&next)).await;
    let rows = rows_of(&page);
    assert_eq!((rows[0].2, rows[1].2), (true, false));
    let alone = browser.get(&format!("/reservations/{}", next.id.text())).await;
    let detail = |page: &Page, part: &str| first(page.html().root_element(), part).map(crate::harness::page::said);
    assert_eq!(detail(&page, ".pane dl"), detail(&alone, "main dl"));
    assert!(page.has_button("予約を変更") && page.has_link("予約をキャンセル") && page.has_link("カレンダーに追加"));
    assert_eq!(rows[0].1, "/dashboard", "a second press closes it");
}

#[tokio::test]
async fn past_and_cancelled_ones_stand_behind_a_link() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let cancelled = book(&clinic, HANAKO, "11:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    assert!(!browser.get("/dashboard").await.text().contains("過去の予約"));
    let question = browser.get(&format!("/reservations/{}/cancellation", cancelled.id.text())).await;
    browser.submit(question.form("キャンセルする")).await;
    clinic.mail_to(HANAKO).await;
    let page = browser.get("/dashboard").await;
    assert_eq!(rows_of(&page).len(), 1);
    let page = browser.follow(&page, "過去の予約・キャンセルした予約の表示開閉").await;
    let rows = rows_of(&page);
    assert_eq!((rows.len(), rows[1].0.ends_with("キャンセル済み予約詳細表示開閉")), (2, true));
    assert_eq!(rows[1].1, format!("/dashboard?past=1&reservation={}", cancelled.id.text()));
    clinic.minutes_pass(3 * 24 * 60);
    let page = browser.get("/dashboard").await;
    assert!(page.text().contains("これからの予約はありません") && rows_of(&page).is_empty());
    let page = browser.get(&opened(&of)).await;
    assert_eq!(rows_of(&page).iter().map(|row| row.2).collect::<Vec<_>>(), [false, true], "and one of them opens");
}

#[tokio::test]
async fn without_reservations_there_is_no_list() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/dashboard").await;
    assert!(page.text().contains("予約とマイクリニックはまだありません"));
    assert!(!page.text().contains("予約一覧"), "a guest's booking is not the account's, whatever its address");
    let mut english = clinic.plain().in_english();
    clinic.sign_in(&mut english, crate::harness::people::TARO).await;
    assert_eq!(english.get("/dashboard?reservation=").await.code(), 200);
}
