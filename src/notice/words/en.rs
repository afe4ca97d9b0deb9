//! What the pages of notices say in English.

use super::sentences::NoticeWords;

pub const WORDS: NoticeWords = NoticeWords {
    title: "Notices",
    empty: "No notices",
    empty_what: "Notices from the service and about your reservations appear here.",
    unread: "Unread",
    from_service: "From the service",
    about_reservation: "About a reservation",
    read_all: "Mark all as read",
    all_read: "All notices are marked as read.",
    read_this: "Mark as read",
    reservation: "See this reservation",
    back: "Back to the notices",
    how_many,
};

fn how_many(unread: u32) -> String {
    match unread {
        1 => "There is 1 unread notice.".to_owned(),
        several => format!("There are {several} unread notices."),
    }
}
