//! What the pages of notices say in Japanese.

use super::sentences::NoticeWords;

pub const WORDS: NoticeWords = NoticeWords {
    title: "お知らせ",
    empty: "お知らせはありません",
    empty_what: "サービスからのお知らせと、予約についてのお知らせがここに表示されます。",
    unread: "未読",
    from_service: "サービスからのお知らせ",
    about_reservation: "予約のお知らせ",
    read_all: "すべて既読にする",
    all_read: "すべてのお知らせを既読にしました。",
    read_this: "既読にする",
    reservation: "この予約を見る",
    back: "お知らせ一覧へ戻る",
    how_many: |unread| format!("未読のお知らせが{unread}件あります。"),
};
