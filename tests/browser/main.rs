//! The product as a person meets it: a real browser against the real executable and a real mail server.
//!
//! The browser is Chromium; `tests/browsers` walks the one walk of `walk.rs` in Firefox and WebKit.
//! Every flow is walked on a phone and on a desktop, with and without JavaScript. What each page must keep to whatever
//! it shows (nothing from elsewhere, no violation, nothing wider than the screen) is watched by the harness.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test, and what it stands on, fails by panicking"
)]

mod account;
mod after_sign_out;
mod book;
mod booking;
mod choosing;
mod clinic;
mod documents;
mod first_screen;
mod focus;
mod harness;
mod history;
mod in_place;
mod kept_form;
mod menu;
mod navigation;
mod notices;
mod offline;
mod older;
mod person;
mod refusal;
mod reset;
mod sharing;
mod sign_in;
mod sign_up;
#[path = "../it/harness/smtp/mod.rs"]
#[expect(dead_code, reason = "the faults and the encryption of this server are for the tests of mail")]
mod smtp;
mod walk;
mod watch;
mod withdrawal;
