//! What the pages of notices say, one field a sentence.

/// お知らせ, the list and one of them.
pub struct NoticeWords {
    pub title: &'static str,
    pub empty: &'static str,
    pub empty_what: &'static str,
    pub unread: &'static str,
    pub from_service: &'static str,
    pub about_reservation: &'static str,
    pub read_all: &'static str,
    pub all_read: &'static str,
    pub read_this: &'static str,
    pub reservation: &'static str,
    pub back: &'static str,
    /// How many there are to read.
    pub how_many: fn(u32) -> String,
}
