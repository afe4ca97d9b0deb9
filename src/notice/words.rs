//! The sentences around notices.

use crate::lang::{Lang, Words};

pub const TITLE: Words = Words("お知らせ", "Notices");
pub const EMPTY: Words = Words("お知らせはありません", "No notices");
pub const EMPTY_WHAT: Words = Words(
    "サービスからのお知らせと、予約についてのお知らせがここに表示されます。",
    "Notices from the service and about your reservations appear here.",
);
pub const UNREAD: Words = Words("未読", "Unread");
pub const FROM_SERVICE: Words = Words("サービスからのお知らせ", "From the service");
pub const ABOUT_RESERVATION: Words = Words("予約のお知らせ", "About a reservation");
pub const READ_ALL: Words = Words("すべて既読にする", "Mark all as read");
pub const ALL_READ: Words = Words("すべてのお知らせを既読にしました。", "All notices are marked as read.");
pub const READ_THIS: Words = Words("既読にする", "Mark as read");
pub const RESERVATION: Words = Words("この予約を見る", "See this reservation");
pub const BACK: Words = Words("お知らせ一覧へ戻る", "Back to the notices");

/// How many there are to read.
pub fn unread(lang: Lang, count: u32) -> String {
    match (lang, count) {
        (Lang::Ja, _) => format!("未読のお知らせが{count}件あります。"),
        (Lang::En, 1) => "There is 1 unread notice.".to_owned(),
        (Lang::En, _) => format!("There are {count} unread notices."),
    }
}
