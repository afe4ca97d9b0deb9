//! What the design system itself says in English.

use super::sentences::UiWords;

pub const WORDS: UiWords = UiWords {
    skip: "Skip to the content",
    menu: "Menu",
    notices: "Notices",
    lock: "Lock",
    sign_out: "Sign out",
    about: "About this service",
    contact: "Contact",
    language: "Language",
    required: "Required",
    optional: "Optional",
    show: "Show",
    hide: "Hide",
    choose: "Choose one",
    problems: "Please check what you entered",
    problem: "Error",
    steps: "Steps",
    done: "done",
    sending: "Sending…",
    loading: "Loading…",
    failed: "Could not connect. Please check your connection and try again.",
    offline: "You are offline",
    offline_why: "Check your signal or Wi-Fi, then try again. If you are connected and still see this page, please wait a little and try again.",
    reload: "Reload",
    pager: "Other pages",
    newer: "Newer",
    older: "Older",
    print: "Print",
    print_hint: "You can print this page with your browser.",
    reference: "Reference",
    bell,
    show_typed: |label| format!("Show {label}"),
    hide_typed: |label| format!("Hide {label}"),
    description: |service| format!("{service} is where patients see their clinic reservations and notices."),
};

fn bell(unread: u32) -> String {
    match unread {
        0 => WORDS.notices.to_owned(),
        some => format!("Notices ({some} unread)"),
    }
}
